import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { PayRunPerson, PayslipView, PayTotals, RunUnitStatus } from '@ekinerja/contracts/pay-runs';
import type { SlipLine } from '@ekinerja/regulations/allowance';
import { localDate } from '@ekinerja/regulations/dates';
import { paperAmounts } from '@ekinerja/regulations/pay-papers';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { LawReferencesService } from './law-references.service.js';
import { PayFactsService } from './pay-facts.service.js';
import { PayRunApprovalRepository } from './pay-run-approval.repository.js';
import { PayRunRepository, type UnitRecord } from './pay-run.repository.js';
import { requireReadableSkpd } from './pay-run-scope.js';
import { PayRunViewService } from './pay-run-view.service.js';
import { addTotals, NO_TOTALS, personView } from './pay-sums.js';
import { readSlip, type ShortReference } from './slip-content.js';

export interface RecapRow {
  name: string;
  nip: string | null;
  rank: string | null;
  postName: string;
  class: string;
  gross: number;
  /** Positive sums of what presence and what performance cost, and of every other cut: leave, punishment, compliance, what is held, limits. */
  disciplineCut: number;
  performanceCut: number;
  otherCuts: number;
  /** Tax, contributions and zakat, less what the employer adds for them: with it the row comes to its net. */
  deductions: number;
  adjustments: number;
  net: number;
}

export interface Signatory {
  name: string;
  nip: string | null;
  rank: string | null;
  /** As it stands above the signature: `Kepala Dinas Kesehatan`, `Plt. Kepala …`. */
  title: string;
}

export interface Recap {
  runId: Uuid;
  skpdId: Uuid;
  skpdName: string;
  month: IsoMonth;
  paymentMonth: IsoMonth;
  status: RunUnitStatus;
  /** Day of the close; null while the list can still change. */
  closedOn: IsoDate | null;
  rows: RecapRow[];
  excluded: PayRunPerson[];
  totals: PayTotals;
  disciplineCut: number;
  performanceCut: number;
  otherCuts: number;
  references: PayslipView['references'];
  head: Signatory | null;
  treasurer: Signatory | null;
  maker: Signatory | null;
}

