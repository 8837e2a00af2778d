import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OVERSIGHT_LIMITS, type OversightReport, type PublishedReport } from '@ekinerja/contracts/oversight';
import type { ReportPeriod } from '@ekinerja/regulations/oversight';
import { Access, CurrentActor, Public } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { DeliverReportDto, DrawReportDto, PublishReportDto, RedrawReportDto, ReportsQuery } from './monitoring.dto.js';
import { OversightReportsService } from './oversight-reports.service.js';

@Controller('oversight-reports')
export class OversightReportsController {
  constructor(private readonly reports: OversightReportsService) {}

  @Get()
  @Access('monitoring.reports', { scope: 'government' })
  @ApiOperation({ summary: 'Laporan pemantauan satu tahun dan periodenya' })
  list(@CurrentActor() actor: Actor, @Query() { year }: ReportsQuery): Promise<{ periods: ReportPeriod[]; reports: OversightReport[] }> {
    return this.reports.list(actor, year);
  }

  @Get('published')
  @Public()
  @ApiOperation({ summary: 'Hasil monitoring yang diumumkan; jumlah saja, tanpa data orang' })
  published(): Promise<PublishedReport[]> {
    return this.reports.published(false);
  }

  @Get('published-inside')
  @Access('regulations.read', { scope: 'everyone' })
  @ApiOperation({ summary: 'Hasil monitoring bagi pegawai, bila halamannya tidak dibuka untuk umum' })
  publishedInside(): Promise<PublishedReport[]> {
    return this.reports.published(true);
  }

  @Get(':id')
  @Access('monitoring.reports', { scope: 'government' })
  @ApiOperation({ summary: 'Satu laporan pemantauan' })
  async get(@Param('id', UuidPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<OversightReport> {
    return withEtag(reply, await this.reports.get(id));
  }

  @Post()
  @Access('monitoring.report', { scope: 'government' })
  @ApiOperation({ summary: 'Menyusun laporan suatu periode; angkanya disimpan seperti saat itu' })
  draw(@CurrentActor() actor: Actor, @Body() body: DrawReportDto): Promise<OversightReport> {
    return this.reports.draw(actor, body);
  }

  @Post('infrastructure')
  @Access('monitoring.report', { scope: 'government' })
  @UseInterceptors(new ReceivesUpload(OVERSIGHT_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiOperation({ summary: 'Menyimpan laporan infrastruktur dari perangkat daerah TIK' })
  infrastructure(@CurrentActor() actor: Actor, @Query() query: DrawReportDto, @UploadedForm() file: Upload): Promise<OversightReport> {
    return this.reports.draw(actor, query, file);
  }

  @Get(':id/file')
  @Access('monitoring.reports', { scope: 'government' })
  @ApiProduces('application/octet-stream')
  @ApiOperation({ summary: 'Berkas laporan infrastruktur seperti diserahkan' })
  async file(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string): Promise<StreamableFile> {
    const { name, mediaType, content } = await this.reports.file(actor, id);
    return new StreamableFile(content, { type: mediaType, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
  }

  @Post(':id/redrawing')
  @HttpCode(200)
  @Access('monitoring.report', { scope: 'government' })
  @ApiOperation({ summary: 'Menghitung ulang dan memperbaiki catatan, selama belum disampaikan dan belum diumumkan' })
  redraw(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: RedrawReportDto): Promise<OversightReport> {
    return this.reports.redraw(actor, id, seen, body);
  }

  @Post(':id/deliveries')
  @Access('monitoring.report', { scope: 'government' })
  @ApiOperation({ summary: 'Mencatat penyampaian kepada penerima berikutnya' })
  deliver(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: DeliverReportDto): Promise<OversightReport> {
    return this.reports.deliver(actor, id, seen, body);
  }

  @Post(':id/publication')
  @Access('monitoring.report', { scope: 'government' })
  @ApiOperation({ summary: 'Mengumumkan pada halaman sistem, atau mencatat media resmi yang memuatnya' })
  publish(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: PublishReportDto): Promise<OversightReport> {
    return this.reports.publish(actor, id, seen, body);
  }
}
