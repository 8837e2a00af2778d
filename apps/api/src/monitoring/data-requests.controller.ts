import { Body, Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Page } from '@ekinerja/contracts/basics';
import type { DataRequest } from '@ekinerja/contracts/oversight';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { PageQuery } from '../platform/http/page.query.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { DataRequestsService } from './data-requests.service.js';
import { CoordinateDto, DecideDataRequestDto, RegisterDataRequestDto } from './monitoring.dto.js';
import { XLSX } from './stages.controller.js';

@Controller('data-requests')
export class DataRequestsController {
  constructor(private readonly requests: DataRequestsService) {}

  @Get()
  @Access('data-requests.read', { scope: 'government' })
  @ApiOperation({ summary: 'Permintaan data, terbaru lebih dahulu' })
  list(@Query() query: PageQuery): Promise<Page<DataRequest>> {
    return this.requests.list(query);
  }

  @Get(':id')
  @Access('data-requests.read', { scope: 'government' })
  @ApiOperation({ summary: 'Satu permintaan data' })
  async get(@Param('id', UuidPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<DataRequest> {
    return withEtag(reply, await this.requests.get(id));
  }

  @Post()
  @Access('data-requests.register', { scope: 'government' })
  @ApiOperation({ summary: 'Mencatat permintaan: siapa, data apa, untuk apa, dengan surat apa' })
  register(@CurrentActor() actor: Actor, @Body() body: RegisterDataRequestDto): Promise<DataRequest> {
    return this.requests.register(actor, body);
  }

  @Post(':id/coordinations')
  @Access('data-requests.register', { scope: 'government' })
  @ApiOperation({ summary: 'Mencatat koordinasi dengan kepala perangkat daerah kepegawaian atau pimpinan unit' })
  coordinate(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: CoordinateDto): Promise<DataRequest> {
    return this.requests.coordinate(actor, id, seen, body);
  }

  @Post(':id/decision')
  @Access('data-requests.decide', { scope: 'government' })
  @ApiOperation({ summary: 'Pengelola E-Kinerja menyetujui atau menolak' })
  decide(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: DecideDataRequestDto): Promise<DataRequest> {
    return this.requests.decide(actor, id, seen, body);
  }

  @Post(':id/hand-over')
  @Access('data-requests.register', { scope: 'government' })
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'Menyerahkan data yang disetujui (Excel); setiap kali tercatat' })
  async handOver(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string): Promise<StreamableFile> {
    const { name, content } = await this.requests.handOver(actor, id);
    return new StreamableFile(content, { type: XLSX, disposition: `attachment; filename="${name}"`, length: content.length });
  }
}
