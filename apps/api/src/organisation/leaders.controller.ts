import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { LeadersOfPerson, LeaderView } from '@ekinerja/contracts/evaluator-acts';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { EndDto } from './assignments.dto.js';
import { CreateLeaderDto } from './evaluator-acts.dto.js';
import { LeadersService } from './leaders.service.js';
import { OnDateQuery } from './units-and-posts.dto.js';

@Controller()
export class LeadersController {
  constructor(private readonly leaders: LeadersService) {}

  @Get('employees/:id/leaders')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Pimpinan seorang pegawai pada suatu tanggal: pejabat penilai, dan yang hanya memberi umpan balik dan tugas' })
  ofPerson(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Query() { date }: OnDateQuery): Promise<LeadersOfPerson> {
    return this.leaders.ofPerson(actor, id, date);
  }

  @Post('leaders')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Mencatat pimpinan yang bukan penilai bagi seorang pegawai' })
  async name(@CurrentActor() actor: Actor, @Body() body: CreateLeaderDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<LeaderView> {
    return withEtag(reply, await this.leaders.name(actor, body));
  }

  @Post('leaders/:id/end')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Mengakhiri pimpinan yang bukan penilai sesudah suatu hari' })
  async end(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: EndDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeaderView> {
    return withEtag(reply, await this.leaders.end(actor, id, seen, body));
  }
}
