import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import { Public } from '../platform/access/access.decorator.js';
import { DocumentsService } from './documents.service.js';

@Controller('documents')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Get('verify/:code')
  @Public()
  @ApiOperation({ summary: 'Keaslian dokumen tercetak menurut kode pada QR-nya' })
  verify(@Param('code') code: string): Promise<VerifyAnswer> {
    return this.documents.verify(code);
  }
}
