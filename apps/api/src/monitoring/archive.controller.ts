import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page } from '@ekinerja/contracts/basics';
import type { ArchivedDocument, CompletenessAnswer } from '@ekinerja/contracts/oversight';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ArchiveService } from './archive.service.js';
import { ArchiveQuery, ReportsQuery } from './monitoring.dto.js';

@Controller('archive')
export class ArchiveController {
  constructor(private readonly archive: ArchiveService) {}

  @Get('documents')
  @Access('archive.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Arsip dokumen pendukung dan dokumen terbit, menurut jenis, nomor, dan tanggal' })
  list(@CurrentActor() actor: Actor, @Query() query: ArchiveQuery): Promise<Page<ArchivedDocument>> {
    return this.archive.list(actor, query);
  }

  @Get('completeness')
  @Access('archive.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Kelengkapan dokumen pendukung yang diminta peraturan, per perangkat daerah' })
  completeness(@CurrentActor() actor: Actor, @Query() { year }: ReportsQuery): Promise<CompletenessAnswer> {
    return this.archive.completeness(actor, year);
  }
}
