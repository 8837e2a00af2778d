import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import {
  CATALOGUE_LIMITS, type CatalogueImportAnswer, type CatalogueItem, type CatalogueVersion, type FreeEntry, type OwnCatalogue,
} from '@ekinerja/contracts/catalogue';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { CatalogueQuery, DismissFreeEntryDto, SaveCatalogueItemDto, SkpdQuery } from './catalogue.dto.js';
import { CatalogueService } from './catalogue.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILE = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } };

@Controller('catalogue')
export class CatalogueController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Get('own')
  @Access('activities.own', { scope: 'own' })
  @ApiOperation({ summary: 'Katalog kegiatan untuk jabatan saya, yang paling sering saya pakai lebih dulu' })
  own(@CurrentActor() actor: Actor): Promise<OwnCatalogue> {
    return this.catalogue.own(actor);
  }

  @Get()
  @Access('catalogue.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Katalog kegiatan sebuah perangkat daerah, dengan pemakaian dan menit yang terukur' })
  list(@CurrentActor() actor: Actor, @Query() query: CatalogueQuery): Promise<Page<CatalogueItem>> {
    return this.catalogue.list(actor, query);
  }

  @Get('export.xlsx')
  @Access('catalogue.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Katalog sebagai lembar Excel, yang dapat diimpor lagi' })
  async workbook(@CurrentActor() actor: Actor, @Query() { skpdId }: SkpdQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.catalogue.workbook(actor, skpdId), { type: XLSX, disposition: 'attachment; filename="katalog-kegiatan.xlsx"' });
  }

  @Get('free-entries')
  @Access('catalogue.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Kegiatan di luar katalog, dikumpulkan menurut isinya: calon butir katalog' })
  freeEntries(@CurrentActor() actor: Actor, @Query() { skpdId }: SkpdQuery): Promise<FreeEntry[]> {
    return this.catalogue.freeEntries(actor, skpdId);
  }

  @Post('free-entries/dismiss')
  @HttpCode(204)
  @Access('catalogue.manage', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Tidak memasukkan kegiatan bebas itu ke katalog' })
  dismiss(@CurrentActor() actor: Actor, @Body() { skpdId, key }: DismissFreeEntryDto): Promise<void> {
    return this.catalogue.dismiss(actor, skpdId, key);
  }

  @Post('check')
  @HttpCode(200)
  @Access('catalogue.manage', { scope: 'own-skpd' })
  @UseInterceptors(new ReceivesUpload(CATALOGUE_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOperation({ summary: 'Memeriksa berkas katalog; belum ada yang ditulis' })
  check(@CurrentActor() actor: Actor, @Query() { skpdId }: SkpdQuery, @UploadedForm() file: Upload): Promise<CatalogueImportAnswer> {
    return this.catalogue.take(actor, skpdId, file.content, true);
  }

  @Post('import')
  @HttpCode(200)
  @Access('catalogue.manage', { scope: 'own-skpd' })
  @UseInterceptors(new ReceivesUpload(CATALOGUE_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOperation({ summary: 'Mengimpor katalog; semuanya atau tidak sama sekali, setiap sel yang salah disebut' })
  take(@CurrentActor() actor: Actor, @Query() { skpdId }: SkpdQuery, @UploadedForm() file: Upload): Promise<CatalogueImportAnswer> {
    return this.catalogue.take(actor, skpdId, file.content, false);
  }

  @Put(':id')
  @Access('catalogue.manage', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Menambah atau mengubah butir katalog; setiap versi disimpan' })
  async save(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: SaveCatalogueItemDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CatalogueItem> {
    return withEtag(reply, await this.catalogue.save(actor, id, version, body));
  }

  @Get(':id/versions')
  @Access('catalogue.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Versi sebuah butir katalog, yang terbaru di depan' })
  versions(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<CatalogueVersion[]> {
    return this.catalogue.versions(actor, id);
  }
}
