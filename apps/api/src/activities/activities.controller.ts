import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type {
  AcceptActivitiesAnswer, Activity, ActivityEvent, ActivityMonth, GapItem, WaitingActivitiesPage,
} from '@ekinerja/contracts/activities';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { AcceptActivitiesDto, ActivityIdsDto, GapsQuery, ActivityMonthQuery, RefuseActivityDto, SaveActivityDto, WaitingQuery } from './activities.dto.js';
import { ActivityDecisionService } from './activity-decision.service.js';
import { ActivityEntryService } from './activity-entry.service.js';
import { ActivityMonthService } from './activity-month.service.js';
import { ActivityWaitingService } from './activity-waiting.service.js';

@Controller('activities')
export class ActivitiesController {
  constructor(
    private readonly entries: ActivityEntryService,
    private readonly decisions: ActivityDecisionService,
    private readonly waitingList: ActivityWaitingService,
    private readonly months: ActivityMonthService,
  ) {}

  @Get('month')
  @Access('activities.own', { scope: 'own' })
  @ApiOperation({ summary: 'Kegiatan saya dalam satu bulan, hari demi hari' })
  month(@CurrentActor() actor: Actor, @Query() { month }: ActivityMonthQuery): Promise<ActivityMonth> {
    return this.months.mine(actor, month);
  }

  @Get('waiting')
  @Access('activities.decide', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Kegiatan bawahan yang menunggu keputusan; membukanya dicatat' })
  waiting(@CurrentActor() actor: Actor, @Query() query: WaitingQuery): Promise<WaitingActivitiesPage> {
    return this.waitingList.page(actor, query);
  }

  @Get('gaps')
  @Access('activities.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Hari kerja tanpa kegiatan, per pegawai' })
  gaps(@CurrentActor() actor: Actor, @Query() query: GapsQuery): Promise<Page<GapItem>> {
    return this.months.gaps(actor, query);
  }

  @Post('accept')
  @HttpCode(200)
  @Access('activities.decide', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Menyetujui beberapa kegiatan sekaligus; yang tidak bisa disebut dengan alasannya' })
  acceptMany(@CurrentActor() actor: Actor, @Body() { entries }: AcceptActivitiesDto): Promise<AcceptActivitiesAnswer> {
    return this.decisions.acceptMany(actor, entries);
  }

  @Post('seen')
  @HttpCode(204)
  @Access('activities.decide', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Kegiatan yang benar-benar tampil di layar penilai' })
  async seen(@CurrentActor() actor: Actor, @Body() { ids }: ActivityIdsDto): Promise<void> {
    await this.waitingList.seen(actor, ids);
  }

  @Put(':id')
  @Access('activities.own', { scope: 'own' })
  @ApiOperation({ summary: 'Mencatat atau memperbaiki satu kegiatan' })
  async save(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: SaveActivityDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Activity> {
    return withEtag(reply, await this.entries.save(actor, id, version, body));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Access('activities.own', { scope: 'own' })
  @ApiOperation({ summary: 'Mengajukan kegiatan' })
  async submit(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Activity> {
    return withEtag(reply, await this.entries.submit(actor, id, version));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Access('activities.own', { scope: 'own' })
  @ApiOperation({ summary: 'Menarik kegiatan; catatannya tetap ada' })
  async withdraw(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Activity> {
    return withEtag(reply, await this.entries.withdraw(actor, id, version));
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Access('activities.decide', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Menyetujui kegiatan bawahan' })
  async accept(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Activity> {
    return withEtag(reply, await this.decisions.accept(actor, id, version));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Access('activities.decide', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Menolak kegiatan bawahan dengan alasan' })
  async refuse(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() { reason }: RefuseActivityDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Activity> {
    return withEtag(reply, await this.decisions.refuse(actor, id, version, reason));
  }

  @Get(':id/history')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Riwayat satu kegiatan' })
  history(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<ActivityEvent[]> {
    return this.waitingList.history(actor, id);
  }
}
