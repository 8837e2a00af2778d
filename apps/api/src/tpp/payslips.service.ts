import { Injectable } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { PresenceDayView } from '@ekinerja/contracts/attendance';
import type { PayslipItem, PayslipView, SlipLineView } from '@ekinerja/contracts/pay-runs';
import { paymentMonth, type SlipLine } from '@ekinerja/regulations/allowance';
import { parseCite } from '@ekinerja/regulations/citation';
import { addMonths, firstDay, lastDay, monthOf } from '@ekinerja/regulations/dates';
import { slipDifferences } from '@ekinerja/regulations/slip-difference';
import { slipSentence } from '@ekinerja/regulations/slip-words';
import { AttendanceService } from '../attendance/attendance.service.js';
import { AuditService } from '../audit/audit.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { LawReferencesService } from './law-references.service.js';
import { PayFactsService } from './pay-facts.service.js';
import { PayRunRepository } from './pay-run.repository.js';
import { PayRunViewService } from './pay-run-view.service.js';
import { mayReadSlip } from './pay-run-scope.js';
import { PayslipsRepository, type SlipRecord } from './payslips.repository.js';
import { readSlip, type Slip } from './slip-content.js';

export type SlipOfUnit = Pick<PayslipView, 'skpdName' | 'name' | 'nip' | 'postName' | 'class' | 'month' | 'paymentMonth' | 'lines' | 'totals' | 'references'>;

/** Slips as their owners read them: every amount with its sentence, its article and the days behind it. */
@Injectable()
export class PayslipsService {
  constructor(
    private readonly repository: PayslipsRepository,
    private readonly runRecords: PayRunRepository,
    private readonly facts: PayFactsService,
    private readonly runs: PayRunViewService,
    private readonly attendance: AttendanceService,
    private readonly regulations: RegulationsService,
    private readonly references: LawReferencesService,
    private readonly periods: PeriodsService,
    private readonly audit: AuditService,
  ) {}

  async mine(actor: Actor): Promise<PayslipItem[]> {
    if (!actor.personId) return [];
    const names = (await this.regulations.lawOn(actor.today)).allowance.rules.runs ?? {};
    return (await this.repository.ofPerson(actor.personId)).map((slip) => ({
      id: slip.id,
      month: slip.month,
      paymentMonth: slip.paymentMonth,
      kind: slip.kind,
      special: slip.kind === 'special' ? (names[slip.code]?.name ?? slip.code) : null,
      sequence: slip.sequence,
      skpdName: slip.skpdName,
      class: readSlip(slip.content).facts.person.class,
      totals: totalsOf(slip),
    }));
  }

  /** A frozen slip; another reader than its owner is logged. */
  async view(actor: Actor, id: Uuid): Promise<PayslipView> {
    const slip = await this.repository.find(id);
    if (!slip || !mayReadSlip(actor, slip)) throw new DomainError('not-found');
    if (slip.personId !== actor.personId) await this.audit.logRead(actor, 'payslip', 'payslip', id);
    return this.viewOf(slip);
  }

  /** Frozen slips of a closed SKPD-month as their papers show them, by name; who may ask is the caller's to know. */
  async ofUnit(unit: { runId: Uuid; skpdId: Uuid; skpdName: string; month: IsoMonth; paymentMonth: IsoMonth }): Promise<SlipOfUnit[]> {
    const described = new Map<string, PayslipView['references']>();
    const slips: SlipOfUnit[] = [];
    for (const record of await this.runRecords.slips(unit.runId, unit.skpdId)) {
      const { facts, lines, references } = readSlip(record.content);
      const key = JSON.stringify(references);
      const known = described.get(key) ?? (await this.references.described(unit.month, references));
      described.set(key, known);
      const { name, nip, postName, class: ofClass } = facts.person;
      const { gross, cuts, deductions, adjustments, net } = record;
      slips.push({
        skpdName: unit.skpdName, month: unit.month, paymentMonth: unit.paymentMonth, name, nip, postName, class: ofClass,
        lines: lines.map(lineView), totals: { gross, cuts, deductions, adjustments, net }, references: known,
      });
    }
    return slips;
  }

  /** SKPD of a slip that the actor may read, for the paper's register. */
  async skpdOf(actor: Actor, id: Uuid): Promise<Uuid> {
    const slip = await this.repository.find(id);
    if (!slip || !mayReadSlip(actor, slip)) throw new DomainError('not-found');
    return slip.skpdId;
  }

