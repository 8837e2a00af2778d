import { Controller, Get, HttpCode, Param, Post, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import { WORKBOOK_LIMITS, type WorkbookImport } from '@ekinerja/contracts/imports';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { ImportsService } from './imports.service.js';
import { workbookTemplate } from './workbook-template.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Get('template.xlsx')
  @Access('imports.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Buku kerja kosong untuk unit, jabatan, pegawai, dan penugasan, dengan contoh dan petunjuk' })
  async template(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(await workbookTemplate(), { type: XLSX, disposition: 'attachment; filename="data-kepegawaian.xlsx"' });
  }

  @Get()
  @Access('imports.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Impor buku kerja, yang terbaru di depan (tanpa rincian kesalahan)' })
  list(): Promise<WorkbookImport[]> {
    return this.imports.list();
  }

  @Post()
  @Access('imports.manage', { scope: 'government' })
  @UseInterceptors(new ReceivesUpload(WORKBOOK_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Unggah buku kerja (.xlsx); diperiksa di belakang layar, belum ada yang ditulis' })
  upload(@CurrentActor() actor: Actor, @UploadedForm() file: Upload): Promise<WorkbookImport> {
    return this.imports.upload(actor, file);
  }

  @Get(':id')
  @Access('imports.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Satu impor: kemajuan, jumlah, dan setiap sel yang salah' })
  get(@Param('id', UuidPipe) id: string): Promise<WorkbookImport> {
    return this.imports.get(id);
  }

  @Post(':id/apply')
  @HttpCode(202)
  @Access('imports.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Terapkan buku kerja yang lolos pemeriksaan; semuanya atau tidak sama sekali' })
  apply(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string): Promise<WorkbookImport> {
    return this.imports.apply(actor, id);
  }
}
