import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { ArticleText, RegulationSummary, RegulationView } from '@ekinerja/contracts/regulations';
import { Access } from '../platform/access/access.decorator.js';
import { Clock } from '../platform/clock.js';
import { ArticleQuery, RegulationKindParam, RegulationsQuery } from './regulations.dto.js';
import { RegulationsService } from './regulations.service.js';

@Controller()
export class RegulationsController {
  constructor(
    private readonly regulations: RegulationsService,
    private readonly clock: Clock,
  ) {}

  @Get('regulations')
  @Access('regulations.read')
  @ApiOperation({ summary: 'Peraturan yang berlaku pada suatu tanggal, satu per jenis' })
  inForce(@Query() query: RegulationsQuery): Promise<RegulationSummary[]> {
    return this.regulations.inForce(query.date ?? this.clock.today());
  }

  @Get('regulations/:kind')
  @Access('regulations.read')
  @ApiOperation({ summary: 'Isi satu peraturan: setiap nilai yang berlaku beserta pasalnya' })
  view(@Param() { kind }: RegulationKindParam, @Query() query: RegulationsQuery): Promise<RegulationView> {
    return this.regulations.view(kind, query.date ?? this.clock.today());
  }

  @Get('articles')
  @Access('regulations.read')
  @ApiOperation({ summary: 'Bunyi pasal yang dirujuk' })
  article(@Query() { source, ref }: ArticleQuery): ArticleText {
    return this.regulations.article(source, ref);
  }
}