  /** The same calculation with the facts so far: no day to come is held against anyone, what is missing is named. */
  async estimate(actor: Actor, month: IsoMonth): Promise<PayslipView> {
    const { employmentId } = actor;
    if (!employmentId) throw new DomainError('not-found');
    if (month > monthOf(actor.today)) throw new DomainError('month-not-over', { month, closableFrom: firstDay(month) });
    const closed = await this.repository.ofMonth(employmentId, month);
    if (closed) return this.viewOf(closed);
    const skpdId = await this.periods.skpdOfMonth(employmentId, month);
    if (!skpdId) throw new DomainError('not-found');
    const until = await this.runs.knownUntil(month, skpdId, actor.today);
    const scope = { runId: null, month, skpdId, whole: false, until, employmentIds: [employmentId], withAdjustments: true };
    const [result] = await this.facts.results(scope);
    if (!result) throw new DomainError('not-found');
    if (result.exclusion) throw refusedByRule(result.exclusion);
    const law = await this.regulations.lawOn(firstDay(month), result.person.kind);
    const slip = result.content ? readSlip(result.content) : null;
    return {
      id: null,
      estimate: true,
      month,
      paymentMonth: paymentMonth(month, law),
      kind: 'regular',
      sequence: 1,
      employmentId,
      name: result.person.name,
      nip: result.post.nip,
      postName: result.post.postName,
      class: result.post.class,
      skpdName: result.post.skpdName ?? '',
      performance: performanceOf(slip),
      lines: (slip?.lines ?? []).map(lineView),
      totals: result.decision?.sections ?? { gross: 0, cuts: 0, deductions: 0, adjustments: 0, net: 0 },
      days: slip ? await this.daysOf(employmentId, slip, until) : [],
      references: await this.references.described(month, slip?.references ?? []),
      closedAt: null,
      verifyCode: null,
      comparison: await this.comparison(employmentId, month, slip?.lines ?? [], result.decision?.sections.net ?? 0),
      missing: result.blockers.filter(({ waived }) => !waived).map(({ kind }) => kind),
    };
  }

  private async viewOf(record: SlipRecord): Promise<PayslipView> {
    const slip = readSlip(record.content);
    const { person } = slip.facts;
    return {
      id: record.id,
      estimate: false,
      month: record.month,
      paymentMonth: record.paymentMonth,
      kind: record.kind,
      sequence: record.sequence,
      employmentId: record.employmentId,
      name: person.name,
      nip: person.nip,
      postName: person.postName,
      class: person.class,
      skpdName: record.skpdName,
      performance: performanceOf(slip),
      lines: slip.lines.map(lineView),
      totals: totalsOf(record),
      days: await this.daysOf(record.employmentId, slip, lastDay(record.month)),
      references: await this.references.described(record.month, slip.references),
      closedAt: record.closedAt.toISOString(),
      verifyCode: record.verifyCode,
      comparison: record.kind === 'regular' ? await this.comparison(record.employmentId, record.month, slip.lines, record.net) : null,
      missing: [],
    };
  }

  /** "Why less than last month": against the slip of the month before, as frozen. */
  private async comparison(employmentId: Uuid, month: IsoMonth, lines: readonly SlipLine[], net: number): Promise<PayslipView['comparison']> {
    const before = await this.repository.ofMonth(employmentId, addMonths(month, -1));
    if (!before || lines.length === 0) return null;
    return {
      month: before.month,
      difference: net - before.net,
      lines: slipDifferences(readSlip(before.content).lines, lines).map(({ line, ...amounts }) => ({ title: slipSentence(line).title, section: line.section, ...amounts })),
    };
  }

  private async daysOf(employmentId: Uuid, { facts }: Slip, until: string): Promise<PresenceDayView[]> {
    const { month, person, from } = facts;
    const to = facts.to < until ? facts.to : until;
    return this.attendance.dayViews(employmentId, { month, unitKind: person.unitKind, from, to, employeeKind: person.kind });
  }
}

export function lineView(line: SlipLine): SlipLineView {
  const { section, code, inputs, amount, result, cite } = line;
  return { section, code, ...slipSentence(line), inputs, amount, result: result ?? null, cite: cite.includes('#') ? parseCite(cite) : null };
}

/** TL 31: the slip names the evaluation it rests on, also where that cuts nothing. */
function performanceOf(slip: Slip | null): PayslipView['performance'] {
  const { predicate = null, score = null, qualityScore = null } = slip?.facts ?? {};
  return { predicate, score, qualityScore };
}

function totalsOf({ gross, cuts, deductions, adjustments, net }: SlipRecord): PayslipView['totals'] {
  return { gross, cuts, deductions, adjustments, net };
}
