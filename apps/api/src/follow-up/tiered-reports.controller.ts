import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { PerformanceReport, ReportDraft } from '@ekinerja/contracts/follow-up';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { PageQuery } from '../platform/http/page.query.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch } from '../platform/http/versions.js';
import { PassReportDto, ReportDraftQuery, SendReportDto } from './follow-up.dto.js';
import { TieredReportsService } from './tiered-reports.service.js';

/** Evaluation results upwards, tier by tier. */
@Controller('performance-reports')
export class TieredReportsController {
  constructor(private readonly reports: TieredReportsService) {}

  @Get('draft')
  @Access('performance-reports.send', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Apa yang dapat saya laporkan untuk suatu periode' })
  draft(@CurrentActor() actor: Actor, @Query() query: ReportDraftQuery): Promise<ReportDraft> {
    return this.reports.draft(actor, query.kind, query.month);
  }

  @Post()
  @Access('performance-reports.send', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Menyampaikan laporan kinerja kepada tingkat di atas' })
  send(@CurrentActor() actor: Actor, @Body() body: SendReportDto): Promise<PerformanceReport> {
    return this.reports.send(actor, body);
  }

  @Get()
  @Access('performance-reports.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Laporan yang saya sampaikan, teruskan, atau terima' })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<PerformanceReport>> {
    return this.reports.list(actor, query);
  }

  @Get(':id')
  @Access('performance-reports.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Satu laporan dengan lampirannya' })
  get(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<PerformanceReport> {
    return this.reports.get(actor, id);
  }

  @Post(':id/pass')
  @HttpCode(200)
  @Access('performance-reports.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Meneruskan ke tingkat di atas, atau menerima di tingkat akhir' })
  pass(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: PassReportDto): Promise<PerformanceReport> {
    return this.reports.pass(actor, id, version, body.note);
  }
}