/** BK 7(3)–(4): the monthly recap of an SKPD, the basis of the payment: its sums are those of its slips. */
@Injectable()
export class PayRecapService {
  constructor(
    private readonly db: Database,
    private readonly repository: PayRunRepository,
    private readonly approvals: PayRunApprovalRepository,
    private readonly facts: PayFactsService,
    private readonly view: PayRunViewService,
    private readonly references: LawReferencesService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` when the actor does not read this SKPD's pay. */
  async recap(actor: Actor, runId: Uuid, skpdId: Uuid): Promise<Recap> {
    requireReadableSkpd(actor, skpdId);
    const unit = await this.repository.unit(runId, skpdId);
    if (!unit) throw new DomainError('not-found');
    const found = unit.closedAt ? await this.frozen(unit) : await this.current(unit);
    const closedOn = unit.closedAt ? localDate(unit.closedAt, this.clock.timeZone) : null;
    const signedAround = closedOn ?? this.clock.today();
    return {
      runId, skpdId, skpdName: unit.skpdName, month: unit.month, paymentMonth: unit.paymentMonth, status: unit.status, closedOn,
      rows: found.rows,
      excluded: found.excluded,
      totals: found.rows.reduce((sum, row) => addTotals(sum, { employees: 1, ...row, cuts: row.disciplineCut + row.performanceCut + row.otherCuts }), NO_TOTALS),
      disciplineCut: found.rows.reduce((sum, row) => sum + row.disciplineCut, 0),
      performanceCut: found.rows.reduce((sum, row) => sum + row.performanceCut, 0),
      otherCuts: found.rows.reduce((sum, row) => sum + row.otherCuts, 0),
      references: await this.references.described(unit.month, found.references),
      ...(await this.signatories(skpdId, signedAround)),
    };
  }

  /** Who signs the papers of an SKPD as of a day: its head, its treasurer, and the unit admin who makes the list. */
  async signatories(skpdId: Uuid, date: IsoDate): Promise<Pick<Recap, 'head' | 'treasurer' | 'maker'>> {
    return {
      head: await this.head(skpdId, date),
      treasurer: await this.granted('treasurer', 'Bendahara Pengeluaran', skpdId, date),
      maker: await this.granted('unit-admin', 'Pembuat Daftar', skpdId, date),
    };
  }

  private async frozen(unit: UnitRecord) {
    const slips = await this.repository.slips(unit.runId, unit.skpdId);
    const references = new ReferenceList();
    const rows = slips.map((record) => {
      const slip = readSlip(record.content);
      references.add(slip.references);
      return rowOf(slip.facts.person, slip.lines, record);
    });
    return { rows, excluded: await this.repository.exclusions(unit.runId, unit.skpdId), references: references.all };
  }

  private async current(unit: UnitRecord) {
    const references = new ReferenceList();
    const rows: RecapRow[] = [];
    const excluded: PayRunPerson[] = [];
    await this.facts.forEachBatch(await this.view.scopeOf(unit), (results) => {
      for (const result of results) {
        if (result.exclusion) excluded.push(personView(result));
        if (!result.decision || !result.slipFacts) continue;
        references.add(result.decision.references);
        rows.push(rowOf(result.slipFacts.person, result.decision.lines, result.decision.sections));
      }
    });
    return { rows, excluded, references: references.all };
  }

  /** @returns the head, or who acts for the head, of the SKPD on a day */
  async head(skpdId: Uuid, date: IsoDate): Promise<Signatory | null> {
    const [head] = await this.approvals.heads(skpdId, date);
    return head ? { name: head.name, nip: head.nip, rank: head.rank, title: head.post } : null;
  }

  private async granted(role: 'treasurer' | 'unit-admin', title: string, skpdId: Uuid, date: IsoDate): Promise<Signatory | null> {
    const row = await this.db.one<{ name: string; nip: string | null; rank: string | null }>(
      `SELECT ${PERSON} FROM account_role g JOIN account c ON c.id = g.account_id JOIN employment e ON e.person_id = c.person_id ${PERSON_JOINS}
       WHERE g.role = $3 AND g.unit_id = $1 AND g.valid_from <= $2 AND (g.valid_to IS NULL OR g.valid_to >= $2)
         AND e.valid_from <= $2 AND (e.valid_to IS NULL OR e.valid_to >= $2)
       ORDER BY g.valid_from, g.id LIMIT 1`,
      [skpdId, date, role],
    );
    return row && { ...row, title };
  }
}

const PERSON = `concat_ws(', ', concat_ws(' ', nullif(pe.front_title, ''), pe.name), nullif(pe.back_title, '')) AS name, n.nip, k.rank`;
const PERSON_JOINS = `JOIN person pe ON pe.id = e.person_id
  LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= $2 AND (n.valid_to IS NULL OR n.valid_to >= $2)
  LEFT JOIN employment_rank k ON k.employment_id = e.id AND k.valid_from <= $2 AND (k.valid_to IS NULL OR k.valid_to >= $2)`;

class ReferenceList {
  private readonly byKey = new Map<string, ShortReference>();

  add(references: readonly ShortReference[]): void {
    for (const { kind, id, hash } of references) this.byKey.set(`${kind} ${id} ${hash.slice(0, 12)}`, { kind, id, hash: hash.slice(0, 12) });
  }

  get all(): ShortReference[] {
    return [...this.byKey.values()];
  }
}

function rowOf(
  person: { name: string; nip: string | null; rank: string | null; postName: string; class: string }, lines: readonly SlipLine[],
  sums: { gross: number; cuts: number; deductions: number; adjustments: number; net: number },
): RecapRow {
  const { name, nip, rank, postName } = person;
  const { discipline, performance } = paperAmounts(lines);
  return {
    name, nip, rank, postName, class: person.class, gross: sums.gross,
    disciplineCut: discipline, performanceCut: performance, otherCuts: sums.cuts - discipline - performance,
    deductions: sums.deductions, adjustments: sums.adjustments, net: sums.net,
  };
}
