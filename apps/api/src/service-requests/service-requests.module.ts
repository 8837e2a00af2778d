import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { EmployeesModule } from '../employees/employees.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { SkpModule } from '../skp/skp.module.js';
import { AgendaRepository } from './agenda.repository.js';
import { RequestChoicesRepository } from './request-choices.repository.js';
import { RequestContentService } from './request-content.service.js';
import { RequestDeskService } from './request-desk.service.js';
import { RequestEntryService } from './request-entry.service.js';
import { RequestFilingService } from './request-filing.service.js';
import { RequestNoticesService } from './request-notices.service.js';
import { RequestViewService } from './request-view.service.js';
import { RequestsRepository } from './requests.repository.js';
import { ServiceRequestsController } from './service-requests.controller.js';
import { ServiceRequestsService } from './service-requests.service.js';

@Module({
  imports: [ActivitiesModule, AuditModule, AuthModule, DocumentsModule, EmployeesModule, NotificationsModule, OrganisationModule, RegulationsModule, SkpModule],
  controllers: [ServiceRequestsController],
  providers: [
    ServiceRequestsService, RequestFilingService, RequestDeskService, RequestViewService, RequestContentService, RequestEntryService, RequestNoticesService, RequestsRepository,
    AgendaRepository, RequestChoicesRepository,
  ],
  exports: [ServiceRequestsService],
})
export class ServiceRequestsModule {}
