import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import {
  WEBHOOK_DELIVERY_STATUSES, WEBHOOK_EVENTS, WEBHOOK_LIMITS, type EndWebhookRequest, type SaveWebhookRequest, type WebhookDeliveryStatus, type WebhookEvent,
} from '@ekinerja/contracts/webhooks';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const { name, url } = WEBHOOK_LIMITS;

export class SaveWebhookDto {
  @IsString() @Length(name.min, name.max) name: string;
  @IsString() @MaxLength(url) url: string;
  @ArrayMinSize(1) @ArrayMaxSize(WEBHOOK_EVENTS.length) @ArrayUnique() @IsIn(WEBHOOK_EVENTS, { each: true }) events: WebhookEvent[];
}
const saveWebhook: Exact<SaveWebhookDto, SaveWebhookRequest> = true;
void saveWebhook;

export class EndWebhookDto {
  @IsString() @Length(5, 300) reason: string;
}
const endWebhook: Exact<EndWebhookDto, EndWebhookRequest> = true;
void endWebhook;

export class DeliveriesQuery extends PageQuery {
  @IsOptional() @IsIn(WEBHOOK_DELIVERY_STATUSES) status?: WebhookDeliveryStatus;
}
