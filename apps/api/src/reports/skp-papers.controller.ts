import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { download } from './reports.controller.js';
import { SkpPaperService } from './skp-paper.service.js';

@Controller('skp')
export class SkpPapersController {
  constructor(private readonly papers: SkpPaperService) {}

  @Get(':id/skp.pdf')
  @Access('organisation.read', { scope: 'involved' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Formulir SKP resmi dengan lampirannya (PDF); draf sampai ditetapkan' })
  async pdf(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<StreamableFile> {
    return download(await this.papers.pdf(actor, id));
  }
}
