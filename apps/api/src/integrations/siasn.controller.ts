import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { SiasnOverview } from '@ekinerja/contracts/siasn';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { SiasnExportService } from './siasn-export.service.js';
import { SiasnResultsDto } from './siasn.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('integrations/siasn')
export class SiasnController {
  constructor(private readonly siasn: SiasnExportService) {}

  @Get('results')
  @Access('siasn.export', { scope: 'government', integrator: 'evaluations:read' })
  @ApiOperation({ summary: 'Hasil penilaian yang siap bagi SIASN, yang tidak dapat dikirim, dan yang sudah terkirim' })
  overview(@Query() query: SiasnResultsDto): Promise<SiasnOverview> {
    return this.siasn.overview(query);
  }

  @Get('results.json')
  @Access('siasn.export', { scope: 'government', integrator: 'evaluations:read' })
  @ApiProduces('application/json')
  @ApiOperation({ summary: 'Hasil penilaian dengan nama kolom SIASN (kinerjaperiodik, rw_skp22) sebagai JSON' })
  async json(@CurrentActor() actor: Actor, @Query() query: SiasnResultsDto): Promise<StreamableFile> {
    return new StreamableFile(await this.siasn.json(actor, query), { type: 'application/json', disposition: `attachment; filename="siasn-${query.kind}-${query.month}.json"` });
  }

  @Get('results.xlsx')
  @Access('siasn.export', { scope: 'government' })
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'Hasil penilaian dengan nama kolom SIASN sebagai Excel' })
  async workbook(@CurrentActor() actor: Actor, @Query() query: SiasnResultsDto): Promise<StreamableFile> {
    return new StreamableFile(await this.siasn.workbook(actor, query), { type: XLSX, disposition: `attachment; filename="siasn-${query.kind}-${query.month}.xlsx"` });
  }

  @Post('send')
  @HttpCode(202)
  @Access('siasn.export', { scope: 'government' })
  @ApiOperation({ summary: 'Kirim ke SIASN yang belum terkirim; berjalan di belakang' })
  send(@CurrentActor() actor: Actor, @Body() body: SiasnResultsDto): Promise<SiasnOverview> {
    return this.siasn.send(actor, body);
  }
}
