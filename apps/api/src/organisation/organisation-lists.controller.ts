import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { AssignmentItem } from '@ekinerja/contracts/assignments';
import type { Page } from '@ekinerja/contracts/basics';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { ListAssignmentsQuery } from './assignments.dto.js';
import { EvaluatorActsService } from './evaluator-acts.service.js';
import { OrganisationListsService } from './organisation-lists.service.js';
import { OnDateQuery } from './units-and-posts.dto.js';

@Controller()
export class OrganisationListsController {
  constructor(
    private readonly lists: OrganisationListsService,
    private readonly acts: EvaluatorActsService,
  ) {}

  @Get('assignments')
  @Access('posts.read', { scope: 'by-role', integrator: 'organisation:read' })
  @ApiOperation({ summary: 'Siapa memegang jabatan apa pada suatu tanggal, menurut nama' })
  assignments(@CurrentActor() actor: Actor, @Query() query: ListAssignmentsQuery): Promise<Page<AssignmentItem>> {
    return this.lists.list(actor, query);
  }

  @Get('assignments/list.xlsx')
  @Access('posts.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Penugasan sebagai buku kerja; NIP sebagai teks' })
  assignmentsWorkbook(@CurrentActor() actor: Actor, @Query() query: ListAssignmentsQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    void reply.header('cache-control', 'no-store');
    return this.lists.assignmentsWorkbook(actor, query);
  }

  @Get('units/list.xlsx')
  @Access('posts.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pohon unit pada suatu tanggal sebagai buku kerja' })
  unitsWorkbook(@CurrentActor() actor: Actor, @Query() { date }: OnDateQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    void reply.header('cache-control', 'no-store');
    return this.lists.unitsWorkbook(actor, date);
  }

  @Get('evaluator-acts/list.xlsx')
  @Access('posts.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pendelegasian, penetapan khusus, PPK dan PyB sebagai buku kerja' })
  actsWorkbook(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    void reply.header('cache-control', 'no-store');
    return this.lists.actsWorkbook(actor);
  }

  @Get('evaluator-acts/:id/decree')
  @Access('posts.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Berkas keputusan suatu pendelegasian, penetapan khusus, PPK atau PyB' })
  decree(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    void reply.header('cache-control', 'no-store');
    return this.acts.decree(actor, id);
  }
}
