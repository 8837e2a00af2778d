import { Body, Controller, Get, Param, Post, Query, Res, UseInterceptors, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import type { DecreeFile } from '@ekinerja/contracts/assignments';
import type { Page } from '@ekinerja/contracts/basics';
import { PAPER_LIMITS, type PaperDecision, type PaperSigner, type PaperWaiting } from '@ekinerja/contracts/paper-decisions';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { PageQuery } from '../platform/http/page.query.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { PaperDecisionDto, PaperWaitingQuery } from './paper-decisions.dto.js';
import { PaperDecisionsService } from './paper-decisions.service.js';
import { PaperSignersService } from './paper-signers.service.js';

@Controller('paper-decisions')
export class PaperDecisionsController {
  constructor(
    private readonly decisions: PaperDecisionsService,
    private readonly signers: PaperSignersService,
  ) {}

  @Get()
  @Access('paper-decisions.record', { scope: 'government' })
  @ApiOperation({ summary: 'Keputusan yang dicatat dari surat bertanda tangan, yang terbaru di depan' })
  recent(@Query() query: PageQuery): Promise<Page<PaperDecision>> {
    return this.decisions.recent(query);
  }

  @Get('signers')
  @Access('paper-decisions.record', { scope: 'government' })
  @ApiOperation({ summary: 'Pejabat penilai yang tidak pernah masuk, seperti bupati' })
  list(@CurrentActor() actor: Actor): Promise<PaperSigner[]> {
    return this.signers.list(actor);
  }

  @Get('signers/:id/waiting')
  @Access('paper-decisions.record', { scope: 'government' })
  @ApiOperation({ summary: 'SKP, kegiatan, dan penilaian yang menunggu keputusan pejabat itu' })
  waiting(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Query() { month }: PaperWaitingQuery): Promise<PaperWaiting> {
    return this.signers.waiting(actor, id, month);
  }

  @Post('files')
  @Access('paper-decisions.record', { scope: 'government' })
  @UseInterceptors(new ReceivesUpload(PAPER_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Unggah pindaian surat bertanda tangan (PDF, JPEG, PNG)' })
  keep(@CurrentActor() actor: Actor, @UploadedForm() file: Upload): Promise<DecreeFile> {
    return this.decisions.keep(actor, file);
  }

  @Post()
  @Access('paper-decisions.record', { scope: 'government' })
  @ApiOperation({ summary: 'Mencatat keputusan seorang pejabat dari surat yang ditandatanganinya, dengan pindaiannya' })
  record(@CurrentActor() actor: Actor, @Body() body: PaperDecisionDto): Promise<PaperDecision[]> {
    return this.decisions.record(actor, body);
  }

  @Get('of/:id')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Apakah SKP, kegiatan, atau penilaian ini diputus lewat surat, dan siapa yang mencatat' })
  of(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string): Promise<PaperDecision[]> {
    return this.decisions.of(actor, id);
  }

  @Get(':id/file')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Pindaian surat bertanda tangan' })
  file(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    void reply.header('cache-control', 'no-store');
    return this.decisions.file(actor, id);
  }
}
