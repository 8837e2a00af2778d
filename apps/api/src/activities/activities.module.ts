import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { SkpModule } from '../skp/skp.module.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivitiesJobs } from './activities.jobs.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityDecisionService } from './activity-decision.service.js';
import { ActivityEntryService } from './activity-entry.service.js';
import { ActivityLapseService } from './activity-lapse.service.js';
import { ActivityListsRepository } from './activity-lists.repository.js';
import { ActivityMonthService } from './activity-month.service.js';
import { ActivityRerouteService } from './activity-reroute.service.js';
import { ActivityWaitingService } from './activity-waiting.service.js';
import { EntryEvaluatorService } from './entry-evaluator.service.js';
import { LeaveSource, RecordedLeave } from './leave-source.service.js';
import { OpenEntriesRepository } from './open-entries.repository.js';

@Module({
  imports: [AuditModule, OrganisationModule, PeriodsModule, RegulationsModule, SkpModule],
  controllers: [ActivitiesController],
  providers: [
    ActivitiesService,
    ActivityEntryService,
    ActivityDecisionService,
    ActivityWaitingService,
    ActivityMonthService,
    ActivityLapseService,
    ActivityRerouteService,
    ActivitiesJobs,
    EntryEvaluatorService,
    { provide: LeaveSource, useClass: RecordedLeave },
    ActivitiesRepository,
    ActivityListsRepository,
    OpenEntriesRepository,
  ],
  exports: [ActivitiesService, ActivityMonthService],
})
export class ActivitiesModule {}
