import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { StaffingUpdate } from '@ekinerja/contracts/staffing-records';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { ListStaffingUpdatesDto, StaffingNoteDto, VerifyStaffingUpdateDto } from './staffing-records.dto.js';
import { StaffingPeopleService } from './staffing-people.service.js';
import { StaffingUpdatesService } from './staffing-updates.service.js';

@Controller('staffing-records/updates')
export class StaffingUpdatesController {
  constructor(
    private readonly people: StaffingPeopleService,
    private readonly updates: StaffingUpdatesService,
  ) {}

  @Get()
  @Access('staffing-records.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pemutakhiran data pegawai, yang terbaru di depan' })
  list(@CurrentActor() actor: Actor, @Query() query: ListStaffingUpdatesDto): Promise<Page<StaffingUpdate>> {
    return this.people.updatesPage(actor, query);
  }

  @Get(':updateId')
  @Access('session.use', { scope: 'involved' })
  @ApiOperation({ summary: 'Satu pemutakhiran dengan tahapannya' })
  async get(@CurrentActor() actor: Actor, @Param('updateId', UuidPipe) id: Uuid, @Res({ passthrough: true }) reply: FastifyReply): Promise<StaffingUpdate> {
    return withEtag(reply, await this.updates.get(actor, id));
  }

  @Get(':updateId/document')
  @Access('session.use', { scope: 'involved' })
  @ApiProduces('application/octet-stream')
  @ApiOperation({ summary: 'Dokumen pendukung sebuah pemutakhiran' })
  async document(@CurrentActor() actor: Actor, @Param('updateId', UuidPipe) id: Uuid): Promise<StreamableFile> {
    const { name, mediaType, content } = await this.updates.document(actor, id);
    return new StreamableFile(content, { type: mediaType, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
  }

  @Post(':updateId/verify')
  @HttpCode(200)
  @Access('staffing-records.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Verifikasi: uji akurasi dokumen pendukung' })
  async verify(@CurrentActor() actor: Actor, @Param('updateId', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: VerifyStaffingUpdateDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<StaffingUpdate> {
    return withEtag(reply, await this.updates.verify(actor, id, version, body));
  }

  @Post(':updateId/clarify')
  @HttpCode(200)
  @Access('staffing-records.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Klarifikasi: jelaskan hasil verifikasi kepada pegawai' })
  async clarify(@CurrentActor() actor: Actor, @Param('updateId', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() { note }: StaffingNoteDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<StaffingUpdate> {
    return withEtag(reply, await this.updates.clarify(actor, id, version, note));
  }

  @Post(':updateId/synchronise')
  @HttpCode(200)
  @Access('staffing-records.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Sinkronisasi: cocokkan dengan data kepegawaian nasional; bedanya dicatat' })
  async synchronise(@CurrentActor() actor: Actor, @Param('updateId', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Res({ passthrough: true }) reply: FastifyReply): Promise<StaffingUpdate> {
    return withEtag(reply, await this.updates.synchronise(actor, id, version));
  }

  @Post(':updateId/validate')
  @HttpCode(200)
  @Access('staffing-records.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Validasi: sahkan; sejak itu data pegawai berubah' })
  async validate(@CurrentActor() actor: Actor, @Param('updateId', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() { note }: StaffingNoteDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<StaffingUpdate> {
    return withEtag(reply, await this.updates.validate(actor, id, version, note));
  }

  @Post(':updateId/reject')
  @HttpCode(200)
  @Access('staffing-records.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Tolak dengan alasan; terbaca oleh pegawai' })
  async reject(@CurrentActor() actor: Actor, @Param('updateId', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() { note }: StaffingNoteDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<StaffingUpdate> {
    return withEtag(reply, await this.updates.reject(actor, id, version, note));
  }
}
