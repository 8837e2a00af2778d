import { Module } from '@nestjs/common';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { SiasnController } from './siasn.controller.js';
import { SiasnExportService } from './siasn-export.service.js';
import { SiasnResultsRepository } from './siasn-results.repository.js';
import { WebhookDeliveryService } from './webhook-delivery.service.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { WebhooksService } from './webhooks.service.js';

@Module({
  imports: [RegulationsModule],
  controllers: [SiasnController, WebhooksController],
  providers: [SiasnExportService, SiasnResultsRepository, WebhookDeliveryService, WebhookSender, WebhooksRepository, WebhooksService],
})
export class IntegrationsModule {}
