import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { SkpItem } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { PageQuery } from '../platform/http/page.query.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { SkpAgreementService } from './skp-agreement.service.js';
import { SkpDeterminationService } from './skp-determination.service.js';
import { DetermineSkpDto, SkpReasonDto, ReturnSkpDto, ReviewSkpDto, SettleDisputeDto, VerifySkpDto } from './skp.dto.js';

/** The way of an SKP until it binds: review, agreement, determination, dispute. */
@Controller('skp')
export class SkpStepsController {
  constructor(
    private readonly agreement: SkpAgreementService,
    private readonly determination: SkpDeterminationService,
  ) {}

  @Get('waiting')
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'SKP bawahan yang menunggu pejabat penilai' })
  waiting(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<SkpItem>> {
    return this.determination.waiting(actor, query);
  }

  @Get('to-review')
  @Access('skp.review', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'SKP yang menunggu reviu pengelola kinerja' })
  toReview(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<SkpItem>> {
    return this.agreement.toReview(actor, query);
  }

  @Get('disputes')
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'SKP yang tidak disetujui penilai dan menunggu putusan atasannya' })
  disputes(@CurrentActor() actor: Actor): Promise<SkpItem[]> {
    return this.determination.disputes(actor);
  }

  @Post(':id/review')
  @HttpCode(200)
  @Access('skp.review', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Mereviu SKP: kriteria tiap indikator dan catatan' })
  async review(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: ReviewSkpDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.agreement.review(actor, id, version, body));
  }

  @Post(':id/agree')
  @HttpCode(200)
  @Access('skp.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Menyepakati SKP sebagai pegawai atau pejabat penilai' })
  async agree(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.agreement.agree(actor, id, version));
  }

  @Post(':id/verify')
  @HttpCode(200)
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Memverifikasi SKP terhadap data dan dokumen' })
  async verify(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: VerifySkpDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.determination.verify(actor, id, version, body));
  }

  @Post(':id/determine')
  @HttpCode(200)
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Menetapkan SKP bawahan' })
  async determine(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: DetermineSkpDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.determination.determine(actor, id, version, body ?? {}));
  }

  @Post(':id/return')
  @HttpCode(200)
  @Access('skp.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Mengembalikan SKP dengan alasan dan catatan pada isiannya' })
  async returnToOwner(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: ReturnSkpDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.agreement.returnToOwner(actor, id, version, body));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Tidak menyetujui SKP; diputus atasan pejabat penilai' })
  async refuse(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: SkpReasonDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.determination.refuse(actor, id, version, body.reason));
  }

  @Post(':id/settle')
  @HttpCode(200)
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Putusan atasan pejabat penilai, bersifat final' })
  async settle(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: SettleDisputeDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.determination.settle(actor, id, version, body));
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Access('skp.administer', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Membuka kembali SKP yang sudah ditetapkan, dengan alasan' })
  async reopen(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: SkpReasonDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.agreement.reopen(actor, id, version, body.reason));
  }
}
