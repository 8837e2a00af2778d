import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { FeedbackPaperService } from './feedback-paper.service.js';
import { download } from './reports.controller.js';

export class FeedbackPaperQuery {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2199) year: number;
}

@Controller('feedback')
export class FeedbackPapersController {
  constructor(private readonly papers: FeedbackPaperService) {}

  @Get('people/:id/record.pdf')
  @Access('organisation.read', { scope: 'involved' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Rekaman informasi umpan balik berkelanjutan (PDF)' })
  async pdf(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Query() query: FeedbackPaperQuery): Promise<StreamableFile> {
    return download(await this.papers.pdf(actor, id, query.year));
  }
}
