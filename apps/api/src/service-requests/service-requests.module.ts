import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { EmployeesModule } from '../employees/employees.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { SkpModule } from '../skp/skp.module.js';
import { RequestEntryService } from './request-entry.service.js';
import { RequestsRepository } from './requests.repository.js';
import { ServiceRequestsController } from './service-requests.controller.js';
import { ServiceRequestsService } from './service-requests.service.js';

@Module({
  imports: [ActivitiesModule, AuditModule, DocumentsModule, EmployeesModule, NotificationsModule, OrganisationModule, RegulationsModule, SkpModule],
  controllers: [ServiceRequestsController],
  providers: [ServiceRequestsService, RequestEntryService, RequestsRepository],
  exports: [ServiceRequestsService],
})
export class ServiceRequestsModule {}
