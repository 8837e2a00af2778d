import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import { STAFFING_LIMITS, type StaffingImport, type StaffingPerson, type StaffingPersonDetail, type StaffingSummary } from '@ekinerja/contracts/staffing-records';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { StaffingImportService } from './staffing-import.service.js';
import { StaffingPeopleService } from './staffing-people.service.js';
import { ListStaffingPeopleDto, StaffingNoteDto } from './staffing-records.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('staffing-records')
export class StaffingRecordsController {
  constructor(
    private readonly people: StaffingPeopleService,
    private readonly imports: StaffingImportService,
  ) {}

  @Get('summary')
  @Access('staffing-records.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Berapa pegawai tervalidasi terhadap data kepegawaian nasional, dan apa akibatnya bila belum' })
  summary(@CurrentActor() actor: Actor): Promise<StaffingSummary> {
    return this.people.summary(actor);
  }

  @Get('people')
  @Access('staffing-records.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pegawai menurut keadaan validasinya, dengan data yang berbeda' })
  list(@CurrentActor() actor: Actor, @Query() query: ListStaffingPeopleDto): Promise<Page<StaffingPerson>> {
    return this.people.page(actor, query);
  }

  @Get('report.xlsx')
  @Access('staffing-records.read', { scope: 'by-role' })
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'Laporan kepegawaian dengan saringan yang sama sebagai Excel' })
  async report(@CurrentActor() actor: Actor, @Query() query: ListStaffingPeopleDto): Promise<StreamableFile> {
    return new StreamableFile(await this.people.workbook(actor, query), { type: XLSX, disposition: 'attachment; filename="laporan-kepegawaian.xlsx"' });
  }

  @Get('people/:employmentId')
  @Access('staffing-records.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Satu pegawai: data yang dipegang di samping data nasional, dan pemutakhirannya' })
  detail(@CurrentActor() actor: Actor, @Param('employmentId', UuidPipe) employmentId: Uuid): Promise<StaffingPersonDetail> {
    return this.people.detail(actor, employmentId);
  }

  @Post('people/:employmentId/validate')
  @HttpCode(200)
  @Access('staffing-records.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Sahkan data seorang pegawai sesuai keadaan sebenarnya, dengan alasan' })
  validate(@CurrentActor() actor: Actor, @Param('employmentId', UuidPipe) employmentId: Uuid, @Body() { note }: StaffingNoteDto): Promise<StaffingPersonDetail> {
    return this.people.validate(actor, employmentId, note);
  }

  @Get('imports')
  @Access('staffing-records.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Berkas data kepegawaian nasional yang pernah diterima' })
  importList(): Promise<StaffingImport[]> {
    return this.imports.list();
  }

  @Get('imports/:id')
  @Access('staffing-records.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Satu berkas data kepegawaian nasional: sejauh mana dibandingkan, dan laporannya' })
  importById(@Param('id', UuidPipe) id: Uuid): Promise<StaffingImport> {
    return this.imports.get(id);
  }

  @Post('imports')
  @HttpCode(202)
  @Access('staffing-records.manage', { scope: 'government' })
  @UseInterceptors(new ReceivesUpload(STAFFING_LIMITS.importBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Terima berkas SIASN/SAPK (xlsx, csv, json) dengan nama kolom data-utama; dibandingkan di belakang, tidak mengubah data' })
  receive(@CurrentActor() actor: Actor, @UploadedForm() file: Upload): Promise<StaffingImport> {
    return this.imports.receive(actor, file);
  }
}
