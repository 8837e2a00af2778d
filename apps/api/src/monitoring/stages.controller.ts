import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Page } from '@ekinerja/contracts/basics';
import type { ComplianceItem, StagesAnswer, TrendMonth } from '@ekinerja/contracts/oversight';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ComplianceQuery, StagesQuery } from './monitoring.dto.js';
import { StagesService } from './stages.service.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('monitoring')
export class StagesController {
  constructor(private readonly stages: StagesService) {}

  @Get('stages')
  @Access('monitoring.read', { scope: 'by-role', integrator: 'monitoring:read' })
  @ApiOperation({ summary: 'Tahap yang berjalan di setiap perangkat daerah pada satu bulan' })
  units(@CurrentActor() actor: Actor, @Query() query: StagesQuery): Promise<StagesAnswer> {
    return this.stages.units(actor, query);
  }

  @Get('stages.xlsx')
  @Access('monitoring.read', { scope: 'by-role' })
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'Tahap setiap perangkat daerah dan dua belas bulan terakhir (Excel)' })
  workbook(@CurrentActor() actor: Actor, @Query() query: StagesQuery): Promise<StreamableFile> {
    return this.stages.workbook(actor, query);
  }

  @Get('trend')
  @Access('monitoring.read', { scope: 'by-role', integrator: 'monitoring:read' })
  @ApiOperation({ summary: 'Dua belas bulan sampai bulan ini: catatan, predikat, dan TPP' })
  trend(@CurrentActor() actor: Actor, @Query() query: StagesQuery): Promise<TrendMonth[]> {
    return this.stages.trend(actor, query);
  }

  @Get('compliance')
  @Access('monitoring.read', { scope: 'by-role', integrator: 'monitoring:read' })
  @ApiOperation({ summary: 'Siapa yang belum merencanakan, mencatat, memutus, atau dievaluasi' })
  compliance(@CurrentActor() actor: Actor, @Query() query: ComplianceQuery): Promise<Page<ComplianceItem>> {
    return this.stages.compliance(actor, query);
  }

  @Get('compliance.xlsx')
  @Access('monitoring.read', { scope: 'by-role' })
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'Rekap kepatuhan (Excel)' })
  async complianceWorkbook(@CurrentActor() actor: Actor, @Query() query: ComplianceQuery): Promise<StreamableFile> {
    const { name, content } = await this.stages.complianceWorkbook(actor, query);
    return new StreamableFile(content, { type: XLSX, disposition: `attachment; filename="${name}"`, length: content.length });
  }
}
