import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import type { Page } from '@ekinerja/contracts/basics';
import {
  EMPLOYMENT_EVENT_LIMITS,
  type CorrectionPreview, type EmploymentEvent, type EmploymentEventItem, type EventFile, type EventPreview, type OpenPost,
} from '@ekinerja/contracts/employment-events';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { EmployeeParam } from './employees.dto.js';
import { CorrectEventDto, EmploymentEventDto, EventParam, ListEventsQuery, OpenPostsQuery, WithdrawEventDto } from './employment-events.dto.js';
import { EventCorrectionService } from './event-correction.service.js';
import { EventWithdrawalService } from './event-withdrawal.service.js';
import { EmploymentEventsService } from './employment-events.service.js';

@Controller('employees')
export class EmploymentEventsController {
  constructor(
    private readonly events: EmploymentEventsService,
    private readonly withdrawals: EventWithdrawalService,
    private readonly corrections: EventCorrectionService,
  ) {}

  @Get('events')
  @Access('employees.change', { scope: 'government' })
  @ApiOperation({ summary: 'Peristiwa kepegawaian yang dicatat, yang terbaru di depan' })
  recent(@Query() query: ListEventsQuery): Promise<Page<EmploymentEventItem>> {
    return this.events.recent(query);
  }

  @Get('open-posts')
  @Access('employees.change', { scope: 'government' })
  @ApiOperation({ summary: 'Jabatan yang berlaku pada suatu tanggal, dengan kursi yang kosong' })
  openPosts(@Query() { date, q }: OpenPostsQuery): Promise<OpenPost[]> {
    return this.events.openPosts(date, q);
  }

  @Post('events/files')
  @Access('employees.change', { scope: 'government' })
  @UseInterceptors(new ReceivesUpload(EMPLOYMENT_EVENT_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Unggah surat keputusan untuk peristiwa kepegawaian' })
  upload(@CurrentActor() actor: Actor, @UploadedForm() file: Upload): Promise<EventFile> {
    return this.events.storeFile(actor, file);
  }

  @Get(':employmentId/events')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Peristiwa kepegawaian seorang pegawai' })
  list(@CurrentActor() actor: Actor, @Param() { employmentId }: EmployeeParam): Promise<EmploymentEvent[]> {
    return this.events.ofPerson(actor, employmentId);
  }

  @Post(':employmentId/events/preview')
  @HttpCode(200)
  @Access('employees.change', { scope: 'government' })
  @ApiOperation({ summary: 'Akibat sebuah peristiwa sebelum disimpan; tidak ada yang ditulis' })
  preview(@CurrentActor() actor: Actor, @Param() { employmentId }: EmployeeParam, @Body() event: EmploymentEventDto): Promise<EventPreview> {
    return this.events.preview(actor, employmentId, event);
  }

  @Post(':employmentId/events')
  @Access('employees.change', { scope: 'government' })
  @ApiOperation({ summary: 'Simpan peristiwa kepegawaian dengan seluruh akibatnya' })
  record(@CurrentActor() actor: Actor, @Param() { employmentId }: EmployeeParam, @Body() event: EmploymentEventDto): Promise<EmploymentEvent> {
    return this.events.record(actor, employmentId, event);
  }

  @Post(':employmentId/events/:eventId/withdrawal/preview')
  @HttpCode(200)
  @Access('employees.change', { scope: 'government' })
  @ApiOperation({ summary: 'Akibat bila peristiwa yang keliru ditarik; tidak ada yang ditulis' })
  previewWithdrawal(@CurrentActor() actor: Actor, @Param() { employmentId, eventId }: EventParam, @Body() { reason }: WithdrawEventDto): Promise<EventPreview> {
    return this.withdrawals.preview(actor, employmentId, eventId, reason);
  }

  @Post(':employmentId/events/:eventId/withdrawal')
  @HttpCode(200)
  @Access('employees.change', { scope: 'government' })
  @ApiOperation({ summary: 'Tarik peristiwa yang keliru: akibatnya dikembalikan, catatannya tetap ada' })
  withdraw(@CurrentActor() actor: Actor, @Param() { employmentId, eventId }: EventParam, @Body() { reason }: WithdrawEventDto): Promise<EmploymentEvent> {
    return this.withdrawals.withdraw(actor, employmentId, eventId, reason);
  }

  @Post(':employmentId/events/:eventId/correction/preview')
  @HttpCode(200)
  @Access('employees.change', { scope: 'government' })
  @ApiOperation({ summary: 'Akibat bila catatan peristiwa diperbaiki: apa yang dikembalikan dan apa yang berlaku; tidak ada yang ditulis' })
  previewCorrection(@CurrentActor() actor: Actor, @Param() { employmentId, eventId }: EventParam, @Body() { reason, event }: CorrectEventDto): Promise<CorrectionPreview> {
    return this.corrections.preview(actor, employmentId, eventId, reason, event);
  }

  @Post(':employmentId/events/:eventId/correction')
  @Access('employees.change', { scope: 'government' })
  @ApiOperation({ summary: 'Perbaiki catatan peristiwa: yang keliru ditarik dan yang benar dicatat sekaligus' })
  correct(@CurrentActor() actor: Actor, @Param() { employmentId, eventId }: EventParam, @Body() { reason, event }: CorrectEventDto): Promise<EmploymentEvent> {
    return this.corrections.correct(actor, employmentId, eventId, reason, event);
  }

  @Get(':employmentId/events/:eventId/file')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Surat keputusan sebuah peristiwa' })
  async file(@CurrentActor() actor: Actor, @Param() { employmentId, eventId }: EventParam): Promise<StreamableFile> {
    const { name, mediaType, content } = await this.events.file(actor, employmentId, eventId);
    return new StreamableFile(content, { type: mediaType, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
  }
}
