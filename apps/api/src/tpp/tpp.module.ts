import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { AdjustmentsService } from './adjustments.service.js';
import { LawReferencesService } from './law-references.service.js';
import { PayFactsService } from './pay-facts.service.js';
import { PayPeopleRepository } from './pay-people.repository.js';
import { PayRecapService } from './pay-recap.service.js';
import { PayRunCheckService } from './pay-run-check.service.js';
import { PayRunCloseRepository } from './pay-run-close.repository.js';
import { PayRunCloseService } from './pay-run-close.service.js';
import { PayRunHandOverService } from './pay-run-hand-over.service.js';
import { PayRunOpenService } from './pay-run-open.service.js';
import { PayRunRepository } from './pay-run.repository.js';
import { PayRunsController } from './pay-runs.controller.js';
import { PayRunViewService } from './pay-run-view.service.js';
import { PayslipsController } from './payslips.controller.js';
import { PayslipsRepository } from './payslips.repository.js';
import { PayslipsService } from './payslips.service.js';
import { UnitGate } from './unit-gate.js';

@Module({
  imports: [ActivitiesModule, AttendanceModule, EvaluationsModule, PeriodsModule, RegulationsModule],
  controllers: [PayRunsController, PayslipsController],
  providers: [
    AdjustmentsService, LawReferencesService, PayFactsService, PayPeopleRepository, PayRecapService, PayRunCheckService, PayRunCloseRepository, PayRunCloseService,
    PayRunHandOverService, PayRunOpenService, PayRunRepository, PayRunViewService, PayslipsRepository, PayslipsService, UnitGate,
  ],
  exports: [PayRecapService, PayslipsService, PayRunOpenService, PayRunCheckService, PayRunCloseService, PayRunViewService],
})
export class TppModule {}
