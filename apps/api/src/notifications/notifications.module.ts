import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { EventNotices } from './event-notices.js';
import { MailService } from './mail.service.js';
import { NotificationStream } from './notification-stream.service.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';

@Module({
  imports: [AuthModule],
  controllers: [NotificationsController],
  providers: [NotificationsService, NotificationsRepository, MailService, NotificationStream, EventNotices],
  exports: [NotificationsService],
})
export class NotificationsModule {}
