import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { CloseSkpRequest } from '@ekinerja/contracts/skp-record';
import { addDays } from '@ekinerja/regulations/dates';
import { transferStart } from '@ekinerja/regulations/skp-flow';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { EventWithdrawalService } from '../employees/event-withdrawal.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { SkpContentRepository } from './skp-content.repository.js';
import { SkpJournal } from './skp-journal.service.js';
import { SkpRecordsRepository } from './skp-records.repository.js';
import { SkpStepService } from './skp-step.service.js';
import { SkpViewService } from './skp-view.service.js';
import { SkpRepository } from './skp.repository.js';

/** The end of an SKP: with its results so far, at the end of its days or on transfer (BN 9(2)). */
@Injectable()
export class SkpClosingService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly skps: SkpRepository,
    private readonly content: SkpContentRepository,
    private readonly records: SkpRecordsRepository,
    private readonly view: SkpViewService,
    private readonly steps: SkpStepService,
    private readonly journal: SkpJournal,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly withdrawals: EventWithdrawalService,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe('employment.changed', 'skp.closing', async ({ employmentId, eventId, kind, from, spmtOn, movesPost, takenBack, instead }) => {
      // Put right: what the mistake had cut is given back first, then the event does its own.
      if (instead?.movesPost) await this.giveBack(employmentId, instead.spmtOn ?? instead.from);
      if (!movesPost) return;
      if (takenBack) await this.giveBack(employmentId, spmtOn ?? from);
      // Announcements come in any order: what has been taken back meanwhile closes nothing.
      else if (await this.withdrawals.stands(eventId)) await this.closeForTransfer(employmentId, spmtOn ?? from, kind);
    });
  }

  /** By the evaluator or the unit's admin, saying what each result has come to. */
  async close(actor: Actor, id: Uuid, seen: number | null, { reason, attainments }: CloseSkpRequest): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const { row, as, status, shown } = await this.steps.open(actor, id, seen, 'close', ['evaluator', 'unit-admin']);
      const said = new Set(attainments.filter(({ attainment }) => attainment.trim() !== '').map(({ resultId }) => resultId));
      const silent = shown.results.find((result) => !said.has(result.id));
      if (silent) throw new DomainError('rule-refused', { title: silent.title }, { rule: { code: 'skp.no-attainment' } });
      await this.content.attained(id, attainments);
      await this.skps.step(id, { status, closedAt: this.clock.now(), closeReason: reason });
      await this.journal.did(actor, row, as, 'closed', { reason, after: { status, attainments } });
      return this.steps.shown(actor, id);
    });
  }

  /**
   * The SKP of the former post ends the day before the new one begins; what is determined is closed with the results so
   * far, what never bound stays open for its owner to see. Doing it twice changes nothing.
   * @returns the SKPs that ended
   */
  async closeForTransfer(employmentId: Uuid, letterDate: IsoDate, letter: string): Promise<Uuid[]> {
    const ended: Uuid[] = [];
    const year = Number(letterDate.slice(0, 4));
    for (const { id } of await this.skps.ofOwner(employmentId, year)) {
      const row = await this.skps.lock(id);
      if (!row) continue;
      const starts = transferStart(letterDate, await this.view.lawOf(row));
      if (row.periodFrom >= starts || row.periodTo < starts) continue;
      const periodTo = addDays(starts, -1);
      await this.skps.endEarlier(id, periodTo);
      const closes = row.status === 'determined';
      if (closes) await this.skps.step(id, { status: 'closed', closedAt: this.clock.now(), closeReason: letter });
      await this.records.addEvent({ skpId: id, at: this.clock.now(), action: 'closed', accountId: null, actorName: null, capacity: null, reason: letter });
      await this.audit.record({
        actor: systemActor('skp.closing'), action: 'skp.ended-by-transfer', subjectType: 'skp', subjectId: id,
        before: { periodTo: row.periodTo, status: row.status }, after: { periodTo, status: closes ? 'closed' : row.status }, reason: letter,
      });
      ended.push(id);
    }
    return ended;
  }

  /** The transfer was a mistake: the SKP runs to its former last day again, unless another has been begun for those days. */
  private async giveBack(employmentId: Uuid, letterDate: IsoDate): Promise<void> {
    for (const { id, before, taken } of await this.cutBy(employmentId, letterDate)) {
      if (taken) continue;
      await this.skps.lock(id);
      await this.skps.giveBack(id);
      await this.records.addEvent({ skpId: id, at: this.clock.now(), action: 'reopened', accountId: null, actorName: null, capacity: null, reason: 'withdrawn' });
      await this.audit.record({ actor: systemActor('skp.closing'), action: 'skp.given-back', subjectType: 'skp', subjectId: id, after: { periodTo: before } });
    }
  }

  /** SKPs that a letter of that day cut short, with the last day they had before. */
  async cutBy(employmentId: Uuid, letterDate: IsoDate): ReturnType<SkpRepository['cutShort']> {
    const cut = await this.skps.cutShort(employmentId, Number(letterDate.slice(0, 4)));
    const ofLetter = [];
    for (const one of cut) {
      const row = await this.skps.find(one.id);
      if (row && one.to === addDays(transferStart(letterDate, await this.view.lawOf(row)), -1)) ofLetter.push(one);
    }
    return ofLetter;
  }

  /** An SKP closed by a transfer takes its results so far afterwards, once. */
  async attain(actor: Actor, id: Uuid, seen: number | null, { reason, attainments }: CloseSkpRequest): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const { row, as, shown } = await this.steps.look(actor, id, seen, ['evaluator', 'unit-admin', 'owner']);
      if (row.status !== 'closed') throw new DomainError('state-refused', { status: row.status, action: 'attain' });
      const again = shown.results.find((result) => result.attainment !== null && attainments.some(({ resultId }) => resultId === result.id));
      if (again) throw new DomainError('duplicate', { title: again.title });
      await this.content.attained(id, attainments);
      await this.skps.step(id, { status: row.status });
      await this.journal.did(actor, row, as, 'attained', { reason, after: { attainments } });
      return this.steps.shown(actor, id);
    });
  }
}
