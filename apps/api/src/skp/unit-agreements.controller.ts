import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { UnitAgreement, UnitAgreementItem } from '@ekinerja/contracts/skp-cascade';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { AgreementsQuery, FinaliseAgreementDto, RecordAttainmentsDto, RedraftAgreementDto, SaveAgreementDto, StartAgreementDto } from './unit-agreements.dto.js';
import { UnitAgreementsService } from './unit-agreements.service.js';

/** Performance agreements of units: what the SKPs of their leaders are drawn from. */
@Controller('unit-agreements')
export class UnitAgreementsController {
  constructor(private readonly agreements: UnitAgreementsService) {}

  @Get()
  @Access('organisation.read', { scope: 'everyone' })
  @ApiOperation({ summary: 'Perjanjian kinerja perangkat daerah, atau unit-unit satu SKPD' })
  list(@CurrentActor() actor: Actor, @Query() query: AgreementsQuery): Promise<Page<UnitAgreementItem>> {
    return this.agreements.list(actor, query);
  }

  @Post()
  @Access('agreements.write', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Mulai menyusun perjanjian kinerja satu unit' })
  async start(@CurrentActor() actor: Actor, @Body() body: StartAgreementDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<UnitAgreement> {
    return withEtag(reply, await this.agreements.start(actor, body));
  }

  @Get(':id')
  @Access('organisation.read', { scope: 'everyone' })
  @ApiOperation({ summary: 'Satu perjanjian kinerja dengan sasaran, capaian, hasil, dan manfaatnya' })
  async get(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Res({ passthrough: true }) reply: FastifyReply): Promise<UnitAgreement> {
    return withEtag(reply, await this.agreements.get(actor, id));
  }

  @Put(':id')
  @Access('agreements.write', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Menyimpan sasaran perjanjian kinerja yang masih rancangan' })
  async save(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: SaveAgreementDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitAgreement> {
    return withEtag(reply, await this.agreements.save(actor, id, version, body));
  }

  @Post(':id/finalise')
  @HttpCode(200)
  @Access('agreements.write', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Menjadikan rancangan perjanjian kinerja final, dengan nomor dan tanggalnya' })
  async finalise(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: FinaliseAgreementDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitAgreement> {
    return withEtag(reply, await this.agreements.finalise(actor, id, version, body));
  }

  @Post(':id/redraft')
  @HttpCode(200)
  @Access('agreements.write', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Membuka kembali perjanjian kinerja yang final, dengan alasan' })
  async redraft(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() { reason }: RedraftAgreementDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitAgreement> {
    return withEtag(reply, await this.agreements.redraft(actor, id, version, reason));
  }

  @Put(':id/attainments')
  @Access('agreements.write', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Mencatat capaian, hasil, dan manfaat tiap sasaran' })
  async attain(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: RecordAttainmentsDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitAgreement> {
    return withEtag(reply, await this.agreements.attain(actor, id, version, body));
  }
}
