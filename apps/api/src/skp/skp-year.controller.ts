import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { SkpItem } from '@ekinerja/contracts/skp';
import type {
  InitialEntryItem, MissingDocumentItem, MissingSkpItem, PostDutiesRequest, SkpTemplateItem, SkpYearAnswer, SkpYearProgress,
} from '@ekinerja/contracts/skp-year';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { SkpTemplatesService } from './skp-templates.service.js';
import { SkpYearService } from './skp-year.service.js';
import { MakeTemplateDto, MissingSkpQuery, PostDutiesDto, ProgressQuery, SkpListQuery, SkpYearDto } from './skp.dto.js';

/** The SKPs of a unit's year: progress, who is late, what is missing; opening, reminding, templates. */
@Controller()
export class SkpYearController {
  constructor(
    private readonly year: SkpYearService,
    private readonly templates: SkpTemplatesService,
  ) {}

  @Get('skp')
  @Access('skp.monitor', { scope: 'by-role', integrator: 'skp:read' })
  @ApiOperation({ summary: 'SKP satu tahun menurut status; yang terlambat dapat disaring' })
  list(@CurrentActor() actor: Actor, @Query() query: SkpListQuery): Promise<Page<SkpItem>> {
    return this.year.list(actor, query);
  }

  @Get('skp/missing')
  @Access('skp.monitor', { scope: 'by-role', integrator: 'skp:read' })
  @ApiOperation({ summary: 'Pegawai yang belum punya SKP yang ditetapkan' })
  missing(@CurrentActor() actor: Actor, @Query() query: MissingSkpQuery): Promise<Page<MissingSkpItem>> {
    return this.year.missing(actor, query);
  }

  @Get('skp/missing-documents')
  @Access('skp.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'SKP yang salinan dokumen pendukungnya belum disampaikan' })
  missingDocuments(@CurrentActor() actor: Actor, @Query() query: MissingSkpQuery): Promise<Page<MissingDocumentItem>> {
    return this.year.missingDocuments(actor, query);
  }

  @Get('skp/initial-entries')
  @Access('skp.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pegawai yang belum melakukan penginputan awal' })
  initialEntries(@CurrentActor() actor: Actor, @Query() query: MissingSkpQuery): Promise<Page<InitialEntryItem>> {
    return this.year.initialEntries(actor, query);
  }

  @Get('skp/progress')
  @Access('skp.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Kemajuan SKP tiap unit pada satu SKPD' })
  progress(@CurrentActor() actor: Actor, @Query() query: ProgressQuery): Promise<SkpYearProgress> {
    return this.year.progress(actor, query.year, query.skpdId);
  }

  @Post('skp-years/open')
  @HttpCode(200)
  @Access('skp.administer', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Membuka tahun SKP satu SKPD: konsep bagi setiap pegawai yang belum punya' })
  open(@CurrentActor() actor: Actor, @Body() body: SkpYearDto): Promise<SkpYearAnswer> {
    return this.year.open(actor, body);
  }

  @Post('skp-years/remind')
  @HttpCode(200)
  @Access('skp.administer', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Mengingatkan yang belum mengajukan SKP' })
  remind(@CurrentActor() actor: Actor, @Body() body: SkpYearDto): Promise<SkpYearAnswer> {
    return this.year.remind(actor, body);
  }

  @Post('skp-templates')
  @HttpCode(200)
  @Access('skp.administer', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Menjadikan satu SKP templat bagi unit' })
  makeTemplate(@CurrentActor() actor: Actor, @Body() body: MakeTemplateDto): Promise<SkpTemplateItem[]> {
    return this.templates.make(actor, body);
  }

  @Delete('skp-templates/:id')
  @HttpCode(204)
  @Access('skp.administer', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Menghapus templat SKP' })
  async removeTemplate(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<void> {
    await this.templates.remove(actor, id);
  }

  @Get('posts/:id/duties')
  @Access('skp.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Tugas pokok dan fungsi satu jabatan' })
  duties(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<PostDutiesRequest> {
    return this.templates.duties(actor, id);
  }

  @Put('posts/:id/duties')
  @Access('skp.administer', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Menetapkan tugas pokok dan fungsi satu jabatan' })
  setDuties(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: PostDutiesDto): Promise<PostDutiesRequest> {
    return this.templates.setDuties(actor, id, body);
  }
}
