import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Page } from '@ekinerja/contracts/basics';
import type { MissingReportItem } from '@ekinerja/contracts/month-reports';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { MissingReportsQuery, MonthReportQuery } from './month-report.dto.js';
import { MonthReportService } from './month-report.service.js';
import { download } from './reports.controller.js';

@Controller('month-reports')
export class MonthReportsController {
  constructor(private readonly reports: MonthReportService) {}

  @Get('mine.pdf')
  @Access('activities.own', { scope: 'own' })
  @ApiProduces('application/pdf')
  @ApiOperation({
    summary: 'Laporan kinerja bulanan sendiri (PDF) untuk ditandatangani atasan; draf selama bulan berjalan',
  })
  async mine(@CurrentActor() actor: Actor, @Query() { month }: MonthReportQuery): Promise<StreamableFile> {
    return download(await this.reports.mine(actor, month));
  }

  @Get('missing')
  @Access('activities.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pegawai yang belum mencetak laporan bulanannya' })
  missing(
    @CurrentActor() actor: Actor,
    @Query() query: MissingReportsQuery,
  ): Promise<Page<MissingReportItem>> {
    return this.reports.missing(actor, query);
  }
}
