import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  PAY_RECORD_LIMITS, type BankAccount, type BankAccountsPage, type FactImport, type SalaryFact, type SalaryMonth, type SalaryPage,
} from '@ekinerja/contracts/pay-records';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { BankAccountsService } from './bank-accounts.service.js';
import { FactImportService } from './fact-import.service.js';
import { BankAccountDto, ListAccountsQuery, ListSalariesQuery, RecordDecisionDto, SalaryDto, SalaryParam } from './pay-records.dto.js';
import { SalaryService } from './salary.service.js';

@Controller()
export class PayFactsController {
  constructor(
    private readonly salaries: SalaryService,
    private readonly accounts: BankAccountsService,
    private readonly imports: FactImportService,
  ) {}

  @Get('salaries/months')
  @Access('salaries.read', { scope: 'everyone' })
  @ApiOperation({ summary: 'Bulan-bulan yang data gajinya sudah masuk' })
  months(): Promise<SalaryMonth[]> {
    return this.salaries.months();
  }

  @Get('salaries')
  @Access('salaries.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Data gaji satu bulan: bruto, PTKP, pajak dan iuran yang sudah dipotong' })
  salaryList(@CurrentActor() actor: Actor, @Query() query: ListSalariesQuery): Promise<SalaryPage> {
    return this.salaries.list(actor, query);
  }

  @Put('salaries/:month/:employmentId')
  @Access('salaries.write', { scope: 'government' })
  @ApiOperation({ summary: 'Isi atau perbaiki data gaji seorang pegawai' })
  async saveSalary(
    @CurrentActor() actor: Actor, @Param() { employmentId, month }: SalaryParam, @Body() body: SalaryDto, @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SalaryFact & { version: number }> {
    const empty = { basic: null, insuranceBase: null, insuranceEmployee: null, insuranceEmployer: null, pension: null };
    return withEtag(reply, await this.salaries.save(actor, employmentId, month, seen, Object.assign(empty, body)));
  }

  @Get('bank-accounts')
  @Access('bank-accounts.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Rekening pegawai dan perubahan yang menunggu persetujuan' })
  accountList(@CurrentActor() actor: Actor, @Query() query: ListAccountsQuery): Promise<BankAccountsPage> {
    return this.accounts.list(actor, query);
  }

  @Post('bank-accounts')
  @Access('bank-accounts.write', { scope: 'by-role' })
  @ApiOperation({ summary: 'Usulkan rekening; berlaku sesudah disetujui orang kedua' })
  propose(@CurrentActor() actor: Actor, @Body() body: BankAccountDto): Promise<BankAccount> {
    return this.accounts.propose(actor, body);
  }

  @Post('bank-accounts/:id/decision')
  @HttpCode(200)
  @Access('bank-accounts.write', { scope: 'by-role' })
  @ApiOperation({ summary: 'Setujui atau tolak perubahan rekening; bukan oleh yang mengusulkan' })
  async decide(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() body: RecordDecisionDto, @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BankAccount> {
    return withEtag(reply, await this.accounts.decide(actor, id, seen, { decision: body.decision, reason: body.reason ?? null }));
  }

  @Get('pay-facts/template.xlsx')
  @Access('pay-facts.import', { scope: 'everyone' })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOperation({ summary: 'Berkas kosong untuk catatan, gaji, dan rekening' })
  async template(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    const content = await this.imports.template(actor.today);
    return new StreamableFile(content, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', disposition: 'attachment; filename="data-tpp.xlsx"', length: content.length });
  }

  @Get('pay-facts/imports')
  @Access('pay-facts.import', { scope: 'government' })
  @ApiOperation({ summary: 'Impor data TPP, yang terbaru di depan' })
  list(): Promise<FactImport[]> {
    return this.imports.list();
  }

  @Post('pay-facts/imports')
  @Access('pay-facts.import', { scope: 'government' })
  @UseInterceptors(new ReceivesUpload(PAY_RECORD_LIMITS.importBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Unggah catatan, gaji, dan rekening dari Excel; dijawab dengan pratinjau' })
  upload(@CurrentActor() actor: Actor, @UploadedForm() file: Upload): Promise<FactImport> {
    return this.imports.upload(actor, file);
  }

  @Get('pay-facts/imports/:id')
  @Access('pay-facts.import', { scope: 'government' })
  @ApiOperation({ summary: 'Satu impor data TPP dengan masalahnya' })
  get(@Param('id', UuidPipe) id: string): Promise<FactImport> {
    return this.imports.get(id);
  }

  @Post('pay-facts/imports/:id/apply')
  @HttpCode(200)
  @Access('pay-facts.import', { scope: 'government' })
  @ApiOperation({ summary: 'Terapkan impor yang sudah dipratinjau' })
  apply(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string): Promise<FactImport> {
    return this.imports.apply(actor, id);
  }
}
