import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import type { Uuid } from '@ekinerja/contracts/basics';
import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { SkpClosingService } from './skp-closing.service.js';
import { SkpDialogueService } from './skp-dialogue.service.js';
import { SkpDocumentsService } from './skp-documents.service.js';
import { AddSkpDocumentDto, CloseSkpDto, RecordDialogueDto } from './skp.dto.js';

/** What is put on record beside the words of an SKP: talks, papers, and its end. */
@Controller('skp')
export class SkpRecordsController {
  constructor(
    private readonly dialogues: SkpDialogueService,
    private readonly documents: SkpDocumentsService,
    private readonly closing: SkpClosingService,
  ) {}

  @Post(':id/dialogues')
  @HttpCode(200)
  @Access('skp.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Mencatat dialog kinerja atau pembahasan' })
  async recordDialogue(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: RecordDialogueDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.dialogues.record(actor, id, body));
  }

  @Post(':id/documents')
  @HttpCode(200)
  @Access('skp.take-part', { scope: 'involved' })
  @UseInterceptors(new ReceivesUpload(SKP_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Melampirkan dokumen pendukung dengan nomor, tanggal, dan penanda tangannya' })
  async addDocument(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Query() query: AddSkpDocumentDto, @UploadedForm() file: Upload,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.documents.add(actor, id, query, file));
  }

  @Get(':id/documents/:documentId')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Salinan satu dokumen pendukung' })
  async document(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Param('documentId', UuidPipe) documentId: Uuid,
  ): Promise<StreamableFile> {
    const { name, mediaType, content } = await this.documents.download(actor, id, documentId);
    return new StreamableFile(content, {
      type: mediaType, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, length: content.length,
    });
  }

  @Post(':id/close')
  @HttpCode(200)
  @Access('skp.close', { scope: 'involved' })
  @ApiOperation({ summary: 'Menutup SKP dengan capaian tiap hasil kerja' })
  async close(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: CloseSkpDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.closing.close(actor, id, version, body));
  }

  @Post(':id/attainments')
  @HttpCode(200)
  @Access('skp.close', { scope: 'involved' })
  @ApiOperation({ summary: 'Capaian SKP yang ditutup karena perpindahan' })
  async attain(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null,
    @Body() body: CloseSkpDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SkpDetail> {
    return withEtag(reply, await this.closing.attain(actor, id, version, body));
  }
}
