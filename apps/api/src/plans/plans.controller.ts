import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { MissingPlanItem, PlanMonth, WaitingPlanItem, WorkPlanContent, WorkPlanView } from '@ekinerja/contracts/plans';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { PageQuery } from '../platform/http/page.query.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { MissingPlanQuery, PlanMonthQuery, ReturnWorkPlanDto, SaveWorkPlanDto, SuggestionQuery } from './plans.dto.js';
import { PlansService } from './plans.service.js';
import { WorkPlanViewService } from './work-plan-view.service.js';
import { WorkPlanService } from './work-plan.service.js';

/** The breakdown, timeline and action plan of a determined SKP. */
@Controller('work-plans')
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly views: WorkPlanViewService,
    private readonly writing: WorkPlanService,
  ) {}

  @Get('month')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Target satu bulan sampai hari, di samping kegiatan yang diterima' })
  month(@CurrentActor() actor: Actor, @Query() { month, employmentId }: PlanMonthQuery): Promise<PlanMonth> {
    return this.plans.month(actor, month, employmentId);
  }

  @Get('waiting')
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Rencana kerja bawahan yang menunggu verifikasi' })
  waiting(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<WaitingPlanItem>> {
    return this.plans.waiting(actor, query);
  }

  @Get('missing')
  @Access('skp.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pegawai yang belum menyusun rincian, jadwal, atau rencana aksi' })
  missing(@CurrentActor() actor: Actor, @Query() query: MissingPlanQuery): Promise<Page<MissingPlanItem>> {
    return this.plans.missing(actor, query);
  }

  @Get(':skpId')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Rencana kerja dari satu SKP' })
  async get(@CurrentActor() actor: Actor, @Param('skpId', UuidPipe) skpId: Uuid, @Res({ passthrough: true }) reply: FastifyReply): Promise<WorkPlanView> {
    return withEtag(reply, await this.views.get(actor, skpId));
  }

  @Get(':skpId/suggestion')
  @Access('skp.own', { scope: 'own' })
  @ApiOperation({ summary: 'Rencana kerja yang diisikan: target dibagi rata atau menurut hari kerja' })
  suggestion(@CurrentActor() actor: Actor, @Param('skpId', UuidPipe) skpId: Uuid, @Query() { method }: SuggestionQuery): Promise<WorkPlanContent> {
    return this.views.suggestion(actor, skpId, method);
  }

  @Put(':skpId')
  @Access('skp.own', { scope: 'own' })
  @ApiOperation({ summary: 'Menyimpan rincian target dan rencana aksi' })
  async save(
    @CurrentActor() actor: Actor, @Param('skpId', UuidPipe) skpId: Uuid, @IfMatch() version: number | null,
    @Body() body: SaveWorkPlanDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkPlanView> {
    return withEtag(reply, await this.writing.save(actor, skpId, version, body));
  }

  @Post(':skpId/submit')
  @HttpCode(200)
  @Access('skp.own', { scope: 'own' })
  @ApiOperation({ summary: 'Mengajukan rencana kerja untuk diverifikasi' })
  async submit(
    @CurrentActor() actor: Actor, @Param('skpId', UuidPipe) skpId: Uuid, @IfMatch() version: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkPlanView> {
    return withEtag(reply, await this.writing.submit(actor, skpId, version));
  }

  @Post(':skpId/revise')
  @HttpCode(200)
  @Access('skp.own', { scope: 'own' })
  @ApiOperation({ summary: 'Membuka kembali rencana kerja sendiri untuk diubah' })
  async revise(
    @CurrentActor() actor: Actor, @Param('skpId', UuidPipe) skpId: Uuid, @IfMatch() version: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkPlanView> {
    return withEtag(reply, await this.writing.revise(actor, skpId, version));
  }

  @Post(':skpId/verify')
  @HttpCode(200)
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Memverifikasi rencana kerja bawahan' })
  async verify(
    @CurrentActor() actor: Actor, @Param('skpId', UuidPipe) skpId: Uuid, @IfMatch() version: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkPlanView> {
    return withEtag(reply, await this.writing.verify(actor, skpId, version));
  }

  @Post(':skpId/return')
  @HttpCode(200)
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Mengembalikan rencana kerja bawahan dengan alasan' })
  async sendBack(
    @CurrentActor() actor: Actor, @Param('skpId', UuidPipe) skpId: Uuid, @IfMatch() version: number | null,
    @Body() { reason }: ReturnWorkPlanDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkPlanView> {
    return withEtag(reply, await this.writing.sendBack(actor, skpId, version, reason));
  }
}
