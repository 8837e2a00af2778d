import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PayRecordsModule } from '../pay-records/pay-records.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { CandidatesService } from './candidates.service.js';
import { CaseBasisService } from './case-basis.service.js';
import { CaseRecordService } from './case-record.service.js';
import { CaseRemindersService } from './case-reminders.service.js';
import { CasesRepository } from './cases.repository.js';
import { CasesService } from './cases.service.js';
import { DeductionService } from './deduction.service.js';
import { FollowUpController } from './follow-up.controller.js';
import { PerformanceMapRepository } from './performance-map.repository.js';
import { PerformanceMapService } from './performance-map.service.js';
import { RewardsRepository } from './rewards.repository.js';
import { RewardsService } from './rewards.service.js';
import { TieredReportsController } from './tiered-reports.controller.js';
import { TieredReportsRepository } from './tiered-reports.repository.js';
import { TieredReportsService } from './tiered-reports.service.js';

@Module({
  imports: [ActivitiesModule, AuditModule, FeedbackModule, OrganisationModule, PayRecordsModule, RegulationsModule],
  controllers: [FollowUpController, TieredReportsController],
  providers: [
    CasesService, CandidatesService, CaseBasisService, CaseRecordService, CaseRemindersService, RewardsService, TieredReportsService, PerformanceMapService, DeductionService, CasesRepository, RewardsRepository,
    TieredReportsRepository, PerformanceMapRepository,
  ],
  exports: [TieredReportsService, CaseRecordService, CaseRemindersService],
})
export class FollowUpModule {}
