import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Uuid } from '@ekinerja/contracts/basics';
import { REPORT_ATTACHMENTS, type ReportAttachment } from '@ekinerja/contracts/follow-up';
import { REQUEST_PAPERS, type OfficialForms, type RequestPaper } from '@ekinerja/contracts/forms';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { FormsService } from './forms.service.js';
import { OfficePapersService } from './office-papers.service.js';
import { download } from './reports.controller.js';

export class RequestPaperQuery {
  @IsIn(REQUEST_PAPERS) paper: RequestPaper;
}
export class AttachmentQuery {
  @IsIn(REPORT_ATTACHMENTS) attachment: ReportAttachment;
}
export class FormsQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1950) @Max(2150) year?: number;
}

@Controller()
export class OfficePapersController {
  constructor(
    private readonly papers: OfficePapersService,
    private readonly forms: FormsService,
  ) {}

  @Get('employees/:id/forms')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Alur dan format resmi satu pegawai selama setahun, menurut tahap pengelolaan kinerja' })
  ofYear(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Query() { year }: FormsQuery): Promise<OfficialForms> {
    return this.forms.ofYear(actor, id, year);
  }

  @Get('service-requests/:id/paper.pdf')
  @Access('service-requests.take-part', { scope: 'involved' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Surat permohonan, daftar perubahan, atau tanda terima (PDF)' })
  async request(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Query() { paper }: RequestPaperQuery): Promise<StreamableFile> {
    return download(await this.papers.request(actor, id, paper));
  }

  @Get('oversight-reports/:id/report.pdf')
  @Access('monitoring.reports', { scope: 'government' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Laporan pemantauan sebagai dokumen (PDF)' })
  async oversight(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<StreamableFile> {
    return download(await this.papers.oversightReport(actor, id));
  }

  @Get('performance-reports/:id/report.pdf')
  @Access('performance-reports.read', { scope: 'involved' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Laporan kinerja pegawai yang disampaikan berjenjang (PDF)' })
  async performance(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<StreamableFile> {
    return download(await this.papers.performanceReport(actor, id));
  }

  @Get('performance-reports/:id/items/:evaluationId/attachment.pdf')
  @Access('performance-reports.read', { scope: 'involved' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Lampiran laporan kinerja: dokumen evaluasi atau SKP seorang pegawai (PDF)' })
  async attachment(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Param('evaluationId', UuidPipe) evaluationId: Uuid, @Query() { attachment }: AttachmentQuery,
  ): Promise<StreamableFile> {
    return download(await this.papers.reportAttachment(actor, id, evaluationId, attachment));
  }
}
