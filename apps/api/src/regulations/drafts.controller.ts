import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import { REGULATION_LIMITS, type ReadAmounts, type RegulationDraft, type RegulationDraftItem } from '@ekinerja/contracts/regulations';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { AmountsService } from './amounts.service.js';
import { AmountColumnsQuery, DraftAmountsDto, ProposeDraftDto, ReadAmountsDto, DraftReasonDto, UploadDraftDto } from './drafts.dto.js';
import { DraftsService } from './drafts.service.js';
import { EnactmentService } from './enactment.service.js';

@Controller('regulation-drafts')
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly enactment: EnactmentService,
    private readonly amounts: AmountsService,
  ) {}

  @Get()
  @Access('regulations.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Rancangan regulasi; yang menunggu konfirmasi di depan' })
  list(@CurrentActor() actor: Actor): Promise<RegulationDraftItem[]> {
    return this.drafts.list(actor);
  }

  @Post()
  @Access('regulations.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Unggah versi baru (YAML); diperiksa seluruhnya, tidak disimpan bila ada kesalahan' })
  async upload(@CurrentActor() actor: Actor, @Body() body: UploadDraftDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<RegulationDraft> {
    return withEtag(reply, await this.drafts.upload(actor, body));
  }

  @Post('amounts')
  @Access('regulations.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Buat versi baru besaran TPP dari tabel di layar: menurut kelas, atau tabel lain menurut jabatan, unit, golongan, kelompok' })
  async draftAmounts(@CurrentActor() actor: Actor, @Body() body: DraftAmountsDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<RegulationDraft> {
    return withEtag(reply, await this.amounts.draft(actor, body));
  }

  @Post('amounts/read')
  @HttpCode(200)
  @Access('regulations.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Baca kolom yang ditempel (kelas atau kunci tabel, lalu rupiah); tidak menyimpan apa pun' })
  readAmounts(@Body() body: ReadAmountsDto): ReadAmounts {
    return this.amounts.readPasted(body.text, body.keys);
  }

  @Post('amounts/read-workbook')
  @HttpCode(200)
  @Access('regulations.manage', { scope: 'government' })
  @UseInterceptors(new ReceivesUpload(REGULATION_LIMITS.workbookBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Baca kolom-kolom pertama sebuah lembar Excel (kunci, lalu rupiah); tidak menyimpan apa pun' })
  readWorkbook(@UploadedForm() file: Upload, @Query() { keys }: AmountColumnsQuery): Promise<ReadAmounts> {
    return this.amounts.readWorkbook(file, keys);
  }

  @Get(':id')
  @Access('regulations.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Satu rancangan: isi, peringatan, dan bedanya dengan yang berlaku' })
  async get(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<RegulationDraft> {
    return withEtag(reply, await this.drafts.get(actor, id));
  }

  @Post(':id/propose')
  @HttpCode(200)
  @Access('regulations.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Kirim rancangan untuk dikonfirmasi superadmin kedua, berlaku mulai suatu tanggal' })
  async propose(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: ProposeDraftDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegulationDraft> {
    return withEtag(reply, await this.enactment.propose(actor, id, seen, body));
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Access('regulations.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Tetapkan rancangan yang dikirim superadmin lain; sesudahnya tidak berubah lagi' })
  async confirm(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: DraftReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegulationDraft> {
    return withEtag(reply, await this.enactment.confirm(actor, id, seen, body));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Access('regulations.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Tolak rancangan yang dikirim superadmin lain, dengan alasan; kembali menjadi draf' })
  async refuse(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: DraftReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegulationDraft> {
    return withEtag(reply, await this.enactment.refuse(actor, id, seen, body));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Access('regulations.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Tarik rancangan yang belum ditetapkan' })
  async withdraw(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: DraftReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegulationDraft> {
    return withEtag(reply, await this.enactment.withdraw(actor, id, seen, body));
  }
}
