import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page } from '@ekinerja/contracts/basics';
import type { UnitItem } from '@ekinerja/contracts/organisation';
import type { UnitDetail, UnitNode } from '@ekinerja/contracts/units-and-posts';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { EndDto } from './assignments.dto.js';
import { OrganisationViewService } from './organisation-view.service.js';
import { ListUnitsQuery } from './organisation.dto.js';
import { OrganisationService } from './organisation.service.js';
import { ChangeUnitDto, CreateUnitDto, OnDateQuery, UnitNodesQuery } from './units-and-posts.dto.js';
import { UnitsService } from './units.service.js';

@Controller('units')
export class OrganisationController {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly view: OrganisationViewService,
    private readonly units: UnitsService,
  ) {}

  @Get()
  @Access('organisation.read', { scope: 'everyone', integrator: 'organisation:read' })
  @ApiOperation({ summary: 'Perangkat daerah dan unit di bawahnya' })
  list(@Query() query: ListUnitsQuery): Promise<Page<UnitItem>> {
    return this.organisation.listUnits(query);
  }

  @Get('nodes')
  @Access('posts.read', { scope: 'by-role', integrator: 'organisation:read' })
  @ApiOperation({ summary: 'Pohon unit: puncaknya, atau yang di bawah satu unit, dengan jumlah jabatan dan lowongan' })
  nodes(@CurrentActor() actor: Actor, @Query() { parentId, date }: UnitNodesQuery): Promise<UnitNode[]> {
    return this.view.nodes(actor, parentId, date);
  }

  @Get(':id')
  @Access('posts.read', { scope: 'by-role', integrator: 'organisation:read' })
  @ApiOperation({ summary: 'Satu unit: jabatan dengan pemangku dan lowongannya, unit di bawahnya, riwayatnya' })
  async unit(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Query() { date }: OnDateQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<UnitDetail> {
    return withEtag(reply, await this.view.unit(actor, id, date));
  }

  @Post()
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Membentuk unit mulai suatu tanggal' })
  async create(@CurrentActor() actor: Actor, @Body() body: CreateUnitDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<UnitDetail> {
    const { id } = await this.units.create(actor, body);
    return withEtag(reply, await this.view.unit(actor, id));
  }

  @Put(':id')
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Mengganti nama unit atau memindahkannya mulai suatu tanggal' })
  async change(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: ChangeUnitDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitDetail> {
    await this.units.change(actor, id, seen, body);
    return withEtag(reply, await this.view.unit(actor, id));
  }

  @Post(':id/close')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Menutup unit sesudah suatu hari' })
  async close(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: EndDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitDetail> {
    await this.units.close(actor, id, seen, body);
    return withEtag(reply, await this.view.unit(actor, id));
  }
}
