import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { AuthorityView, DelegationView, OverrideView } from '@ekinerja/contracts/evaluator-acts';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { EndDto } from './assignments.dto.js';
import { CreateDelegationDto, CreateOverrideDto, NameAuthorityDto } from './evaluator-acts.dto.js';
import { EvaluatorActsService } from './evaluator-acts.service.js';

@Controller()
export class EvaluatorActsController {
  constructor(private readonly acts: EvaluatorActsService) {}

  @Get('evaluator-delegations')
  @Access('posts.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pendelegasian wewenang menilai' })
  delegations(@CurrentActor() actor: Actor): Promise<DelegationView[]> {
    return this.acts.delegations(actor);
  }

  @Post('evaluator-delegations')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Mencatat pendelegasian oleh PPK kepada seorang pejabat' })
  async delegate(@CurrentActor() actor: Actor, @Body() body: CreateDelegationDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<DelegationView> {
    return withEtag(reply, await this.acts.delegate(actor, body));
  }

  @Post('evaluator-delegations/:id/end')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Mengakhiri pendelegasian sesudah suatu hari' })
  async endDelegation(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: EndDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DelegationView> {
    return withEtag(reply, await this.acts.end(actor, 'delegation', id, seen, body));
  }

  @Get('evaluator-overrides')
  @Access('posts.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Penilai yang ditetapkan lain dari garis jabatan' })
  overrides(@CurrentActor() actor: Actor): Promise<OverrideView[]> {
    return this.acts.overrides(actor);
  }

  @Post('evaluator-overrides')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Menetapkan penilai lain bagi seorang pegawai, dengan alasan dan pemberi izin' })
  async override(@CurrentActor() actor: Actor, @Body() body: CreateOverrideDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<OverrideView> {
    return withEtag(reply, await this.acts.override(actor, body));
  }

  @Post('evaluator-overrides/:id/end')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Mengakhiri penetapan penilai lain sesudah suatu hari' })
  async endOverride(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: EndDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OverrideView> {
    return withEtag(reply, await this.acts.end(actor, 'override', id, seen, body));
  }

  @Get('authorities')
  @Access('posts.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'PPK dan PyB menurut tanggal' })
  authorities(): Promise<AuthorityView[]> {
    return this.acts.authorities();
  }

  @Post('authorities')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Mencatat PPK atau PyB mulai suatu tanggal' })
  async nameAuthority(@CurrentActor() actor: Actor, @Body() body: NameAuthorityDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<AuthorityView> {
    return withEtag(reply, await this.acts.nameAuthority(actor, body));
  }

  @Post('authorities/:id/end')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Mengakhiri PPK atau PyB sesudah suatu hari' })
  async endAuthority(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: EndDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuthorityView> {
    return withEtag(reply, await this.acts.end(actor, 'authority', id, seen, body));
  }
}
