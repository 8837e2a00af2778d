import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpChangeDetail, SkpChangeSummary } from '@ekinerja/contracts/skp-record';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { PageQuery } from '../platform/http/page.query.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { SkpChangesService } from './skp-changes.service.js';
import { SkpReasonDto, SaveSkpDto, StartChangeDto } from './skp.dto.js';

/** Changes of a determined SKP within the year. */
@Controller()
export class SkpChangesController {
  constructor(private readonly changes: SkpChangesService) {}

  @Post('skp/:id/changes')
  @Access('skp.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Memulai perubahan SKP yang sudah ditetapkan' })
  async start(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: StartChangeDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpChangeDetail> {
    return withEtag(reply, await this.changes.start(actor, id, body));
  }

  @Get('skp-changes')
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Perubahan SKP bawahan yang menunggu, dengan batas waktunya' })
  waiting(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<SkpChangeSummary & { skpId: Uuid; personName: string; year: number }>> {
    return this.changes.waiting(actor, query);
  }

  @Get('skp-changes/:id')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Satu perubahan SKP dengan perbandingannya' })
  async get(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Res({ passthrough: true }) reply: FastifyReply): Promise<SkpChangeDetail> {
    return withEtag(reply, await this.changes.get(actor, id));
  }

  @Put('skp-changes/:id')
  @Access('skp.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Menyimpan isi perubahan SKP' })
  async save(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: SaveSkpDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpChangeDetail> {
    return withEtag(reply, await this.changes.save(actor, id, version, body));
  }

  @Post('skp-changes/:id/submit')
  @HttpCode(200)
  @Access('skp.own', { scope: 'own' })
  @ApiOperation({ summary: 'Melaporkan perubahan kepada pejabat penilai' })
  async submit(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpChangeDetail> {
    return withEtag(reply, await this.changes.submit(actor, id, version));
  }

  @Post('skp-changes/:id/accept')
  @HttpCode(200)
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Menerima perubahan sebagai versi baru' })
  async accept(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.changes.accept(actor, id, version));
  }

  @Post('skp-changes/:id/return')
  @HttpCode(200)
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Mengembalikan perubahan dengan alasan' })
  async returnToOwner(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: SkpReasonDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpChangeDetail> {
    return withEtag(reply, await this.changes.returnToOwner(actor, id, version, body.reason));
  }

  @Post('skp-changes/:id/drop')
  @HttpCode(200)
  @Access('skp.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Membatalkan perubahan yang belum dilaporkan' })
  async drop(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpChangeDetail> {
    return withEtag(reply, await this.changes.drop(actor, id, version));
  }
}
