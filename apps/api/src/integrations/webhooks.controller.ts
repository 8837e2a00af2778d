import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { Webhook, WebhookDelivery, WebhookWithSecret } from '@ekinerja/contracts/webhooks';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { NeverRepeated } from '../platform/http/idempotency.interceptor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { DeliveriesQuery, EndWebhookDto, SaveWebhookDto } from './webhooks.dto.js';
import { WebhooksService } from './webhooks.service.js';

@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get()
  @Access('integrators.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Webhook sistem lain dengan keadaan pengirimannya' })
  list(): Promise<Webhook[]> {
    return this.webhooks.list();
  }

  @Post()
  @NeverRepeated()
  @Access('integrators.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Daftarkan webhook; rahasia tanda tangannya hanya tampil sekali' })
  create(@CurrentActor() actor: Actor, @Body() body: SaveWebhookDto): Promise<WebhookWithSecret> {
    return this.webhooks.create(actor, body);
  }

  @Put(':id')
  @Access('integrators.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Ubah alamat atau kejadian yang dikirim' })
  change(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: SaveWebhookDto): Promise<Webhook> {
    return this.webhooks.change(actor, id, body);
  }

  @Post(':id/secret')
  @HttpCode(200)
  @NeverRepeated()
  @Access('integrators.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Ganti rahasia tanda tangan; yang lama tidak lagi dipakai' })
  renewSecret(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<WebhookWithSecret> {
    return this.webhooks.renewSecret(actor, id);
  }

  @Post(':id/test')
  @HttpCode(202)
  @Access('integrators.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Kirim pesan percobaan' })
  test(@Param('id', UuidPipe) id: Uuid): Promise<void> {
    return this.webhooks.test(id);
  }

  @Post(':id/end')
  @HttpCode(204)
  @Access('integrators.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Hentikan webhook; yang masih menunggu tidak dikirim lagi' })
  end(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: EndWebhookDto): Promise<void> {
    return this.webhooks.end(actor, id, body.reason);
  }

  @Get(':id/deliveries')
  @Access('integrators.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Catatan pengiriman: percobaan, jawaban penerima, dan percobaan berikutnya' })
  log(@Param('id', UuidPipe) id: Uuid, @Query() query: DeliveriesQuery): Promise<Page<WebhookDelivery>> {
    return this.webhooks.log(id, query);
  }

  @Post(':id/deliveries/:deliveryId/redeliver')
  @HttpCode(202)
  @Access('integrators.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Kirim ulang satu pesan dengan nomor yang sama' })
  redeliver(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Param('deliveryId', UuidPipe) deliveryId: Uuid): Promise<void> {
    return this.webhooks.redeliver(actor, id, deliveryId);
  }
}
