import { Injectable } from '@nestjs/common';
import type { IsoMonth, Rupiah, Uuid } from '@ekinerja/contracts/basics';
import { correctionOf, earned } from '@ekinerja/regulations/back-pay';
import { lastDay } from '@ekinerja/regulations/dates';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import { canonicalJson } from '../platform/canonical-json.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { CorrectionsRepository, type CorrectionRow, type PaidMonth } from './corrections.repository.js';
import type { PersonResult } from './pay-calculation.js';
import { PayFactsService } from './pay-facts.service.js';

/** What a month comes to by what is known now; null where something that nobody recorded is asked for. */
interface Reckoned {
  now: Rupiah;
  computation: string;
}

/**
 * Corrections of closed months, whatever the cause (decision 0090): the slips stay, the month is calculated again with
 * its own law by the SKPD that the person's posts of the month now name, and what it earns otherwise waits as a row for a
 * later run. Whoever no list pays any more has earned nothing. Each row stores the further difference.
 */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly db: Database,
    private readonly repository: CorrectionsRepository,
    private readonly facts: PayFactsService,
    private readonly periods: PeriodsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** A month of these people, where they have been paid for it. */
  async ofPeople(employmentIds: readonly Uuid[], month: IsoMonth, cause: string, source: string): Promise<void> {
    await this.db.transaction(async () => {
      for (const skpdId of await this.repository.skpdsOf(employmentIds)) await this.periods.settled(skpdId, month);
      await this.correct(employmentIds, month, cause, source);
    });
  }

  /** A month of everybody whom the SKPD paid for it. */
  async ofUnit(skpdId: Uuid, month: IsoMonth, cause: string, source: string): Promise<void> {
    await this.db.transaction(async () => {
      await this.periods.settled(skpdId, month);
      await this.correct(await this.repository.paidBy(skpdId, month), month, cause, source);
    });
  }

  private async correct(employmentIds: readonly Uuid[], month: IsoMonth, cause: string, source: string): Promise<void> {
    const paid = await this.repository.paidMonths(employmentIds, month);
    if (paid.length === 0) return;
    const skpdOf = await this.periods.skpdsOfMonth(month, paid.map(({ employmentId }) => employmentId));
    const store = (all: readonly { slip: PaidMonth; reckoned: Reckoned }[]) => this.store(all, month, cause, source);
    await store(paid.filter(({ employmentId }) => !skpdOf.has(employmentId)).map((slip) => ({ slip, reckoned: NOBODY })));
    for (const group of grouped(paid, skpdOf)) await this.recalculate(group, month, store);
  }

  /** People of one SKPD whose slips one run made for one SKPD: their waivers are of that run. */
  private async recalculate({ skpdId, slips }: Group, month: IsoMonth, store: (all: { slip: PaidMonth; reckoned: Reckoned }[]) => Promise<void>): Promise<void> {
    const left = new Map(slips.map((slip) => [slip.employmentId, slip]));
    const { runId, skpdId: waiversOf, paymentMonth } = slips[0]!;
    const scope = {
      runId, waiversOf, skpdId, month, paymentMonth, whole: true, until: lastDay(month), employmentIds: [...left.keys()], withAdjustments: false, alone: true,
    };
    await this.facts.forEachBatch(scope, async (results) => {
      const found = results.flatMap((result) => {
        const slip = left.get(result.person.employmentId);
        left.delete(result.person.employmentId);
        const reckoned = slip && reckon(result, slip.lapsed);
        return slip && reckoned ? [{ slip, reckoned }] : [];
      });
      await store(found);
    });
    await store([...left.values()].map((slip) => ({ slip, reckoned: NOBODY })));
  }

  private async store(all: readonly { slip: PaidMonth; reckoned: Reckoned }[], month: IsoMonth, cause: string, source: string): Promise<void> {
    const made = all.flatMap(({ slip, reckoned: { now, computation } }) => {
      const { employmentId, payslipId, then, corrected } = slip;
      const amount = correctionOf({ now, then, corrected });
      const row: CorrectionRow = { employmentId, month, cause, payslipId, computation, amount };
      return amount === 0 ? [] : [{ row, before: { payslipId, earned: then + corrected }, after: { employmentId, month, amount, earned: now } }];
    });
    if (made.length === 0) return;
    const ids = await this.repository.insertAll(made.map(({ row }) => row), this.clock.now());
    await this.audit.recordAll(
      made.map(({ before, after }, index) => ({ actor: systemActor(source), action: 'adjustment.created', subjectType: 'adjustment', subjectId: ids[index]!, before, after })),
    );
  }
}

const NOBODY: Reckoned = { now: 0, computation: canonicalJson({ exclusion: { code: 'not-on-list', params: {} } }) };

function reckon({ decision, content, exclusion }: PersonResult, lapsed: boolean): Reckoned | null {
  if (exclusion) return { now: 0, computation: canonicalJson({ exclusion }) };
  return decision && content ? { now: earned(decision, lapsed), computation: content } : null;
}

interface Group {
  skpdId: Uuid;
  slips: PaidMonth[];
}

function grouped(paid: readonly PaidMonth[], skpdOf: ReadonlyMap<Uuid, Uuid>): Group[] {
  const groups = new Map<string, Group>();
  for (const slip of paid) {
    const skpdId = skpdOf.get(slip.employmentId);
    if (!skpdId) continue;
    const key = `${skpdId} ${slip.runId} ${slip.skpdId}`;
    const group = groups.get(key) ?? { skpdId, slips: [] };
    group.slips.push(slip);
    groups.set(key, group);
  }
  return [...groups.values()];
}
