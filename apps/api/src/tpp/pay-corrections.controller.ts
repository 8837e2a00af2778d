import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { BudgetCeiling, CorrectionsPage, PayClaim, PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { PayClaimsService } from './pay-claims.service.js';
import { PayRunVoidService } from './pay-run-void.service.js';
import { CeilingDto, CeilingParam, ClaimsQuery, CorrectionsQuery, SettleClaimDto, VoidDto, PayYearQuery } from './tpp.dto.js';

/** What happens around a run: taken back before it is sent, claims on people who left, ceilings of the budget. */
@Controller()
export class PayCorrectionsController {
  constructor(
    private readonly voids: PayRunVoidService,
    private readonly claims: PayClaimsService,
  ) {}

  @Post('pay-runs/:id/units/:skpdId/void')
  @HttpCode(200)
  @Access('pay-runs.void', { scope: 'government' })
  @ApiOperation({ summary: 'Usulkan pembatalan bulan SKPD yang sudah ditutup dan belum diserahkan' })
  async ask(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string, @Body() body: VoidDto,
    @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.voids.ask(actor, id, skpdId, seen, body.reason));
  }

  @Post('pay-runs/:id/units/:skpdId/void/agree')
  @HttpCode(200)
  @Access('pay-runs.void', { scope: 'government' })
  @ApiOperation({ summary: 'Setujui pembatalan yang diusulkan orang lain; bulan dibuka lagi dengan nomor urut berikutnya' })
  async agree(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string,
    @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.voids.agree(actor, id, skpdId, seen));
  }

  @Delete('pay-runs/:id/units/:skpdId/void')
  @Access('pay-runs.void', { scope: 'government' })
  @ApiOperation({ summary: 'Tarik usulan pembatalan' })
  async withdraw(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.voids.withdraw(actor, id, skpdId));
  }

  @Get('pay-corrections')
  @Access('pay-claims.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Penyesuaian bulan tertutup yang belum dibayarkan atau dipotong' })
  open(@CurrentActor() actor: Actor, @Query() query: CorrectionsQuery): Promise<CorrectionsPage> {
    return this.claims.open(actor, query);
  }

  @Get('pay-claims')
  @Access('pay-claims.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Kelebihan bayar yang tidak dapat dipotong pembayaran berikutnya (pegawai yang berhenti, anggaran tahun lalu), untuk ditagih' })
  list(@CurrentActor() actor: Actor, @Query() query: ClaimsQuery): Promise<PayClaim[]> {
    return this.claims.list(actor, query.state ?? 'open');
  }

  @Post('pay-claims/:id/settle')
  @HttpCode(200)
  @Access('pay-claims.settle', { scope: 'by-role' })
  @ApiOperation({ summary: 'Catat pengembalian dengan nomor tanda setornya' })
  settle(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() body: SettleClaimDto): Promise<PayClaim> {
    return this.claims.settle(actor, id, body);
  }

  @Get('budget-ceilings')
  @Access('pay-runs.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pagu TPP setiap SKPD dalam satu tahun anggaran, dan yang sudah terpakai' })
  ceilings(@CurrentActor() actor: Actor, @Query() query: PayYearQuery): Promise<BudgetCeiling[]> {
    return this.claims.ceilings(actor, Number(query.year));
  }

  @Put('budget-ceilings/:year/:skpdId')
  @Access('budget-ceilings.write', { scope: 'government' })
  @ApiOperation({ summary: 'Tetapkan pagu TPP satu SKPD' })
  async saveCeiling(
    @CurrentActor() actor: Actor, @Param() { skpdId, year }: CeilingParam, @Body() body: CeilingDto, @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BudgetCeiling> {
    return withEtag(reply, await this.claims.saveCeiling(actor, skpdId, Number(year), seen, body));
  }
}
