import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { CaseCandidate, CaseDetail, CaseItem, MapPerson, PerformanceMap, Reward, RewardForm } from '@ekinerja/contracts/follow-up';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { CandidatesService } from './candidates.service.js';
import { CasesService } from './cases.service.js';
import {
  CasesQuery, CaseStepDto, EndRewardDto, EvaluatorCandidatesQuery, GiveRewardDto, MapQuery, OpenCaseDto, RewardsQuery, SanctionCandidatesQuery, SilentCandidatesQuery,
} from './follow-up.dto.js';
import { PerformanceMapService } from './performance-map.service.js';
import { RewardsService } from './rewards.service.js';

/** Cases, rewards and the performance map. */
@Controller('follow-up')
export class FollowUpController {
  constructor(
    private readonly cases: CasesService,
    private readonly candidates: CandidatesService,
    private readonly rewards: RewardsService,
    private readonly maps: PerformanceMapService,
  ) {}

  @Get('cases')
  @Access('follow-up.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Perkara tindak lanjut: sanksi, pejabat penilai, tidak melaporkan' })
  list(@CurrentActor() actor: Actor, @Query() query: CasesQuery): Promise<Page<CaseItem>> {
    return this.cases.list(actor, query);
  }

  @Get('candidates/sanctions')
  @Access('follow-up.manage', { scope: 'by-role' })
  @ApiOperation({ summary: 'Hasil tahunan yang menurut regulasi dapat menjadi perkara sanksi' })
  sanctions(@CurrentActor() actor: Actor, @Query() query: SanctionCandidatesQuery): Promise<CaseCandidate[]> {
    return this.candidates.sanctions(actor, query.year);
  }

  @Get('candidates/evaluators')
  @Access('follow-up.manage', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pejabat penilai yang tercatat tidak menilai; dengan `month`, pada satu bulan saja' })
  evaluators(@CurrentActor() actor: Actor, @Query() query: EvaluatorCandidatesQuery): Promise<CaseCandidate[]> {
    return this.candidates.evaluators(actor, query.month ?? null);
  }

  @Get('candidates/non-reporting')
  @Access('follow-up.decide', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Bawahan dengan hari kerja tanpa kegiatan, bila regulasi mengenal perkara tidak melaporkan' })
  silent(@CurrentActor() actor: Actor, @Query() query: SilentCandidatesQuery): Promise<CaseCandidate[]> {
    return this.candidates.silent(actor, query.month);
  }

  @Post('cases')
  @Access('follow-up.decide', { scope: 'by-role' })
  @ApiOperation({ summary: 'Membuka perkara atas keputusan seseorang' })
  async open(@CurrentActor() actor: Actor, @Body() body: OpenCaseDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<CaseDetail> {
    return withEtag(reply, await this.cases.open(actor, body));
  }

  @Get('cases/:id')
  @Access('follow-up.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Satu perkara dengan langkah-langkahnya' })
  async get(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Res({ passthrough: true }) reply: FastifyReply): Promise<CaseDetail> {
    return withEtag(reply, await this.cases.get(actor, id));
  }

  @Post('cases/:id/steps')
  @HttpCode(200)
  @Access('follow-up.decide', { scope: 'involved' })
  @ApiOperation({ summary: 'Mencatat langkah berikutnya' })
  async step(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: CaseStepDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseDetail> {
    return withEtag(reply, await this.cases.step(actor, id, version, body));
  }

  @Get('rewards')
  @Access('follow-up.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Daftar penghargaan dengan kelompok suksesi dan pengembangan' })
  rewardList(@CurrentActor() actor: Actor, @Query() query: RewardsQuery): Promise<Page<Reward>> {
    return this.rewards.list(actor, query);
  }

  @Get('rewards/form')
  @Access('follow-up.read', { scope: 'everyone' })
  @ApiOperation({ summary: 'Penghargaan yang dikenal regulasi' })
  rewardForm(@CurrentActor() actor: Actor): Promise<RewardForm> {
    return this.rewards.form(actor);
  }

  @Post('rewards')
  @Access('follow-up.reward', { scope: 'government' })
  @ApiOperation({ summary: 'Memberi penghargaan' })
  reward(@CurrentActor() actor: Actor, @Body() body: GiveRewardDto): Promise<Reward> {
    return this.rewards.give(actor, body);
  }

  @Post('rewards/:id/end')
  @HttpCode(200)
  @Access('follow-up.reward', { scope: 'government' })
  @ApiOperation({ summary: 'Mengakhiri penghargaan dengan alasan' })
  endReward(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: EndRewardDto): Promise<Reward> {
    return this.rewards.end(actor, id, version, body.reason);
  }

  @Get('map')
  @Access('follow-up.map', { scope: 'by-role' })
  @ApiOperation({ summary: 'Peta kinerja pegawai' })
  map(@CurrentActor() actor: Actor, @Query() query: MapQuery): Promise<PerformanceMap> {
    return this.maps.of(actor, query);
  }

  @Get('map/people')
  @Access('follow-up.map', { scope: 'by-role' })
  @ApiOperation({ summary: 'Daftar pegawai di balik peta kinerja' })
  mapPeople(@CurrentActor() actor: Actor, @Query() query: MapQuery): Promise<Page<MapPerson>> {
    return this.maps.people(actor, query);
  }
}
