import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { FormUploads } from '../platform/http/upload.js';
import { EmploymentEventRepository } from './employment-event.repository.js';
import { EmploymentEventsController } from './employment-events.controller.js';
import { EmploymentEventsService } from './employment-events.service.js';
import { EventCorrectionService } from './event-correction.service.js';
import { EventComparisonService } from './event-comparison.service.js';
import { EventUndoRepository } from './event-undo.repository.js';
import { EventUndoService } from './event-undo.service.js';
import { EventWithdrawalService } from './event-withdrawal.service.js';
import { EventEffectsService } from './event-effects.service.js';
import { ServiceChangeRepository } from './service-change.repository.js';
import { ServiceChangeService } from './service-change.service.js';
import { NewEmployeeController } from './new-employee.controller.js';
import { NewEmployeeRepository } from './new-employee.repository.js';
import { NewEmployeeService } from './new-employee.service.js';
import { PersonTimelineController } from './person-timeline.controller.js';
import { PersonTimelineRepository } from './person-timeline.repository.js';
import { PersonTimelineService } from './person-timeline.service.js';
import { EmployeesController } from './employees.controller.js';
import { EmployeesRepository } from './employees.repository.js';
import { EmployeesService } from './employees.service.js';

@Module({
  imports: [AuditModule, AuthModule, OrganisationModule, RegulationsModule],
  // Events before people: `/employees/events` is no id.
  controllers: [EmploymentEventsController, NewEmployeeController, PersonTimelineController, EmployeesController],
  providers: [
    EmployeesService, EmployeesRepository, EmploymentEventsService, EmploymentEventRepository, EventComparisonService, EventEffectsService,
    EventUndoRepository, EventUndoService, EventWithdrawalService, EventCorrectionService,
    ServiceChangeService, ServiceChangeRepository, NewEmployeeService, NewEmployeeRepository, PersonTimelineService, PersonTimelineRepository, FormUploads,
  ],
  exports: [EmployeesService, EmploymentEventsService, EventWithdrawalService, EventEffectsService, PersonTimelineService],
})
export class EmployeesModule {}
