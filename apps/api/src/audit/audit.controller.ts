import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { AuditItem, DutyAnswer, DutyCount, ReadItem } from '@ekinerja/contracts/audit';
import type { Page } from '@ekinerja/contracts/basics';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { AuditListService } from './audit-list.service.js';
import { AcceptDutyDto, ListAuditQuery, ListReadsQuery } from './audit.dto.js';
import { DutyService } from './duty.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller()
export class AuditController {
  constructor(
    private readonly list: AuditListService,
    private readonly duty: DutyService,
  ) {}

  @Get('audit')
  @Access('audit.read', { scope: 'government' })
  @ApiOperation({ summary: 'Jejak audit, yang terbaru di depan; cari menurut orang, pelaku, tindakan, data, tanggal, dan kata' })
  page(@CurrentActor() actor: Actor, @Query() query: ListAuditQuery): Promise<Page<AuditItem>> {
    return this.list.page(actor, query);
  }

  @Get('audit/trail.xlsx')
  @Access('audit.read', { scope: 'government' })
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'Jejak audit dengan saringan yang sama sebagai Excel' })
  async workbook(@CurrentActor() actor: Actor, @Query() query: ListAuditQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.list.workbook(actor, query), { type: XLSX, disposition: 'attachment; filename="jejak-audit.xlsx"' });
  }

  @Get('audit/reads')
  @Access('audit.read', { scope: 'government' })
  @ApiOperation({ summary: 'Siapa membuka atau mengunduh data orang lain, yang terbaru di depan' })
  reads(@CurrentActor() actor: Actor, @Query() query: ListReadsQuery): Promise<Page<ReadItem>> {
    return this.list.reads(actor, query);
  }

  @Get('audit/duty')
  @Access('audit.read', { scope: 'government' })
  @ApiOperation({ summary: 'Berapa akun yang sudah menerima kewajiban menjaga kerahasiaan' })
  dutyCount(): Promise<DutyCount> {
    return this.duty.count();
  }

  @Get('duty')
  @Access('session.use', { scope: 'self' })
  @ApiOperation({ summary: 'Kewajiban menjaga kebenaran, keamanan, dan kerahasiaan data; diterima sekali' })
  dutyOfMine(@CurrentActor() actor: Actor): Promise<DutyAnswer> {
    return this.duty.of(actor);
  }

  @Post('duty')
  @HttpCode(200)
  @Access('session.use', { scope: 'self' })
  @ApiOperation({ summary: 'Menerima kewajiban itu, atas nama sendiri' })
  acceptDuty(@CurrentActor() actor: Actor, @Body() { version }: AcceptDutyDto): Promise<DutyAnswer> {
    return this.duty.accept(actor, version);
  }
}
