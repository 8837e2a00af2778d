import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Page } from '@ekinerja/contracts/basics';
import type { OwnDataRead, RetentionView } from '@ekinerja/contracts/personal-data';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { PageQuery } from '../platform/http/page.query.js';
import { PersonalDataService } from './personal-data.service.js';
import { RetentionService } from './retention.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export class ListOwnReadsQuery extends PageQuery {}

@Controller('personal-data')
export class PersonalDataController {
  constructor(
    private readonly own: PersonalDataService,
    private readonly retention: RetentionService,
  ) {}

  @Get('own.json')
  @Access('session.use', { scope: 'own' })
  @ApiProduces('application/json')
  @ApiOperation({ summary: 'Semua data tentang saya, untuk dibaca mesin' })
  async json(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return new StreamableFile(await this.own.json(actor), { type: 'application/json', disposition: 'attachment; filename="data-saya.json"' });
  }

  @Get('own.xlsx')
  @Access('session.use', { scope: 'own' })
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'Semua data tentang saya, untuk dibaca orang' })
  async workbook(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return new StreamableFile(await this.own.workbook(actor), { type: XLSX, disposition: 'attachment; filename="data-saya.xlsx"' });
  }

  @Get('reads')
  @Access('session.use', { scope: 'own' })
  @ApiOperation({ summary: 'Siapa yang membaca atau mengunduh data saya, yang terbaru di depan' })
  reads(@CurrentActor() actor: Actor, @Query() query: ListOwnReadsQuery): Promise<Page<OwnDataRead>> {
    return this.own.reads(actor, query);
  }

  @Get('retention')
  @Access('audit.read', { scope: 'government' })
  @ApiOperation({ summary: 'Masa simpan menurut peraturan, dan apa yang sudah dihapus' })
  retentionView(): Promise<RetentionView> {
    return this.retention.view();
  }
}
