import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PAY_RECORD_LIMITS, type PayRecord, type PayRecordCodes, type PayRecordsPage } from '@ekinerja/contracts/pay-records';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { ListRecordsQuery, RecordPaperQuery, PayRecordDto, RecordDecisionDto, RecordEndDto } from './pay-records.dto.js';
import { PayRecordsService } from './pay-records.service.js';

@Controller('pay-records')
export class PayRecordsController {
  constructor(private readonly records: PayRecordsService) {}

  @Get()
  @Access('pay-records.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Catatan yang memengaruhi TPP: cuti, dinas luar, hukuman, tahanan, dan lain-lain; yang terbaru di depan' })
  list(@CurrentActor() actor: Actor, @Query() query: ListRecordsQuery): Promise<PayRecordsPage> {
    return this.records.list(actor, query);
  }

  @Get('codes')
  @Access('pay-records.read', { scope: 'everyone' })
  @ApiOperation({ summary: 'Kode yang dikenal kebijakan yang berlaku, menurut jenis catatan' })
  codes(@CurrentActor() actor: Actor): Promise<PayRecordCodes> {
    return this.records.codes(actor.today);
  }

  @Post()
  @Access('pay-records.write', { scope: 'by-role' })
  @ApiOperation({ summary: 'Catat satu keadaan dengan surat dan alasannya' })
  async record(@CurrentActor() actor: Actor, @Body() body: PayRecordDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<PayRecord> {
    return withEtag(reply, await this.records.record(actor, body));
  }

  @Get(':id')
  @Access('pay-records.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Satu catatan' })
  async get(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PayRecord> {
    return withEtag(reply, await this.records.get(actor, id));
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Access('pay-records.decide', { scope: 'by-role' })
  @ApiOperation({ summary: 'Setujui atau tolak catatan yang menunggu; bukan oleh yang mencatat' })
  async decide(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() body: RecordDecisionDto, @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRecord> {
    return withEtag(reply, await this.records.decide(actor, id, seen, { decision: body.decision, reason: body.reason ?? null }));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Access('pay-records.write', { scope: 'by-role' })
  @ApiOperation({ summary: 'Akhiri catatan pada suatu hari, atau cabut seluruhnya' })
  async end(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() body: RecordEndDto, @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRecord> {
    return withEtag(reply, await this.records.end(actor, id, seen, { to: body.to ?? null, reason: body.reason }));
  }

  @Post('papers')
  @HttpCode(200)
  @Access('pay-records.write', { scope: 'by-role' })
  @UseInterceptors(new ReceivesUpload(PAY_RECORD_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Lampirkan surat pada catatan' })
  attach(@CurrentActor() actor: Actor, @Query() query: RecordPaperQuery, @UploadedForm() file: Upload): Promise<PayRecord> {
    return this.records.attach(actor, query.record, file);
  }

  @Get(':id/paper')
  @Access('pay-records.read', { scope: 'by-role' })
  @ApiProduces('application/octet-stream')
  @ApiOperation({ summary: 'Surat catatan ini' })
  async paper(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string): Promise<StreamableFile> {
    const { name, content } = await this.records.paper(actor, id);
    return new StreamableFile(content, { type: 'application/octet-stream', disposition: `attachment; filename="${name.replaceAll(/[^\w. -]/g, '_')}"`, length: content.length });
  }
}
