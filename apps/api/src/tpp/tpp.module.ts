import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { ObjectionsModule } from '../objections/objections.module.js';
import { PayRecordsModule } from '../pay-records/pay-records.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { EmployeesModule } from '../employees/employees.module.js';
import { AdjustmentAfterEventService } from './adjustment-after-event.service.js';
import { AdjustmentsService } from './adjustments.service.js';
import { CorrectionsRepository } from './corrections.repository.js';
import { CorrectionsService } from './corrections.service.js';
import { LawAdjustmentsService } from './law-adjustments.service.js';
import { LawReferencesService } from './law-references.service.js';
import { MonthEndService } from './month-end.service.js';
import { PayCircumstancesRepository } from './pay-circumstances.repository.js';
import { PayCircumstancesService } from './pay-circumstances.service.js';
import { PayFactsService } from './pay-facts.service.js';
import { PayPeopleRepository } from './pay-people.repository.js';
import { PayRecapService } from './pay-recap.service.js';
import { PayClaimsService } from './pay-claims.service.js';
import { PayCorrectionsController } from './pay-corrections.controller.js';
import { PayRunExtrasRepository } from './pay-run-extras.repository.js';
import { PayRunVoidRepository } from './pay-run-void.repository.js';
import { PayRunVoidService } from './pay-run-void.service.js';
import { PayRunCheckService } from './pay-run-check.service.js';
import { PayRunCloseRepository } from './pay-run-close.repository.js';
import { PayRunCloseService } from './pay-run-close.service.js';
import { PayRunHandOverService } from './pay-run-hand-over.service.js';
import { PayRunOpenService } from './pay-run-open.service.js';
import { PayRunRepository } from './pay-run.repository.js';
import { PayRunsController } from './pay-runs.controller.js';
import { PayRunViewService } from './pay-run-view.service.js';
import { PaySheetService } from './pay-sheet.service.js';
import { PayslipsController } from './payslips.controller.js';
import { PayslipsRepository } from './payslips.repository.js';
import { PayslipsService } from './payslips.service.js';
import { PayRunApprovalRepository } from './pay-run-approval.repository.js';
import { PayRunApprovalService } from './pay-run-approval.service.js';
import { RunStepsController } from './run-steps.controller.js';
import { RunStepsService } from './run-steps.service.js';
import { SimulationEngine } from './simulation-engine.js';
import { SimulationWorkService } from './simulation-work.service.js';
import { SimulationsController } from './simulations.controller.js';
import { SimulationsRepository } from './simulations.repository.js';
import { SimulationsService } from './simulations.service.js';
import { UnitGate } from './unit-gate.js';

@Module({
  imports: [ActivitiesModule, AttendanceModule, DocumentsModule, EmployeesModule, EvaluationsModule, ObjectionsModule, PayRecordsModule, PeriodsModule, RegulationsModule],
  controllers: [PayRunsController, RunStepsController, PayCorrectionsController, PayslipsController, SimulationsController],
  providers: [
    AdjustmentAfterEventService, AdjustmentsService, CorrectionsRepository, CorrectionsService, LawAdjustmentsService, LawReferencesService, MonthEndService, PayCircumstancesRepository, PayCircumstancesService, PayFactsService, PayPeopleRepository, PayRecapService, PayRunCheckService, PayRunCloseRepository, PayRunCloseService,
    PayRunApprovalRepository, PayRunApprovalService, RunStepsService, PaySheetService, PayClaimsService, PayRunExtrasRepository, PayRunVoidRepository, PayRunVoidService, PayRunHandOverService, PayRunOpenService, PayRunRepository, PayRunViewService, PayslipsRepository, PayslipsService, SimulationEngine, SimulationWorkService, SimulationsRepository, SimulationsService, UnitGate,
  ],
  exports: [PayRunApprovalService, PayRunHandOverService, PaySheetService, PayRecapService, PayslipsService, PayRunOpenService, PayRunCheckService, PayRunCloseService, PayRunViewService],
})
export class TppModule {}
