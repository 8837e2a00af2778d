import { Body, Controller, Get, HttpCode, Param, Post, Put, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import type { Uuid } from '@ekinerja/contracts/basics';
import { OBJECTION_LIMITS, type Objection } from '@ekinerja/contracts/objections';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { ObjectionCaseService } from './objection-case.service.js';
import { ObjectionDecisionService } from './objection-decision.service.js';
import { DecideObjectionDto, ObjectionExplanationDto, ObjectionQuestionDto, WithdrawObjectionDto } from './objections.dto.js';

const FILE = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } };

/** The examination of one objection and its end. */
@Controller('objections/:id')
export class ObjectionCaseController {
  constructor(
    private readonly cases: ObjectionCaseService,
    private readonly decisions: ObjectionDecisionService,
  ) {}

  @Post('questions')
  @HttpCode(200)
  @Access('objections.examine', { scope: 'involved' })
  @ApiOperation({ summary: 'Meminta penjelasan pejabat penilai atau pegawai' })
  ask(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: ObjectionQuestionDto): Promise<Objection> {
    return this.cases.ask(actor, id, body);
  }

  @Post('explanations')
  @HttpCode(200)
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Memberi penjelasan, atau mencatat penjelasan yang disampaikan lisan kepada pemeriksa' })
  explain(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: ObjectionExplanationDto): Promise<Objection> {
    return this.cases.explain(actor, id, body);
  }

  @Put('evidence/:evidenceId')
  @Access('organisation.read', { scope: 'involved' })
  @UseInterceptors(new ReceivesUpload(OBJECTION_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOperation({ summary: 'Menambah bukti pada berkas keberatan' })
  addEvidence(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Param('evidenceId', UuidPipe) evidenceId: Uuid, @UploadedForm() file: Upload,
  ): Promise<Objection> {
    return this.cases.addEvidence(actor, id, evidenceId, file);
  }

  @Get('evidence/:evidenceId')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Berkas bukti keberatan' })
  async readEvidence(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Param('evidenceId', UuidPipe) evidenceId: Uuid, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, content } = await this.cases.readEvidence(actor, id, evidenceId);
    void reply.header('cache-control', 'private, no-store');
    return new StreamableFile(content, { type: file.mediaType, disposition: `inline; filename*=UTF-8''${encodeURIComponent(file.name)}` });
  }

  @Post('decision')
  @HttpCode(200)
  @Access('objections.examine', { scope: 'involved' })
  @ApiOperation({ summary: 'Memutus keberatan: menguatkan atau mengubah hasil evaluasi' })
  async decide(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: DecideObjectionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Objection> {
    return withEtag(reply, await this.decisions.decide(actor, id, version, body));
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Access('objections.own', { scope: 'involved' })
  @ApiOperation({ summary: 'Mencabut keberatan' })
  async withdraw(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() { reason }: WithdrawObjectionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Objection> {
    return withEtag(reply, await this.cases.withdraw(actor, id, version, reason));
  }
}
