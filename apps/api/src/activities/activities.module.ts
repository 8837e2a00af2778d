import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { EmployeesModule } from '../employees/employees.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { SkpModule } from '../skp/skp.module.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivitiesJobs } from './activities.jobs.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityDecisionService } from './activity-decision.service.js';
import { ActivityAfterEventService } from './activity-after-event.service.js';
import { ActivityEntryService } from './activity-entry.service.js';
import { ActivityEvidenceRepository } from './activity-evidence.repository.js';
import { ActivityEvidenceService } from './activity-evidence.service.js';
import { ActivityLapseService } from './activity-lapse.service.js';
import { ActivityListsRepository } from './activity-lists.repository.js';
import { ActivityMonthService } from './activity-month.service.js';
import { ActivityCorrectionService } from './activity-correction.service.js';
import { ActivityOversightController } from './activity-oversight.controller.js';
import { ActivityOwnController } from './activity-own.controller.js';
import { ActivityRerouteService } from './activity-reroute.service.js';
import { ActivitySendingService } from './activity-sending.service.js';
import { ActivityUnitService } from './activity-unit.service.js';
import { ActivityWaitingService } from './activity-waiting.service.js';
import { EntryEvaluatorService } from './entry-evaluator.service.js';
import { FavouritesService } from './favourites.service.js';
import { LeaveSource, RecordedLeave } from './leave-source.service.js';
import { OpenEntriesRepository } from './open-entries.repository.js';
import { ReopeningsRepository } from './reopenings.repository.js';
import { ReopeningsService } from './reopenings.service.js';
import { MonthLawsService } from './month-laws.service.js';
import { UnitDaysService } from './unit-days.service.js';

@Module({
  imports: [AuditModule, AuthModule, CatalogueModule, EmployeesModule, OrganisationModule, PeriodsModule, PlansModule, RegulationsModule, SkpModule],
  controllers: [ActivityOversightController, ActivitiesController, ActivityOwnController],
  providers: [
    ActivitiesService,
    ActivityEntryService,
    ActivitySendingService,
    ActivityEvidenceService,
    ActivityEvidenceRepository,
    ActivityUnitService,
    FavouritesService,
    ActivityDecisionService,
    ActivityWaitingService,
    ActivityCorrectionService,
    ReopeningsService,
    ReopeningsRepository,
    UnitDaysService,
    MonthLawsService,
    ActivityMonthService,
    ActivityLapseService,
    ActivityRerouteService,
    ActivityAfterEventService,
    ActivitiesJobs,
    EntryEvaluatorService,
    { provide: LeaveSource, useClass: RecordedLeave },
    ActivitiesRepository,
    ActivityListsRepository,
    OpenEntriesRepository,
  ],
  exports: [ActivitiesService, ActivityDecisionService, ActivityMonthService, ReopeningsService],
})
export class ActivitiesModule {}
