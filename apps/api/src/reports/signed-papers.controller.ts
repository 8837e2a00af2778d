import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, Post, Query, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { SIGNED_PAPER_LIMITS, SIGNED_PAPERS, type ElectronicSignRequest, type SignedPaperKind, type SignedPapers } from '@ekinerja/contracts/signed-papers';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { NeverRepeated } from '../platform/http/idempotency.interceptor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { download } from './reports.controller.js';
import { SignedPapersService } from './signed-papers.service.js';

export class ScanQuery {
  @IsDay() date: string;
}
export class ElectronicSignDto {
  @Matches(/^\d{16}$/) nik: string;
  @IsString() @MinLength(SIGNED_PAPER_LIMITS.passphrase.min) @MaxLength(SIGNED_PAPER_LIMITS.passphrase.max) passphrase: string;
}
export const _electronic: Exact<ElectronicSignDto, ElectronicSignRequest> = true;

const PAPERS = Object.fromEntries(SIGNED_PAPERS.map((paper) => [paper, paper])) as Record<SignedPaperKind, SignedPaperKind>;
const paperPipe = new ParseEnumPipe(PAPERS, { exceptionFactory: () => new DomainError('not-found') });

@Controller('pay-runs/:id/units/:skpdId/signed-papers')
export class SignedPapersController {
  constructor(private readonly signed: SignedPapersService) {}

  @Get()
  @Access('pay-runs.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Lembar bertanda tangan bulan ini, dan apakah tanda tangan elektronik tersedia' })
  list(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string): Promise<SignedPapers> {
    return this.signed.list(actor, id, skpdId);
  }

  @Get(':paper')
  @Access('pay-runs.read', { scope: 'by-role' })
  @ApiProduces('application/octet-stream')
  @ApiOperation({ summary: 'Lembar bertanda tangan: pindaian, atau PDF dengan tanda tangan elektronik' })
  async file(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string, @Param('paper', paperPipe) paper: SignedPaperKind,
  ): Promise<StreamableFile> {
    const file = await this.signed.file(actor, id, skpdId, paper);
    return download({ ...file, name: file.name.replaceAll(/[^\w. -]/g, '_') });
  }

  @Post(':paper/scan')
  @HttpCode(200)
  @Access('pay-runs.keep-scan', { scope: 'own-skpd' })
  @UseInterceptors(new ReceivesUpload(SIGNED_PAPER_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Simpan pindaian daftar atau rekap yang ditandatangani kepala SKPD pada suatu tanggal' })
  async scan(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string, @Param('paper', paperPipe) paper: SignedPaperKind,
    @Query() query: ScanQuery, @IfMatch() seen: number | null, @UploadedForm() file: Upload, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.signed.scan(actor, id, skpdId, paper, seen, query.date, file));
  }

  @Post('recap/electronic')
  @HttpCode(200)
  @Access('pay-runs.sign', { scope: 'own-skpd' })
  @NeverRepeated()
  @ApiOperation({ summary: 'Kepala SKPD menandatangani rekap dengan sertifikat elektroniknya (BSrE); NIK dan frasa sandi tidak disimpan' })
  async sign(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string,
    @IfMatch() seen: number | null, @Body() body: ElectronicSignDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayRunUnitView> {
    return withEtag(reply, await this.signed.sign(actor, id, skpdId, seen, body));
  }
}
