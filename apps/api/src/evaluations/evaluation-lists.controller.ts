import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page } from '@ekinerja/contracts/basics';
import type { Calibration, Curve, MissingEvaluation, RankedEmployee } from '@ekinerja/contracts/evaluation-lists';
import type { BulkEvaluationsAnswer, EvaluationPart } from '@ekinerja/contracts/evaluations';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { BulkRatingService } from './bulk-rating.service.js';
import { CurveService } from './curve.service.js';
import { EvaluationListsService } from './evaluation-lists.service.js';
import { EvaluationPartsService } from './evaluation-parts.service.js';
import { BulkEvaluationsDto, CurveDto, SavePartDto, UnitMonthQuery } from './evaluations.dto.js';

/** Evaluations of many: at once, as a curve, as a ranking, and those that are missing. */
@Controller('evaluations')
export class EvaluationListsController {
  constructor(
    private readonly bulk: BulkRatingService,
    private readonly curves: CurveService,
    private readonly lists: EvaluationListsService,
    private readonly parts: EvaluationPartsService,
  ) {}

  @Post('bulk')
  @HttpCode(200)
  @Access('evaluations.rate', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Menetapkan evaluasi banyak bawahan sekaligus; setiap orang dijawab sendiri' })
  many(@CurrentActor() actor: Actor, @Body() body: BulkEvaluationsDto): Promise<BulkEvaluationsAnswer> {
    return this.bulk.determine(actor, body);
  }

  @Post('curve')
  @HttpCode(200)
  @Access('evaluations.rate', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Kurva sebaran predikat organisasi, termasuk penilaian yang belum disimpan' })
  curve(@CurrentActor() actor: Actor, @Body() body: CurveDto): Promise<Curve[]> {
    return this.curves.of(actor, body);
  }

  @Post('parts')
  @HttpCode(200)
  @Access('evaluations.rate', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Menilai bagian periode seorang bawahan sebelum ia pindah' })
  part(@CurrentActor() actor: Actor, @Body() body: SavePartDto): Promise<EvaluationPart> {
    return this.parts.save(actor, body);
  }

  @Get('ranking')
  @Access('evaluations.monitor', { scope: 'by-role', integrator: 'evaluations:read' })
  @ApiOperation({ summary: 'Pemeringkatan pegawai unit menurut predikat' })
  ranking(@CurrentActor() actor: Actor, @Query() query: UnitMonthQuery): Promise<Page<RankedEmployee>> {
    return this.lists.ranking(actor, query);
  }

  @Get('calibration')
  @Access('evaluations.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Sebaran predikat menurut pejabat penilai, di samping pola unit' })
  calibration(@CurrentActor() actor: Actor, @Query() query: UnitMonthQuery): Promise<Calibration[]> {
    return this.lists.calibration(actor, query);
  }

  @Get('missing')
  @Access('evaluations.monitor', { scope: 'by-role', integrator: 'evaluations:read' })
  @ApiOperation({ summary: 'Pegawai unit yang belum dievaluasi, dengan pejabat penilainya' })
  missing(@CurrentActor() actor: Actor, @Query() query: UnitMonthQuery): Promise<Page<MissingEvaluation>> {
    return this.lists.missing(actor, query);
  }
}
