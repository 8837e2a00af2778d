import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation, EvaluationVersion } from '@ekinerja/contracts/evaluations';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { EvaluationReceiptsService } from './evaluation-receipts.service.js';
import { EvaluationVersionsService } from './evaluation-versions.service.js';
import { EvaluationHandOverDto } from './evaluations.dto.js';

/** The evaluation as a document: its receipt by the employee, and what it was before. */
@Controller('evaluations')
export class EvaluationDocumentsController {
  constructor(
    private readonly receipts: EvaluationReceiptsService,
    private readonly versions: EvaluationVersionsService,
  ) {}

  @Post(':id/receipt')
  @HttpCode(200)
  @Access('evaluations.own', { scope: 'own' })
  @ApiOperation({ summary: 'Menyatakan dokumen evaluasi sudah diterima; waktu keberatan mulai berjalan' })
  async confirm(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Evaluation> {
    return withEtag(reply, await this.receipts.confirm(actor, version, id));
  }

  @Post(':id/hand-over')
  @HttpCode(200)
  @Access('evaluations.rate', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Mencatat dokumen evaluasi diserahkan di atas kertas' })
  async handOver(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() { note }: EvaluationHandOverDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Evaluation> {
    return withEtag(reply, await this.receipts.handOver(actor, version, id, note));
  }

  @Get(':id/versions')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Evaluasi itu sebelum diubah, yang terbaru lebih dulu' })
  history(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<EvaluationVersion[]> {
    return this.versions.history(actor, id);
  }
}
