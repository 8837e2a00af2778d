import { Body, Controller, Get, HttpCode, Param, Post, Put, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { AssignmentView } from '@ekinerja/contracts/assignments';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { CorrectAssignmentDto, EndDto, MoveAssignmentDto, OpenAssignmentDto } from './assignments.dto.js';
import { AssignmentsService } from './assignments.service.js';
import { DecreesService } from './decrees.service.js';

@Controller('assignments')
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly decrees: DecreesService,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Mengangkat ke jabatan: definitif, Plt, Plh, Pj, atau tambahan, mulai suatu tanggal' })
  async open(@CurrentActor() actor: Actor, @Body() body: OpenAssignmentDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<AssignmentView> {
    return withEtag(reply, await this.assignments.open(actor, body));
  }

  @Post('move')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Memindahkan ke jabatan definitif lain; yang lama berakhir sehari sebelumnya' })
  async move(@CurrentActor() actor: Actor, @Body() body: MoveAssignmentDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<AssignmentView> {
    return withEtag(reply, await this.assignments.move(actor, body));
  }

  @Put(':id')
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Membetulkan tanggal atau surat keputusan suatu penugasan' })
  async correct(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: CorrectAssignmentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssignmentView> {
    return withEtag(reply, await this.assignments.correct(actor, id, seen, body));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Mengakhiri penugasan sesudah suatu hari' })
  async end(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: EndDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssignmentView> {
    return withEtag(reply, await this.assignments.end(actor, id, seen, body));
  }

  @Get(':id/decree')
  @Access('posts.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Berkas surat keputusan suatu penugasan' })
  async decree(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    void reply.header('cache-control', 'no-store');
    return this.decrees.ofAssignment(actor, id);
  }
}
