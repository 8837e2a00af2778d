import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { ReportsService, type ReportFile } from './reports.service.js';

@Controller()
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get('pay-runs/:id/units/:skpdId/recap.pdf')
  @Access('pay-runs.read', { scope: 'by-role' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Rekapitulasi TPP satu SKPD (PDF); draf selama belum ditutup' })
  async recapPdf(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string,
  ): Promise<StreamableFile> {
    return download(await this.reports.recapPdf(actor, id, skpdId));
  }

  @Get('pay-runs/:id/units/:skpdId/recap.xlsx')
  @Access('pay-runs.read', { scope: 'by-role' })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOperation({ summary: 'Rekapitulasi TPP satu SKPD (Excel)' })
  async recapXlsx(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string,
  ): Promise<StreamableFile> {
    return download(await this.reports.recapXlsx(actor, id, skpdId));
  }

  @Get('payslips/:id/slip.pdf')
  @Access('organisation.read', { scope: 'involved' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Slip TPP (PDF) dengan kode keaslian' })
  async slipPdf(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string): Promise<StreamableFile> {
    return download(await this.reports.slipPdf(actor, id));
  }
}

export function download({ name, mediaType, content }: ReportFile): StreamableFile {
  return new StreamableFile(content, { type: mediaType, disposition: `attachment; filename="${name}"`, length: content.length });
}
