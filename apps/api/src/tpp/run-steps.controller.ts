import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { PayRunApprovalService } from './pay-run-approval.service.js';
import { ReturnDto } from './tpp.dto.js';

/** Steps of a list between the unit's check and the close. */
@Controller('pay-runs/:id/units/:skpdId')
export class RunStepsController {
  constructor(private readonly approvals: PayRunApprovalService) {}

  @Post('sign')
  @HttpCode(200)
  @Access('pay-runs.sign', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Kepala SKPD, atau yang bertindak baginya hari ini, menandatangani daftar yang sudah diperiksa' })
  async sign(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string,
    @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.approvals.sign(actor, id, skpdId, seen));
  }

  @Post('verify')
  @HttpCode(200)
  @Access('pay-runs.verify', { scope: 'government' })
  @ApiOperation({ summary: 'Perangkat daerah kepegawaian menyatakan daftar SKPD sudah diperiksanya' })
  async verify(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string,
    @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.approvals.verify(actor, id, skpdId, seen));
  }

  @Post('return')
  @HttpCode(200)
  @Access('pay-runs.return', { scope: 'by-role' })
  @ApiOperation({ summary: 'Kembalikan daftar yang sudah diperiksa kepada SKPD, dengan alasan' })
  async return(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string,
    @IfMatch() seen: number | null, @Body() body: ReturnDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.approvals.return(actor, id, skpdId, seen, body.reason));
  }
}
