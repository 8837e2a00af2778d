import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PAPER_FORMATS, PAY_PAPERS, type PaperFormat, type PayPaper, type PayrollExport } from '@ekinerja/contracts/pay-papers';
import { PARALLEL_LIMITS, type ParallelRun } from '@ekinerja/contracts/parallel-run';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { ParallelRunService } from './parallel-run.service.js';
import { PayPapersService } from './pay-papers.service.js';
import { download } from './reports.controller.js';

export class PayPaperQuery {
  @IsOptional() @IsIn(PAY_PAPERS) paper?: PayPaper;
  @IsOptional() @IsIn(PAPER_FORMATS) format?: PaperFormat;
}

@Controller('pay-runs/:id/units/:skpdId')
export class PayPapersController {
  constructor(
    private readonly papers: PayPapersService,
    private readonly parallel: ParallelRunService,
  ) {}

  @Get('papers')
  @Access('pay-runs.read', { scope: 'by-role' })
  @ApiProduces('application/octet-stream')
  @ApiOperation({ summary: 'Kertas bagi bendahara: daftar pembayaran, bank, PPh 21, BPJS, SPTJM; draf selama belum ditutup' })
  async paper(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string, @Query() query: PayPaperQuery,
  ): Promise<StreamableFile> {
    return download(await this.papers.paper(actor, id, skpdId, query.paper ?? 'payment-list', query.format ?? 'pdf'));
  }

  @Get('payroll')
  @Access('pay-runs.read', { scope: 'by-role', integrator: 'payroll:read' })
  @ApiOperation({ summary: 'Baris bagi sistem gaji dan keuangan daerah dari bulan yang sudah ditutup' })
  payroll(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string): Promise<PayrollExport> {
    return this.papers.payroll(actor, id, skpdId);
  }

  @Get('payroll.csv')
  @Access('pay-runs.read', { scope: 'by-role', integrator: 'payroll:read' })
  @ApiProduces('text/csv')
  @ApiOperation({ summary: 'Baris bagi sistem gaji dan keuangan daerah (CSV)' })
  async payrollCsv(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string): Promise<StreamableFile> {
    return download(await this.papers.payrollCsv(actor, id, skpdId));
  }

  @Post('comparison')
  @HttpCode(200)
  @Access('pay-runs.read', { scope: 'by-role' })
  @UseInterceptors(new ReceivesUpload(PARALLEL_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiOperation({ summary: 'Jalan sejajar: daftar bayar sistem lama dibandingkan per orang dan baris; tidak disimpan' })
  compare(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string, @UploadedForm() file: Upload): Promise<ParallelRun> {
    return this.parallel.compare(actor, id, skpdId, file);
  }
}
