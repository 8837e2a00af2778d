import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import { EVIDENCE_LIMITS, type Activity, type ActivityMonth, type Favourite } from '@ekinerja/contracts/activities';
import type { SendActivitiesAnswer, SheetRows } from '@ekinerja/contracts/sent-activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { FavouriteDto, ActivityMonthQuery, SaveUnitActivityDto, SendActivitiesDto } from './activities.dto.js';
import { ActivityEvidenceService } from './activity-evidence.service.js';
import { ActivitySendingService } from './activity-sending.service.js';
import { ActivityUnitService } from './activity-unit.service.js';
import { FavouritesService } from './favourites.service.js';
import { readSheetRows, sheetTemplate } from './sheet-rows.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILE = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } };

/** Many entries at once, their evidence, favourites, and what the unit admin writes. */
@Controller('activities')
export class ActivityOwnController {
  constructor(
    private readonly sending: ActivitySendingService,
    private readonly evidence: ActivityEvidenceService,
    private readonly favourites: FavouritesService,
    private readonly unit: ActivityUnitService,
  ) {}

  @Post('send')
  @HttpCode(200)
  @Access('activities.own', { scope: 'own' })
  @ApiOperation({ summary: 'Mencatat banyak kegiatan sekaligus; setiap baris dijawab sendiri: tersimpan, sudah ada, bentrok, atau ditolak dengan pasalnya' })
  send(@CurrentActor() actor: Actor, @Body() body: SendActivitiesDto): Promise<SendActivitiesAnswer> {
    return this.sending.send(actor, body);
  }

  @Post('sheet')
  @HttpCode(200)
  @Access('activities.own', { scope: 'own' })
  @UseInterceptors(new ReceivesUpload(EVIDENCE_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOperation({ summary: 'Membaca baris kegiatan dari berkas Excel; belum ada yang disimpan' })
  sheet(@UploadedForm() file: Upload): Promise<SheetRows> {
    return readSheetRows(file.content);
  }

  @Get('template.xlsx')
  @Access('activities.own', { scope: 'everyone' })
  @ApiOperation({ summary: 'Lembar Excel kosong untuk kegiatan, dengan contoh' })
  async template(): Promise<StreamableFile> {
    return new StreamableFile(await sheetTemplate(), { type: XLSX, disposition: 'attachment; filename="kegiatan.xlsx"' });
  }

  @Get('favourites')
  @Access('activities.own', { scope: 'own' })
  @ApiOperation({ summary: 'Kegiatan favorit saya' })
  listFavourites(@CurrentActor() actor: Actor): Promise<Favourite[]> {
    return this.favourites.list(actor);
  }

  @Put('favourites/:id')
  @Access('activities.own', { scope: 'own' })
  @ApiOperation({ summary: 'Menyimpan kegiatan favorit' })
  saveFavourite(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: FavouriteDto): Promise<Favourite> {
    return this.favourites.save(actor, id, body);
  }

  @Delete('favourites/:id')
  @HttpCode(204)
  @Access('activities.own', { scope: 'own' })
  @ApiOperation({ summary: 'Menghapus kegiatan favorit' })
  removeFavourite(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<void> {
    return this.favourites.remove(actor, id);
  }

  @Put(':id/evidence/:evidenceId')
  @Access('activities.own', { scope: 'own' })
  @UseInterceptors(new ReceivesUpload(EVIDENCE_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOperation({ summary: 'Menambah bukti (foto atau PDF) pada kegiatan' })
  addEvidence(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Param('evidenceId', UuidPipe) evidenceId: Uuid, @UploadedForm() file: Upload,
  ): Promise<Activity> {
    return this.evidence.add(actor, id, evidenceId, file);
  }

  @Delete(':id/evidence/:evidenceId')
  @Access('activities.own', { scope: 'own' })
  @ApiOperation({ summary: 'Melepas bukti dari kegiatan' })
  removeEvidence(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Param('evidenceId', UuidPipe) evidenceId: Uuid): Promise<Activity> {
    return this.evidence.remove(actor, id, evidenceId);
  }

  @Get(':id/evidence/:evidenceId')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Berkas bukti sebuah kegiatan' })
  async readEvidence(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Param('evidenceId', UuidPipe) evidenceId: Uuid, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, content } = await this.evidence.read(actor, id, evidenceId);
    void reply.header('cache-control', 'private, no-store');
    return new StreamableFile(content, { type: file.mediaType, disposition: `inline; filename*=UTF-8''${encodeURIComponent(file.name)}` });
  }

  @Get('of/:employmentId/month')
  @Access('activities.unit', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Kegiatan seorang pegawai unit dalam satu bulan' })
  unitMonth(@CurrentActor() actor: Actor, @Param('employmentId', UuidPipe) employmentId: Uuid, @Query() { month }: ActivityMonthQuery): Promise<ActivityMonth> {
    return this.unit.month(actor, employmentId, month);
  }

  @Put('of/:employmentId/:id')
  @Access('activities.unit', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Menambah atau memperbaiki kegiatan pegawai unit, dengan alasan yang dibaca pemiliknya' })
  async saveUnit(
    @CurrentActor() actor: Actor, @Param('employmentId', UuidPipe) employmentId: Uuid, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: SaveUnitActivityDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Activity> {
    return withEtag(reply, await this.unit.save(actor, employmentId, id, version, body));
  }
}
