import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { Objection, ObjectionItem, ObjectionWindow } from '@ekinerja/contracts/objections';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { PageQuery } from '../platform/http/page.query.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { withEtag } from '../platform/http/versions.js';
import { ObjectionFilingService } from './objection-filing.service.js';
import { ObjectionViewService } from './objection-view.service.js';
import { FileObjectionDto, ObjectionsQuery } from './objections.dto.js';

@Controller('objections')
export class ObjectionsController {
  constructor(
    private readonly filing: ObjectionFilingService,
    private readonly view: ObjectionViewService,
  ) {}

  @Get('windows')
  @Access('objections.own', { scope: 'own' })
  @ApiOperation({ summary: 'Evaluasi saya: boleh diajukan keberatan atau tidak, sampai kapan, kepada siapa' })
  windows(@CurrentActor() actor: Actor): Promise<ObjectionWindow[]> {
    return this.filing.windows(actor);
  }

  @Get('mine')
  @Access('objections.own', { scope: 'own' })
  @ApiOperation({ summary: 'Keberatan saya' })
  mine(@CurrentActor() actor: Actor): Promise<ObjectionItem[]> {
    return this.view.mine(actor);
  }

  @Get('cases')
  @Access('objections.examine', { scope: 'own' })
  @ApiOperation({ summary: 'Keberatan yang saya periksa, atau atas evaluasi yang saya tetapkan' })
  cases(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<ObjectionItem>> {
    return this.view.cases(actor, query);
  }

  @Get()
  @Access('objections.monitor', { scope: 'government' })
  @ApiOperation({ summary: 'Semua keberatan; yang lewat batas waktu dapat disaring' })
  all(@CurrentActor() actor: Actor, @Query() query: ObjectionsQuery): Promise<Page<ObjectionItem>> {
    return this.view.all(actor, query);
  }

  @Post()
  @HttpCode(200)
  @Access('objections.own', { scope: 'own' })
  @ApiOperation({ summary: 'Mengajukan keberatan atas hasil evaluasi' })
  async file(@CurrentActor() actor: Actor, @Body() body: FileObjectionDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<Objection> {
    return withEtag(reply, await this.filing.file(actor, body));
  }

  @Get(':id')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Berkas perkara keberatan' })
  async get(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Res({ passthrough: true }) reply: FastifyReply): Promise<Objection> {
    return withEtag(reply, await this.view.get(actor, id));
  }
}
