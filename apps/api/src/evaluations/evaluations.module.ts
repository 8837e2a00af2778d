import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { SkpModule } from '../skp/skp.module.js';
import { StaffingRecordsModule } from '../staffing-records/staffing-records.module.js';
import { BulkRatingService } from './bulk-rating.service.js';
import { CurveService } from './curve.service.js';
import { EvaluationImportRepository } from './evaluation-import.repository.js';
import { EvaluationImportService } from './evaluation-import.service.js';
import { EvaluationImportsController } from './evaluation-imports.controller.js';
import { EvaluationListsController } from './evaluation-lists.controller.js';
import { EvaluationListsRepository } from './evaluation-lists.repository.js';
import { EvaluationListsService } from './evaluation-lists.service.js';
import { EvaluationPartsRepository } from './evaluation-parts.repository.js';
import { EvaluationPartsService } from './evaluation-parts.service.js';
import { EvaluationRecordService } from './evaluation-record.service.js';
import { EvaluationReceiptsService } from './evaluation-receipts.service.js';
import { EvaluationVersionsRepository } from './evaluation-versions.repository.js';
import { EvaluationVersionsService } from './evaluation-versions.service.js';
import { EvaluationsDueService } from './evaluations-due.service.js';
import { EvaluationDocumentsController } from './evaluation-documents.controller.js';
import { EvaluationsController } from './evaluations.controller.js';
import { EvaluationsRepository } from './evaluations.repository.js';
import { EvaluationsService } from './evaluations.service.js';
import { EvaluationsJobs } from './evaluations.jobs.js';
import { MeasurementsController } from './measurements.controller.js';
import { MeasurementsRepository } from './measurements.repository.js';
import { MeasurementsService } from './measurements.service.js';
import { MeasuringService } from './measuring.service.js';
import { RatingRulesService } from './rating-rules.service.js';
import { RatingLawService } from './rating-law.service.js';
import { RatingLineService } from './rating-line.service.js';
import { RatingService } from './rating.service.js';
import { UnitPerformanceController } from './unit-performance.controller.js';
import { UnitPerformanceRepository } from './unit-performance.repository.js';
import { UnitPerformanceService } from './unit-performance.service.js';

@Module({
  imports: [ActivitiesModule, AuditModule, FeedbackModule, OrganisationModule, PeriodsModule, RegulationsModule, SkpModule, StaffingRecordsModule],
  controllers: [EvaluationListsController, MeasurementsController, EvaluationsController, EvaluationDocumentsController, UnitPerformanceController, EvaluationImportsController],
  providers: [
    EvaluationsService, RatingService, RatingLawService, RatingLineService, EvaluationsDueService, UnitPerformanceService,
    EvaluationsRepository, UnitPerformanceRepository, EvaluationVersionsRepository, EvaluationVersionsService, EvaluationReceiptsService,
    RatingRulesService, BulkRatingService, CurveService, EvaluationListsService, EvaluationListsRepository, EvaluationPartsService, EvaluationPartsRepository,
    EvaluationRecordService, MeasurementsService, MeasuringService, MeasurementsRepository, EvaluationsJobs, EvaluationImportService, EvaluationImportRepository,
  ],
  exports: [EvaluationsDueService, EvaluationsService, RatingService, EvaluationVersionsService, EvaluationReceiptsService, MeasurementsService, EvaluationRecordService],
})
export class EvaluationsModule {}
