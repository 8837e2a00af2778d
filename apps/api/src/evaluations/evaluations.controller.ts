import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation, EvaluationsDue } from '@ekinerja/contracts/evaluations';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { DueQuery, SaveEvaluationDto } from './evaluations.dto.js';
import { EvaluationsDueService } from './evaluations-due.service.js';
import { RatingService } from './rating.service.js';

@Controller('evaluations')
export class EvaluationsController {
  constructor(
    private readonly rating: RatingService,
    private readonly list: EvaluationsDueService,
  ) {}

  @Get('due')
  @Access('evaluations.rate', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Bawahan yang harus dievaluasi bulan ini, dengan formulirnya' })
  due(@CurrentActor() actor: Actor, @Query() { month, kind = 'periodic' }: DueQuery): Promise<EvaluationsDue> {
    return this.list.due(actor, month, kind);
  }

  @Get('mine')
  @Access('evaluations.own', { scope: 'own' })
  @ApiOperation({ summary: 'Evaluasi saya' })
  mine(@CurrentActor() actor: Actor): Promise<Evaluation[]> {
    return this.list.mine(actor);
  }

  @Post()
  @HttpCode(200)
  @Access('evaluations.rate', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Menetapkan evaluasi seorang bawahan' })
  async determine(
    @CurrentActor() actor: Actor, @IfMatch() version: number | null, @Body() body: SaveEvaluationDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Evaluation> {
    return withEtag(reply, await this.rating.determine(actor, version, body));
  }

  @Get(':id')
  @Access('organisation.read', { scope: 'involved', integrator: 'evaluations:read' })
  @ApiOperation({ summary: 'Satu evaluasi dengan alasannya' })
  async get(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Evaluation> {
    return withEtag(reply, await this.list.get(actor, id));
  }
}
