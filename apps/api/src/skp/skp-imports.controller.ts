import { Controller, Get, HttpCode, Post, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import type { NationalSkpAnswer } from '@ekinerja/contracts/national-files';
import type { SkpImportAnswer } from '@ekinerja/contracts/skp-year';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { SkpImportService } from './skp-import.service.js';
import { SkpNationalImportService } from './skp-national-import.service.js';
import { NationalSkpQuery, SkpImportQuery } from './skp.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('skp-imports')
export class SkpImportsController {
  constructor(
    private readonly imports: SkpImportService,
    private readonly national: SkpNationalImportService,
  ) {}

  @Get('template.xlsx')
  @Access('skp.administer', { scope: 'everyone' })
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'Templat Excel untuk mengimpor SKP' })
  async template(): Promise<StreamableFile> {
    const content = await this.imports.template();
    return new StreamableFile(content, { type: XLSX, disposition: 'attachment; filename="templat-skp.xlsx"', length: content.length });
  }

  @Post()
  @HttpCode(200)
  @Access('skp.administer', { scope: 'own-skpd' })
  @UseInterceptors(new ReceivesUpload(SKP_LIMITS.importBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Impor SKP dari Excel: diperiksa, lalu masuk seluruhnya atau tidak sama sekali' })
  load(@CurrentActor() actor: Actor, @Query() query: SkpImportQuery, @UploadedForm() file: Upload): Promise<SkpImportAnswer> {
    return this.imports.load(actor, query.year, query.skpdId, query.apply === 'true', file);
  }

  @Get('national-template.xlsx')
  @Access('imports.manage', { scope: 'government' })
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'Contoh berkas SKP aplikasi nasional' })
  async nationalTemplate(): Promise<StreamableFile> {
    const content = await this.national.template();
    return new StreamableFile(content, { type: XLSX, disposition: 'attachment; filename="skp-aplikasi-nasional.xlsx"', length: content.length });
  }

  @Post('national')
  @HttpCode(200)
  @Access('imports.manage', { scope: 'government' })
  @UseInterceptors(new ReceivesUpload(SKP_LIMITS.importBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Ambil SKP dari berkas aplikasi nasional, bagi semua SKPD: seluruhnya atau tidak sama sekali' })
  loadNational(@CurrentActor() actor: Actor, @Query() { year, determinedOn, apply, leaveUnknown }: NationalSkpQuery, @UploadedForm() file: Upload): Promise<NationalSkpAnswer> {
    return this.national.load(actor, { year, determinedOn: determinedOn ?? null, apply: apply === 'true', leaveUnknown: leaveUnknown === 'true' }, file);
  }
}
