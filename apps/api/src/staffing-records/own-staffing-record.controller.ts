import { Body, Controller, Get, HttpCode, Param, Post, Res, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { EventFile } from '@ekinerja/contracts/employment-events';
import { STAFFING_LIMITS, type OwnStaffingRecord, type StaffingUpdate } from '@ekinerja/contracts/staffing-records';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { SubmitStaffingUpdateDto } from './staffing-records.dto.js';
import { StaffingUpdatesService } from './staffing-updates.service.js';

@Controller('staffing-records/own')
export class OwnStaffingRecordController {
  constructor(private readonly updates: StaffingUpdatesService) {}

  @Get()
  @Access('staffing-records.own', { scope: 'own' })
  @ApiOperation({ summary: 'Data kepegawaian sendiri, bedanya dengan data nasional, dan pemutakhirannya' })
  own(@CurrentActor() actor: Actor): Promise<OwnStaffingRecord> {
    return this.updates.own(actor);
  }

  @Post('files')
  @Access('staffing-records.own', { scope: 'own' })
  @UseInterceptors(new ReceivesUpload(STAFFING_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Unggah dokumen pendukung pemutakhiran' })
  upload(@CurrentActor() actor: Actor, @UploadedForm() file: Upload): Promise<EventFile> {
    return this.updates.storeFile(actor, file);
  }

  @Post('updates')
  @Access('staffing-records.own', { scope: 'own' })
  @ApiOperation({ summary: 'Ajukan pemutakhiran data sendiri dengan dokumen pendukung; berlaku sesudah divalidasi' })
  async submit(@CurrentActor() actor: Actor, @Body() body: SubmitStaffingUpdateDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<StaffingUpdate> {
    return withEtag(reply, await this.updates.submit(actor, body));
  }

  @Post('updates/:updateId/withdraw')
  @HttpCode(200)
  @Access('staffing-records.own', { scope: 'own' })
  @ApiOperation({ summary: 'Tarik kembali pemutakhiran yang belum diperiksa' })
  async withdraw(@CurrentActor() actor: Actor, @Param('updateId', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Res({ passthrough: true }) reply: FastifyReply): Promise<StaffingUpdate> {
    return withEtag(reply, await this.updates.withdraw(actor, id, version));
  }
}
