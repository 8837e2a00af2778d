import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { SkpModule } from '../skp/skp.module.js';
import { EvaluationsDueService } from './evaluations-due.service.js';
import { EvaluationsController } from './evaluations.controller.js';
import { EvaluationsRepository } from './evaluations.repository.js';
import { EvaluationsService } from './evaluations.service.js';
import { RatingLawService } from './rating-law.service.js';
import { RatingLineService } from './rating-line.service.js';
import { RatingService } from './rating.service.js';
import { UnitPerformanceController } from './unit-performance.controller.js';
import { UnitPerformanceRepository } from './unit-performance.repository.js';
import { UnitPerformanceService } from './unit-performance.service.js';

@Module({
  imports: [ActivitiesModule, AuditModule, OrganisationModule, PeriodsModule, RegulationsModule, SkpModule],
  controllers: [EvaluationsController, UnitPerformanceController],
  providers: [
    EvaluationsService, RatingService, RatingLawService, RatingLineService, EvaluationsDueService, UnitPerformanceService,
    EvaluationsRepository, UnitPerformanceRepository,
  ],
  exports: [EvaluationsService],
})
export class EvaluationsModule {}
