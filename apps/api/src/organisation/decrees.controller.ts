import { Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import { DECREE_LIMITS, type DecreeFile } from '@ekinerja/contracts/assignments';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { DecreesService } from './decrees.service.js';

@Controller('decrees')
export class DecreesController {
  constructor(private readonly decrees: DecreesService) {}

  @Post()
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @UseInterceptors(new ReceivesUpload(DECREE_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Unggah surat keputusan (PDF, JPEG, PNG); dilekatkan saat penugasan atau pendelegasian disimpan' })
  upload(@CurrentActor() actor: Actor, @UploadedForm() file: Upload): Promise<DecreeFile> {
    return this.decrees.keep(actor, file);
  }
}
