import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { CasePapersService } from './case-papers.service.js';
import { download } from './reports.controller.js';

@Controller('follow-up/cases')
export class CasePapersController {
  constructor(private readonly papers: CasePapersService) {}

  @Get(':id/steps/:number/paper.pdf')
  @Access('follow-up.read', { scope: 'involved' })
  @ApiProduces('application/pdf')
  @ApiOperation({
    summary: 'Dokumen satu langkah perkara (PDF): pernyataan, pembinaan, hasil uji, atau keputusan',
  })
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', UuidPipe) id: Uuid,
    @Param('number') number: string,
  ): Promise<StreamableFile> {
    return download(await this.papers.step(actor, id, number));
  }

  @Get(':id/reminder.pdf')
  @Access('follow-up.read', { scope: 'involved' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Surat pengingat masa perkara yang segera atau sudah berakhir (PDF)' })
  async reminder(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<StreamableFile> {
    return download(await this.papers.reminder(actor, id));
  }
}
