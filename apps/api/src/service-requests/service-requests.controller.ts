import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import {
  REQUEST_LIMITS, type AgendaItem, type LateEntryChoice, type RequestChoice, type RequestDetail, type RequestForm, type RequestItem, type RequestQueue, type RequestTasks,
} from '@ekinerja/contracts/service-requests';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch } from '../platform/http/versions.js';
import { RequestDeskService } from './request-desk.service.js';
import { RequestFilingService } from './request-filing.service.js';
import {
  AgendaQuery, AgendaWorkbookQuery, AmendRequestDto, AttachQuery, ChoicesQuery, FileRequestDto, RequestsQuery, RequestStepDto, WithdrawRequestDto,
} from './service-requests.dto.js';
import { ServiceRequestsService } from './service-requests.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The service desk of the staffing agency (BK 8–15). */
@Controller('service-requests')
export class ServiceRequestsController {
  constructor(
    private readonly requests: ServiceRequestsService,
    private readonly filing: RequestFilingService,
    private readonly desk: RequestDeskService,
  ) {}

  @Get('form')
  @Access('service-requests.take-part', { scope: 'everyone' })
  @ApiOperation({ summary: 'Jenis permohonan dengan kelengkapan dan langkahnya' })
  form(@CurrentActor() actor: Actor): Promise<RequestForm> {
    return this.requests.form(actor);
  }

  @Get('choices')
  @Access('service-requests.take-part', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pegawai atau jabatan yang dapat disebut dalam permohonan, dicari dengan bagian namanya' })
  choices(@CurrentActor() actor: Actor, @Query() { what, q, on }: ChoicesQuery): Promise<RequestChoice[]> {
    return this.requests.choices(actor, what, q, on ?? null);
  }

  @Get('classes')
  @Access('service-requests.take-part', { scope: 'everyone' })
  @ApiOperation({ summary: 'Kelas jabatan yang dikenal' })
  classes(@CurrentActor() actor: Actor): Promise<string[]> {
    return this.requests.classes(actor);
  }

  @Get('late-entry')
  @Access('service-requests.take-part', { scope: 'own' })
  @ApiOperation({ summary: 'SKP saya dan bulan rinciannya yang tertutup dan dapat dimohonkan dibuka' })
  lateEntry(@CurrentActor() actor: Actor): Promise<LateEntryChoice[]> {
    return this.requests.lateEntry(actor);
  }

  @Get('tasks')
  @Access('service-requests.take-part', { scope: 'own' })
  @ApiOperation({ summary: 'Berapa berkas dan laporan yang menunggu saya' })
  tasks(@CurrentActor() actor: Actor): Promise<RequestTasks> {
    return this.requests.tasks(actor);
  }

  @Get('queue')
  @Access('service-requests.desk', { scope: 'government' })
  @ApiOperation({ summary: 'Antrean setiap langkah dengan umurnya' })
  queue(@CurrentActor() actor: Actor): Promise<RequestQueue> {
    return this.requests.queue(actor);
  }

  @Get('agenda')
  @Access('service-requests.desk', { scope: 'government' })
  @ApiOperation({ summary: 'Buku agenda satu tahun: nomor, berkas, dan tempat arsipnya' })
  agenda(@CurrentActor() actor: Actor, @Query() query: AgendaQuery): Promise<Page<AgendaItem>> {
    return this.requests.agenda(actor, query);
  }

  @Get('agenda.xlsx')
  @Access('service-requests.desk', { scope: 'government' })
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'Buku agenda satu tahun (Excel)' })
  agendaWorkbook(@CurrentActor() actor: Actor, @Query() query: AgendaWorkbookQuery): Promise<StreamableFile> {
    return this.requests.agendaWorkbook(actor, query);
  }

  @Get()
  @Access('service-requests.take-part', { scope: 'by-role' })
  @ApiOperation({ summary: 'Permohonan saya, unit saya, atau yang ada di meja pelayanan; yang menunggu saya lebih dahulu' })
  list(@CurrentActor() actor: Actor, @Query() query: RequestsQuery): Promise<Page<RequestItem>> {
    return this.requests.list(actor, query);
  }

  @Post()
  @Access('service-requests.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Menyusun permohonan' })
  file(@CurrentActor() actor: Actor, @Body() body: FileRequestDto): Promise<RequestDetail> {
    return this.filing.file(actor, body);
  }

  @Get(':id')
  @Access('service-requests.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Satu permohonan: di mana, sejak kapan, dan jejaknya' })
  get(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<RequestDetail> {
    return this.requests.get(actor, id);
  }

  @Put(':id')
  @Access('service-requests.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Memperbaiki permohonan yang belum diajukan atau dikembalikan' })
  amend(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: AmendRequestDto): Promise<RequestDetail> {
    return this.filing.amend(actor, id, version, body);
  }

  @Post(':id/attachments')
  @Access('service-requests.take-part', { scope: 'involved' })
  @UseInterceptors(new ReceivesUpload(REQUEST_LIMITS.fileBytes))
  @ApiOperation({ summary: 'Melampirkan pindaian' })
  attach(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Query() query: AttachQuery, @UploadedForm() upload: Upload): Promise<RequestDetail> {
    return this.filing.attach(actor, id, query.code, upload);
  }

  @Get(':id/attachments/:code')
  @Access('service-requests.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Mengunduh satu lampiran' })
  async download(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Param('code') code: string): Promise<StreamableFile> {
    const { name, mediaType, content } = await this.requests.download(actor, id, code);
    return new StreamableFile(content, { type: mediaType, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Access('service-requests.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Mengajukan, atau mengajukan kembali yang dikembalikan' })
  submit(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null): Promise<RequestDetail> {
    return this.filing.submit(actor, id, version);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Access('service-requests.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Menarik permohonan yang perubahannya belum dientri' })
  withdraw(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() { reason }: WithdrawRequestDto): Promise<RequestDetail> {
    return this.filing.withdraw(actor, id, version, reason);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Access('service-requests.desk', { scope: 'government' })
  @ApiOperation({ summary: 'Menjalankan langkah berkas: meneruskan, mengembalikan, atau menolak' })
  step(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: RequestStepDto): Promise<RequestDetail> {
    return this.desk.step(actor, id, version, body);
  }

  @Post(':id/reports/:number/acknowledge')
  @HttpCode(200)
  @Access('service-requests.desk', { scope: 'government' })
  @ApiOperation({ summary: 'Super admin menerima laporan pelaksana atas berkas' })
  acknowledge(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Param('number', ParseIntPipe) number: number): Promise<RequestDetail> {
    return this.desk.acknowledge(actor, id, number);
  }
}
