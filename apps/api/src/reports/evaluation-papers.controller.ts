import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { EvaluationPapersService } from './evaluation-papers.service.js';
import { download } from './reports.controller.js';

@Controller()
export class EvaluationPapersController {
  constructor(private readonly papers: EvaluationPapersService) {}

  @Get('evaluations/:id/evaluation.pdf')
  @Access('organisation.read', { scope: 'involved' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Dokumen evaluasi kinerja pegawai (PDF), dengan keberatan dan putusannya bila ada' })
  async evaluation(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<StreamableFile> {
    return download(await this.papers.evaluation(actor, id));
  }

  @Get('objections/:id/objection.pdf')
  @Access('organisation.read', { scope: 'involved' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Formulir keberatan (PDF)' })
  async objection(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<StreamableFile> {
    return download(await this.papers.objection(actor, id));
  }

  @Get('measurements/:id/measurement.pdf')
  @Access('organisation.read', { scope: 'involved' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Dokumen pengukuran kinerja (PDF); draf sampai dikukuhkan' })
  async measurement(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<StreamableFile> {
    return download(await this.papers.measurement(actor, id));
  }
}
