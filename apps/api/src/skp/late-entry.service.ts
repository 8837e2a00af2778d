import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Citation, IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { LateEntryChoice } from '@ekinerja/contracts/service-requests';
import { localDate } from '@ekinerja/regulations/dates';
import { closedMonths } from '@ekinerja/regulations/work-plan';
import { AuditService, systemActor } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { ScheduledWork } from '../platform/jobs/scheduled.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { LateEntryRepository, type LateEntryRow } from './late-entry.repository.js';
import { SkpAgreementService } from './skp-agreement.service.js';
import { SkpContentRepository } from './skp-content.repository.js';
import { SkpJournal } from './skp-journal.service.js';
import { SkpRecordsRepository } from './skp-records.repository.js';
import { SkpViewService } from './skp-view.service.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

const HOUR_SECONDS = 3600;

export interface LateEntryGrant {
  employmentId: Uuid;
  skpId: Uuid;
  part: 'annual' | 'monthly';
  months: IsoMonth[];
  until: IsoDate;
  reason: string;
}

/** What a late-entry request opens again: an SKP, or months of its breakdown, for its owner, until a day (BK 8(2)). It ends by itself. */
@Injectable()
export class LateEntryService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly grants: LateEntryRepository,
    private readonly skps: SkpRepository,
    private readonly content: SkpContentRepository,
    private readonly records: SkpRecordsRepository,
    private readonly view: SkpViewService,
    private readonly agreement: SkpAgreementService,
    private readonly journal: SkpJournal,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly scheduled: ScheduledWork,
  ) {}

  /** SKPs of a person with what of them stands closed; those without anything closed are left out. */
  async choices(employmentId: Uuid, today: IsoDate): Promise<LateEntryChoice[]> {
    const found: LateEntryChoice[] = [];
    for (const row of await this.skps.ofOwner(employmentId, null)) {
      const months = row.status === 'determined' ? (await this.closed(row, today)).months : [];
      const annual = row.status === 'determined';
      if (annual || months.length > 0) found.push({ skpId: row.id, year: row.year, periodFrom: row.periodFrom, periodTo: row.periodTo, annual, months });
    }
    return found;
  }

  /** @throws DomainError when the SKP is not the person's, or nothing of what is named stands closed */
  async requireClosed({ employmentId, skpId, part, months }: Omit<LateEntryGrant, 'until' | 'reason'>, today: IsoDate): Promise<SkpRow> {
    const row = await this.skps.find(skpId);
    if (!row || row.employmentId !== employmentId) throw new DomainError('not-found', { parameter: 'skpId' });
    if (row.status !== 'determined') throw refusedByRule({ code: 'request.not-closed', params: { year: row.year } });
    if (part === 'annual') return row;
    const closed = await this.closed(row, today);
    const open = months.find((month) => !closed.months.includes(month));
    if (open !== undefined) throw refusedByRule({ code: 'request.month-open', params: { month: open } });
    return row;
  }

  async grant(actor: Actor, { employmentId, skpId, part, months, until, reason }: LateEntryGrant): Promise<void> {
    await this.db.transaction(async () => {
      await this.skps.lock(skpId);
      const row = await this.requireClosed({ employmentId, skpId, part, months }, actor.today);
      const { submittedAt, determinedAt, ownerSnapshot, evaluatorSnapshot } = row;
      const stood = part === 'annual'
        ? { submittedAt: submittedAt?.toISOString() ?? null, determinedAt: determinedAt?.toISOString() ?? null, ownerSnapshot, evaluatorSnapshot, content: await this.view.contentOf(row) }
        : null;
      await this.grants.add({
        skpId, employmentId, part, months: part === 'monthly' ? months : [], until, reason, stood, at: this.clock.now(), by: actor.accountId, byName: actor.personName ?? actor.username,
      });
      if (part === 'annual') await this.agreement.reopen(actor, skpId, row.version, reason);
      else await this.journal.did(actor, row, 'unit-admin', 'months-reopened', { reason, after: { months, until } });
    });
  }

  /** @throws DomainError once the day has passed until which the SKP was opened again */
  async requireWriting(row: SkpRow, today: IsoDate): Promise<void> {
    const until = await this.grants.annualUntil(row.id);
    if (until !== null && until < today) throw refusedByRule({ code: 'skp.late-entry-over', params: { until } });
  }

  /** Months of the breakdown that are written no more, and until when those of them that a grant has opened. */
  async months(row: SkpRow, today: IsoDate): Promise<{ closed: IsoMonth[]; cite: Citation | null; until: IsoDate | null }> {
    const { months, cite } = await this.closed(row, today);
    if (months.length === 0) return { closed: [], cite, until: null };
    const open = await this.grants.openMonths(row.id, today);
    const closed = months.filter((month) => !open.some((one) => one.month === month));
    return { closed, cite, until: open.map(({ until }) => until).sort().at(-1) ?? null };
  }

  /** Each ends by itself: an SKP that was not handed in again is the version in force once more. */
  @Cron('0 20 * * * *')
  async endThoseOver(): Promise<void> {
    await this.scheduled.once('skp.late-entries', HOUR_SECONDS, () => this.endOn(this.clock.today()));
  }

  async endOn(today: IsoDate): Promise<void> {
    await this.grants.markUsed(this.clock.now());
    for (const grant of await this.grants.over(today)) await this.db.transaction(() => this.giveBack(grant));
  }

  private async giveBack(grant: LateEntryRow): Promise<void> {
    const row = await this.skps.lock(grant.skpId);
    const at = this.clock.now();
    if (grant.part === 'annual' && row) {
      // Handed in by then: it goes its way, and comes back here only when it is returned.
      if (['submitted', 'reviewed', 'agreed', 'disputed'].includes(row.status)) return;
      if (grant.stood && (row.status === 'returned' || row.status === 'draft') && (await this.grants.end(grant.id, at))) {
        const { submittedAt, determinedAt, ownerSnapshot, evaluatorSnapshot, content } = grant.stood;
        await this.content.replace(row.id, content.results, at);
        await this.skps.step(row.id, {
          status: 'determined', plan: content.plan, returnReason: null, notes: [], ownerSnapshot, evaluatorSnapshot,
          submittedAt: submittedAt === null ? null : new Date(submittedAt), determinedAt: determinedAt === null ? null : new Date(determinedAt),
        });
        await this.records.addEvent({ skpId: row.id, at, action: 'late-entry-over', accountId: null, actorName: null, capacity: null });
        await this.audit.record({
          actor: systemActor('skp.late-entries'), action: 'skp.late-entry-over', subjectType: 'skp', subjectId: row.id, before: { status: row.status },
          after: { status: 'determined', until: grant.until, content: row.contentNumber },
        });
        await this.outbox.announce('skp.moved', { skpId: row.id, employmentId: row.employmentId, action: 'late-entry-over', byName: 'E-Kinerja', at: at.toISOString() });
        return;
      }
    }
    await this.grants.end(grant.id, at);
  }

  private async closed(row: SkpRow, today: IsoDate): Promise<{ months: IsoMonth[]; cite: Citation | null }> {
    const law = await this.view.lawOf(row);
    return closedMonths(row, row.determinedAt && localDate(row.determinedAt, law.timeZone), today, law);
  }
}
