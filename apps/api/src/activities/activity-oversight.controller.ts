import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Activity, DayLacking, PlanLine, Reopening, UndoDecisionsAnswer, UnitDays } from '@ekinerja/contracts/activities';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { ActivityIdsDto, CorrectActivityDto, ActivityMonthQuery, ReopenDaysDto, ReopeningsQuery, UnitDayQuery, UnitDaysQuery } from './activities.dto.js';
import { ActivityCorrectionService } from './activity-correction.service.js';
import { ActivityDecisionService } from './activity-decision.service.js';
import { ReopeningsService } from './reopenings.service.js';
import { UnitDaysService } from './unit-days.service.js';

/** The evaluator's corrections and second thoughts, and what the unit watches and opens again. */
@Controller('activities')
export class ActivityOversightController {
  constructor(
    private readonly corrections: ActivityCorrectionService,
    private readonly decisions: ActivityDecisionService,
    private readonly reopenings: ReopeningsService,
    private readonly units: UnitDaysService,
  ) {}

  @Post('undo')
  @HttpCode(200)
  @Access('activities.decide', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Membatalkan keputusan sendiri dalam beberapa detik, sebelum diberitahukan' })
  undo(@CurrentActor() actor: Actor, @Body() { ids }: ActivityIdsDto): Promise<UndoDecisionsAnswer> {
    return this.decisions.undo(actor, ids);
  }

  @Post(':id/correct')
  @HttpCode(200)
  @Access('activities.decide', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Mengoreksi kegiatan bawahan lalu menyetujuinya; tulisan aslinya tetap terlihat' })
  async correct(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: CorrectActivityDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Activity> {
    return withEtag(reply, await this.corrections.correct(actor, id, version, body));
  }

  @Get('plan-of/:employmentId')
  @Access('activities.decide', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Hasil kerja SKP seorang bawahan dengan kegiatannya dalam bulan itu' })
  plan(@CurrentActor() actor: Actor, @Param('employmentId', UuidPipe) employmentId: Uuid, @Query() { month }: ActivityMonthQuery): Promise<PlanLine[]> {
    return this.units.plan(actor, employmentId, month);
  }

  @Get('unit-days')
  @Access('activities.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Satu perangkat daerah hari demi hari: yang kosong, yang menunggu, penilai yang diam' })
  unitDays(@CurrentActor() actor: Actor, @Query() { skpdId, month }: UnitDaysQuery): Promise<UnitDays> {
    return this.units.of(actor, skpdId, month);
  }

  @Get('unit-day')
  @Access('activities.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Siapa saja dari satu perangkat daerah yang belum mengisi kegiatan pada satu hari' })
  lackingOn(@CurrentActor() actor: Actor, @Query() query: UnitDayQuery): Promise<Page<DayLacking>> {
    return this.units.lackingOn(actor, query);
  }

  @Get('reopenings')
  @Access('activities.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Hari yang dibuka kembali: untuk siapa, sampai kapan, mengapa, oleh siapa' })
  listReopenings(@CurrentActor() actor: Actor, @Query() query: ReopeningsQuery): Promise<Page<Reopening>> {
    return this.reopenings.list(actor, query);
  }

  @Put('reopenings/:id')
  @Access('activities.reopen', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Membuka kembali hari seorang pegawai yang sudah lewat batas pengisiannya' })
  reopen(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: ReopenDaysDto): Promise<Reopening> {
    return this.reopenings.grant(actor, id, body);
  }

  @Post('reopenings/:id/revoke')
  @HttpCode(200)
  @Access('activities.reopen', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Mencabut pembukaan kembali' })
  revoke(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<Reopening> {
    return this.reopenings.revoke(actor, id);
  }
}
