import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { NextPayRun, PayRunItem, PayRunUnitView, PayRunView, SpecialPayment } from '@ekinerja/contracts/pay-runs';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { PayRunCheckService } from './pay-run-check.service.js';
import { PayRunCloseService } from './pay-run-close.service.js';
import { PayRunHandOverService } from './pay-run-hand-over.service.js';
import { PayRunOpenService } from './pay-run-open.service.js';
import { PayRunViewService } from './pay-run-view.service.js';
import { PayHandOverDto, OpenPayRunDto, PayMonthQuery, WaiveDto } from './tpp.dto.js';

@Controller('pay-runs')
export class PayRunsController {
  constructor(
    private readonly views: PayRunViewService,
    private readonly opening: PayRunOpenService,
    private readonly checking: PayRunCheckService,
    private readonly closing: PayRunCloseService,
    private readonly handingOver: PayRunHandOverService,
  ) {}

  @Get()
  @Access('pay-runs.read', { scope: 'by-role', integrator: 'payroll:read' })
  @ApiOperation({ summary: 'Daftar penggajian TPP, bulan terbaru di depan' })
  list(@CurrentActor() actor: Actor): Promise<PayRunItem[]> {
    return this.views.list(actor);
  }

  @Post()
  @HttpCode(200)
  @Access('pay-runs.open', { scope: 'government' })
  @ApiOperation({ summary: 'Buka perhitungan TPP satu bulan; yang sudah terbuka dijawab apa adanya' })
  open(@CurrentActor() actor: Actor, @Body() body: OpenPayRunDto): Promise<PayRunView> {
    return this.opening.open(actor, body);
  }

  @Get('next')
  @Access('pay-runs.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Bulan yang menunggu dibuka: sesudah yang terakhir, bila menurut kebijakan sudah berakhir' })
  next(): Promise<NextPayRun> {
    return this.views.next();
  }

  @Get('specials')
  @Access('pay-runs.open', { scope: 'government' })
  @ApiOperation({ summary: 'Pembayaran khusus (THR, gaji ke-13) yang diatur kebijakan pada satu bulan' })
  specials(@Query() { month }: PayMonthQuery): Promise<SpecialPayment[]> {
    return this.opening.specials(month);
  }

  @Get(':id')
  @Access('pay-runs.read', { scope: 'by-role', integrator: 'payroll:read' })
  @ApiOperation({ summary: 'Satu perhitungan TPP dengan keadaan setiap SKPD' })
  run(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string): Promise<PayRunView> {
    return this.views.run(actor, id);
  }

  @Get(':id/units/:skpdId')
  @Access('pay-runs.read', { scope: 'by-role', integrator: 'payroll:read' })
  @ApiOperation({ summary: 'Daftar pegawai satu SKPD: yang dibayar, yang tidak beserta alasannya, dan yang masih kurang' })
  async unit(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.views.unit(actor, id, skpdId));
  }

  @Post(':id/units/:skpdId/waivers')
  @HttpCode(200)
  @Access('pay-runs.waive', { scope: 'government' })
  @ApiOperation({ summary: 'Kesampingkan data yang kurang dari seorang pegawai, dengan alasan' })
  async waive(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string,
    @Body() body: WaiveDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.checking.waive(actor, id, skpdId, body));
  }

  @Post(':id/units/:skpdId/check')
  @HttpCode(200)
  @Access('pay-runs.check', { scope: 'by-role' })
  @ApiOperation({ summary: 'Nyatakan daftar SKPD sudah diperiksa' })
  async check(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string,
    @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.checking.check(actor, id, skpdId, seen));
  }

  @Post(':id/units/:skpdId/reopen')
  @HttpCode(200)
  @Access('pay-runs.check', { scope: 'by-role' })
  @ApiOperation({ summary: 'Kembalikan daftar yang sudah diperiksa menjadi draf' })
  async reopen(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string,
    @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.checking.reopen(actor, id, skpdId, seen));
  }

  @Post(':id/units/:skpdId/close')
  @HttpCode(200)
  @Access('pay-runs.close', { scope: 'government' })
  @ApiOperation({ summary: 'Tutup bulan satu SKPD; sesudahnya tidak berubah lagi' })
  async close(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string,
    @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.closing.close(actor, id, skpdId, seen));
  }

  @Post(':id/units/:skpdId/hand-over')
  @HttpCode(200)
  @Access('pay-runs.hand-over', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Catat tanggal rekap ditandatangani atau diserahkan ke bendahara' })
  async handOver(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string,
    @Body() body: PayHandOverDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.handingOver.record(actor, id, skpdId, body));
  }
}
