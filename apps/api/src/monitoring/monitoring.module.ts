import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { FollowUpModule } from '../follow-up/follow-up.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { ArchiveController } from './archive.controller.js';
import { ArchiveRepository } from './archive.repository.js';
import { ArchiveService } from './archive.service.js';
import { DataRequestsController } from './data-requests.controller.js';
import { DataRequestsRepository } from './data-requests.repository.js';
import { DataRequestsService } from './data-requests.service.js';
import { OversightReportsController } from './oversight-reports.controller.js';
import { OversightReportsRepository } from './oversight-reports.repository.js';
import { OversightReportsService } from './oversight-reports.service.js';
import { RemindersJobs } from './reminders.jobs.js';
import { RemindersRepository } from './reminders.repository.js';
import { StagesController } from './stages.controller.js';
import { StagesRepository } from './stages.repository.js';
import { StagesService } from './stages.service.js';

@Module({
  imports: [AuditModule, DocumentsModule, FeedbackModule, FollowUpModule, NotificationsModule, OrganisationModule, RegulationsModule],
  controllers: [StagesController, OversightReportsController, DataRequestsController, ArchiveController],
  providers: [StagesService, StagesRepository, OversightReportsService, OversightReportsRepository, DataRequestsService, DataRequestsRepository, ArchiveService, ArchiveRepository, RemindersJobs, RemindersRepository],
  exports: [OversightReportsService],
})
export class MonitoringModule {}
