import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { ArticleText, RegulationSummary, RegulationText, RegulationVersion, RegulationView } from '@ekinerja/contracts/regulations';
import { Access } from '../platform/access/access.decorator.js';
import { Clock } from '../platform/clock.js';
import { VersionParam } from './drafts.dto.js';
import { RegulationHistoryService } from './history.service.js';
import { ArticleQuery, RegulationKindParam, RegulationsQuery } from './regulations.dto.js';
import { RegulationsService } from './regulations.service.js';

@Controller()
export class RegulationsController {
  constructor(
    private readonly regulations: RegulationsService,
    private readonly history: RegulationHistoryService,
    private readonly clock: Clock,
  ) {}

  @Get('regulations')
  @Access('regulations.read', { scope: 'everyone', integrator: 'regulations:read' })
  @ApiOperation({ summary: 'Peraturan yang berlaku pada suatu tanggal, satu per jenis' })
  inForce(@Query() query: RegulationsQuery): Promise<RegulationSummary[]> {
    return this.regulations.inForce(query.date ?? this.clock.today());
  }

  @Get('regulations/:kind')
  @Access('regulations.read', { scope: 'everyone', integrator: 'regulations:read' })
  @ApiOperation({ summary: 'Isi satu peraturan: setiap nilai yang berlaku beserta pasalnya' })
  view(@Param() { kind }: RegulationKindParam, @Query() query: RegulationsQuery): Promise<RegulationView> {
    return this.regulations.view(kind, query.date ?? this.clock.today());
  }

  @Get('regulations/:kind/versions')
  @Access('regulations.read', { scope: 'everyone' })
  @ApiOperation({ summary: 'Riwayat satu jenis regulasi: setiap versi dengan masa berlaku, penetap, dan sidiknya' })
  versions(@Param() { kind }: RegulationKindParam): Promise<RegulationVersion[]> {
    return this.history.versions(kind);
  }

  @Get('regulations/:kind/versions/:id/:revision')
  @Access('regulations.read', { scope: 'everyone' })
  @ApiOperation({ summary: 'Naskah satu versi sebagaimana ditetapkan' })
  text(@Param() { kind, id, revision }: VersionParam): Promise<RegulationText> {
    return this.history.text(kind, id, revision);
  }

  @Get('articles')
  @Access('regulations.read', { scope: 'everyone' })
  @ApiOperation({ summary: 'Bunyi pasal yang dirujuk' })
  article(@Query() { source, ref }: ArticleQuery): ArticleText {
    return this.regulations.article(source, ref);
  }
}
