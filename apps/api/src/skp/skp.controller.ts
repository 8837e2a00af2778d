import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { MissingSkpItem, SkpDetail, SkpItem } from '@ekinerja/contracts/skp';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { PageQuery } from '../platform/http/page.query.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { SkpDeterminationService } from './skp-determination.service.js';
import { SkpDraftingService } from './skp-drafting.service.js';
import { SkpViewService } from './skp-view.service.js';
import { CreateSkpDto, MineQuery, MissingSkpQuery, ReturnSkpDto, SaveSkpDto } from './skp.dto.js';

@Controller('skp')
export class SkpController {
  constructor(
    private readonly drafting: SkpDraftingService,
    private readonly determination: SkpDeterminationService,
    private readonly view: SkpViewService,
  ) {}

  @Get('mine')
  @Access('skp.own')
  @ApiOperation({ summary: 'SKP saya' })
  mine(@CurrentActor() actor: Actor, @Query() query: MineQuery): Promise<SkpItem[]> {
    return this.view.mine(actor, query.year);
  }

  @Get('waiting')
  @Access('skp.determine')
  @ApiOperation({ summary: 'SKP bawahan yang menunggu penetapan' })
  waiting(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<SkpItem>> {
    return this.determination.waiting(actor, query);
  }

  @Get('missing')
  @Access('skp.monitor')
  @ApiOperation({ summary: 'Pegawai yang belum punya SKP yang ditetapkan' })
  missing(@CurrentActor() actor: Actor, @Query() query: MissingSkpQuery): Promise<Page<MissingSkpItem>> {
    return this.view.missing(actor, query);
  }

  @Post()
  @Access('skp.own')
  @ApiOperation({ summary: 'Menyusun SKP baru untuk satu tahun' })
  async create(@CurrentActor() actor: Actor, @Body() body: CreateSkpDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<SkpDetail> {
    return withEtag(reply, await this.drafting.create(actor, body));
  }

  @Get(':id')
  @Access('organisation.read')
  @ApiOperation({ summary: 'Satu SKP lengkap' })
  async get(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.view.get(actor, id));
  }

  @Put(':id')
  @Access('skp.own')
  @ApiOperation({ summary: 'Menyimpan isi SKP yang belum ditetapkan' })
  async save(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: SaveSkpDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.drafting.save(actor, id, version, body));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Access('skp.own')
  @ApiOperation({ summary: 'Mengajukan SKP kepada pejabat penilai' })
  async submit(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.drafting.submit(actor, id, version));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Access('skp.own')
  @ApiOperation({ summary: 'Menarik kembali SKP yang belum diputuskan' })
  async withdraw(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.drafting.withdraw(actor, id, version));
  }

  @Post(':id/determine')
  @HttpCode(200)
  @Access('skp.determine')
  @ApiOperation({ summary: 'Menetapkan SKP bawahan' })
  async determine(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.determination.determine(actor, id, version));
  }

  @Post(':id/return')
  @HttpCode(200)
  @Access('skp.determine')
  @ApiOperation({ summary: 'Mengembalikan SKP bawahan dengan alasan' })
  async returnToOwner(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: ReturnSkpDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.determination.returnToOwner(actor, id, version, body));
  }
}
