import { Controller, Get, HttpCode, Post, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { EVALUATION_IMPORT_LIMITS, type EvaluationImportAnswer } from '@ekinerja/contracts/evaluation-imports';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { EvaluationImportService } from './evaluation-import.service.js';
import { EvaluationImportQuery } from './evaluations.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Opening data: results determined before this system. */
@Controller('evaluation-imports')
export class EvaluationImportsController {
  constructor(private readonly imports: EvaluationImportService) {}

  @Get('template.xlsx')
  @Access('imports.manage', { scope: 'government' })
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'Templat Excel untuk mengambil penilaian dari sebelum sistem ini' })
  async template(): Promise<StreamableFile> {
    const content = await this.imports.template();
    return new StreamableFile(content, { type: XLSX, disposition: 'attachment; filename="templat-penilaian.xlsx"', length: content.length });
  }

  @Post()
  @HttpCode(200)
  @Access('imports.manage', { scope: 'government' })
  @UseInterceptors(new ReceivesUpload(EVALUATION_IMPORT_LIMITS.bytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Ambil penilaian yang ditetapkan sebelum sistem ini dari Excel daerah atau berkas aplikasi nasional: seluruhnya atau tidak sama sekali' })
  load(@CurrentActor() actor: Actor, @Query() query: EvaluationImportQuery, @UploadedForm() file: Upload): Promise<EvaluationImportAnswer> {
    return this.imports.load(actor, { apply: query.apply === 'true', leaveUnknown: query.leaveUnknown === 'true' }, file);
  }
}
