import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Measurement } from '@ekinerja/contracts/measurements';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { ConfirmMeasurementDto, MeasurementQuery, StateMeasurementDto } from './measurements.dto.js';
import { MeasurementsService } from './measurements.service.js';
import { MeasuringService } from './measuring.service.js';

@Controller('measurements')
export class MeasurementsController {
  constructor(
    private readonly measurements: MeasurementsService,
    private readonly measuring: MeasuringService,
  ) {}

  @Get('mine')
  @Access('evaluations.own', { scope: 'own' })
  @ApiOperation({ summary: 'Realisasi saya pada satu periode pengukuran, dengan usulan dari kegiatan yang diterima' })
  async mine(@CurrentActor() actor: Actor, @Query() { rhythm, month }: MeasurementQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<Measurement> {
    if (actor.employmentId === null) throw new DomainError('permission-denied');
    return withEtag(reply, await this.measurements.view(actor, actor.employmentId, rhythm, month));
  }

  @Get('of/:employmentId')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Realisasi seorang pegawai pada satu periode pengukuran' })
  async of(
    @CurrentActor() actor: Actor, @Param('employmentId', UuidPipe) employmentId: Uuid, @Query() { rhythm, month }: MeasurementQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Measurement> {
    return withEtag(reply, await this.measurements.view(actor, employmentId, rhythm, month));
  }

  @Put('mine')
  @Access('evaluations.own', { scope: 'own' })
  @ApiOperation({ summary: 'Menyatakan realisasi setiap indikator' })
  async state(
    @CurrentActor() actor: Actor, @IfMatch() version: number | null, @Body() body: StateMeasurementDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Measurement> {
    return withEtag(reply, await this.measuring.state(actor, version, body));
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @Access('evaluations.rate', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Mengukuhkan realisasi seorang bawahan, dengan catatan bila berbeda' })
  async confirm(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: ConfirmMeasurementDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Measurement> {
    return withEtag(reply, await this.measuring.confirm(actor, id, version, body));
  }
}
