import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import { REQUEST_LIMITS, type RequestDetail, type RequestForm, type RequestItem, type RequestQueue } from '@ekinerja/contracts/service-requests';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch } from '../platform/http/versions.js';
import { AttachQuery, FileRequestDto, RequestsQuery, RequestStepDto } from './service-requests.dto.js';
import { ServiceRequestsService } from './service-requests.service.js';

/** The service desk of the staffing agency (BK 8–15). */
@Controller('service-requests')
export class ServiceRequestsController {
  constructor(private readonly requests: ServiceRequestsService) {}

  @Get('form')
  @Access('service-requests.take-part', { scope: 'everyone' })
  @ApiOperation({ summary: 'Jenis permohonan dengan kelengkapan dan langkahnya' })
  form(@CurrentActor() actor: Actor): Promise<RequestForm> {
    return this.requests.form(actor);
  }

  @Get('queue')
  @Access('service-requests.desk', { scope: 'government' })
  @ApiOperation({ summary: 'Antrean setiap langkah dengan umurnya' })
  queue(@CurrentActor() actor: Actor): Promise<RequestQueue> {
    return this.requests.queue(actor);
  }

  @Get()
  @Access('service-requests.take-part', { scope: 'by-role' })
  @ApiOperation({ summary: 'Permohonan saya, unit saya, atau yang ada di meja pelayanan' })
  list(@CurrentActor() actor: Actor, @Query() query: RequestsQuery): Promise<Page<RequestItem>> {
    return this.requests.list(actor, query);
  }

  @Post()
  @Access('service-requests.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Menyusun permohonan' })
  file(@CurrentActor() actor: Actor, @Body() body: FileRequestDto): Promise<RequestDetail> {
    return this.requests.file(actor, body);
  }

  @Get(':id')
  @Access('service-requests.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Satu permohonan: di mana, sejak kapan, dan jejaknya' })
  get(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<RequestDetail> {
    return this.requests.get(actor, id);
  }

  @Post(':id/attachments')
  @Access('service-requests.take-part', { scope: 'involved' })
  @UseInterceptors(new ReceivesUpload(REQUEST_LIMITS.fileBytes))
  @ApiOperation({ summary: 'Melampirkan pindaian' })
  attach(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Query() query: AttachQuery, @UploadedForm() upload: Upload): Promise<RequestDetail> {
    return this.requests.attach(actor, id, query.code, upload);
  }

  @Get(':id/attachments/:code')
  @Access('service-requests.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Mengunduh satu lampiran' })
  async download(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Param('code') code: string): Promise<StreamableFile> {
    const { name, mediaType, content } = await this.requests.download(actor, id, code);
    return new StreamableFile(content, { type: mediaType, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Access('service-requests.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Mengajukan, atau mengajukan kembali yang dikembalikan' })
  submit(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null): Promise<RequestDetail> {
    return this.requests.submit(actor, id, version);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Access('service-requests.desk', { scope: 'government' })
  @ApiOperation({ summary: 'Menjalankan langkah berkas: meneruskan, mengembalikan, atau menolak' })
  step(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: RequestStepDto): Promise<RequestDetail> {
    return this.requests.step(actor, id, version, body);
  }
}
