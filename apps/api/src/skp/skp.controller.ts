import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SkpItem } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpComparison, SkpEvent, SkpVersionItem } from '@ekinerja/contracts/skp-record';
import type { SkpSuggestions } from '@ekinerja/contracts/skp-year';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { SkpCreationService } from './skp-creation.service.js';
import { SkpDraftingService } from './skp-drafting.service.js';
import { SkpTemplatesService } from './skp-templates.service.js';
import { SkpVersionsService } from './skp-versions.service.js';
import { SkpViewService } from './skp-view.service.js';
import { CompareQuery, CreateSkpDto, MineQuery, SaveSkpDto, SkpYearQuery } from './skp.dto.js';

/** Writing and reading one SKP. */
@Controller('skp')
export class SkpController {
  constructor(
    private readonly creation: SkpCreationService,
    private readonly drafting: SkpDraftingService,
    private readonly view: SkpViewService,
    private readonly versionList: SkpVersionsService,
    private readonly templates: SkpTemplatesService,
  ) {}

  @Get('mine')
  @Access('skp.own', { scope: 'own' })
  @ApiOperation({ summary: 'SKP saya' })
  mine(@CurrentActor() actor: Actor, @Query() query: MineQuery): Promise<SkpItem[]> {
    return this.view.mine(actor, query.year);
  }

  @Get('suggestions')
  @Access('skp.own', { scope: 'own' })
  @ApiOperation({ summary: 'Bahan memulai SKP: tugas pokok jabatan, SKP tahun lalu, templat unit' })
  suggestions(@CurrentActor() actor: Actor, @Query() query: SkpYearQuery): Promise<SkpSuggestions> {
    return this.templates.suggestions(actor, query.year);
  }

  @Post()
  @Access('skp.own', { scope: 'own' })
  @ApiOperation({ summary: 'Menyusun SKP baru untuk satu tahun' })
  async create(@CurrentActor() actor: Actor, @Body() body: CreateSkpDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<SkpDetail> {
    return withEtag(reply, await this.creation.create(actor, body));
  }

  @Get(':id')
  @Access('organisation.read', { scope: 'involved', integrator: 'skp:read' })
  @ApiOperation({ summary: 'Satu SKP lengkap' })
  async get(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.view.get(actor, id));
  }

  @Put(':id')
  @Access('skp.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Menyimpan isi SKP yang belum ditetapkan' })
  async save(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: SaveSkpDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.drafting.save(actor, id, version, body));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Access('skp.own', { scope: 'own' })
  @ApiOperation({ summary: 'Mengajukan SKP dengan tanda tangan pemiliknya' })
  async submit(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.drafting.submit(actor, id, version));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Access('skp.own', { scope: 'own' })
  @ApiOperation({ summary: 'Menarik kembali SKP yang belum diputuskan' })
  async withdraw(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.drafting.withdraw(actor, id, version));
  }

  @Get(':id/versions')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Versi yang pernah berlaku dengan tanda tangannya' })
  versions(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<SkpVersionItem[]> {
    return this.versionList.list(actor, id);
  }

  @Get(':id/comparison')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Perbandingan dua versi, isian demi isian' })
  compare(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Query() query: CompareQuery): Promise<SkpComparison> {
    return this.versionList.compare(actor, id, query.from, query.to);
  }

  @Get(':id/events')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Riwayat: siapa menulis dan melakukan apa' })
  events(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<SkpEvent[]> {
    return this.versionList.events(actor, id);
  }
}
