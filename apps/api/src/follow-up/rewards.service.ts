import { Injectable } from '@nestjs/common';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { GiveRewardRequest, Reward, RewardForm, RewardPool } from '@ekinerja/contracts/follow-up';
import { AuditService } from '../audit/audit.service.js';
import { LeadersService } from '../organisation/leaders.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { RewardsRepository, type RewardRow } from './rewards.repository.js';

const READ = ['superadmin', 'auditor', 'staffing-manager', 'unit-admin', 'unit-head'] as const;

/** The register of rewards with the pools for succession and development (TL 30). */
@Injectable()
export class RewardsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rewards: RewardsRepository,
    private readonly organisation: OrganisationService,
    private readonly leaders: LeadersService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async form(actor: Actor): Promise<RewardForm> {
    const law = await this.regulations.lawOn(actor.today);
    const list = law.performance.rules.followUp?.rewards ?? [];
    return { pools: list.map(({ pool, name, byPpk }, at) => ({ pool, name, byPpk, cite: law.performance.cite(`followUp.rewards.${at}`) })) };
  }

  async give(actor: Actor, request: GiveRewardRequest): Promise<Reward> {
    return this.db.transaction(async () => {
      const { employmentId, pool, name, year, note, document } = request;
      if (actor.employmentId === employmentId) throw new DomainError('not-yours-to-decide');
      if (!(await this.organisation.mayRead(actor, employmentId))) throw new DomainError('not-found');
      const offered = (await this.form(actor)).pools.find((one) => one.pool === pool);
      if (!offered) throw refusedByRule({ code: 'reward.unknown', params: {} });
      // TL 30(3): other rewards are the PPK's to give; anybody else enters the PPK's letter.
      const ppk = offered.byPpk ? (await this.leaders.authorityOn('ppk', actor.today))?.employmentId : null;
      if (offered.byPpk && !document && ppk !== actor.employmentId) throw refusedByRule({ code: 'reward.ppk', params: {}, cite: offered.cite });
      const predicate = await this.rewards.annualPredicate(employmentId, year);
      // TL 30(1): a reward follows an evaluation result.
      if (!offered.byPpk && predicate === null) throw refusedByRule({ code: 'reward.no-result', params: { year }, cite: offered.cite });
      const givenBy = actor.personName ?? actor.username;
      const id = await this.rewards.insert({ employmentId, pool, name, year, predicate, note, document, cite: offered.cite, givenBy }, this.clock.now());
      if (id === null) throw new DomainError('duplicate', { pool });
      await this.audit.record({ actor, action: 'reward.given', subjectType: 'employment', subjectId: employmentId, after: { rewardId: id, ...request, predicate } });
      await this.outbox.announce('reward.given', { rewardId: id, employmentId, name });
      return view((await this.rewards.find(id)) as RewardRow);
    });
  }

  async end(actor: Actor, id: Uuid, seen: number | null, reason: string): Promise<Reward> {
    return this.db.transaction(async () => {
      const row = await this.rewards.lock(id);
      if (!row || !(await this.organisation.mayRead(actor, row.employmentId))) throw new DomainError('not-found');
      if (actor.employmentId === row.employmentId) throw new DomainError('not-yours-to-decide');
      requireVersion(seen, row, view(row));
      if (row.endedAt) throw new DomainError('state-refused', { status: 'ended', action: 'end' });
      await this.rewards.end(id, reason, this.clock.now());
      await this.audit.record({ actor, action: 'reward.ended', subjectType: 'employment', subjectId: row.employmentId, before: { rewardId: id }, reason });
      return view((await this.rewards.find(id)) as RewardRow);
    });
  }

  async list(actor: Actor, query: PageQuery & { pool?: RewardPool }): Promise<Page<Reward>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid') as [string, Uuid] | null;
    const own = actor.employmentId;
    const people = own === null ? [] : [own, ...(await this.organisation.subordinatesOn(own, actor.today))];
    const rows = await this.rewards.list({ skpdIds: reach(actor, READ), people, pool: query.pool ?? null, after: after && { at: after[0], id: after[1] }, limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => [row.givenAt.toISOString(), row.id]);
    return { ...page, items: page.items.map(view) };
  }
}

function view(row: RewardRow): Reward {
  return { ...row, givenAt: row.givenAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null };
}
