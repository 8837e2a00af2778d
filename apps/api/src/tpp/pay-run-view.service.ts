import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { NextPayRun, OpenObjection, PayRunItem, PayRunPerson, PayRunUnitItem, PayRunUnitView, PayRunView, PayTotals, RunWay } from '@ekinerja/contracts/pay-runs';
import { addDays, addMonths, firstDay, lastDay, monthOf } from '@ekinerja/regulations/dates';
import { closeWaitsFor, openRunSteps, runWay } from '@ekinerja/regulations/run-steps';
import { AttendanceService } from '../attendance/attendance.service.js';
import { AuditService } from '../audit/audit.service.js';
import { ObjectionViewService } from '../objections/objection-view.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { monthToOpen } from './month-to-open.js';
import { MonthEndService } from './month-end.service.js';
import { PayFactsService, type PayScope } from './pay-facts.service.js';
import { PayRunExtrasRepository } from './pay-run-extras.repository.js';
import { PayRunRepository, type ClosedPerson, type RunRecord, type UnitRecord } from './pay-run.repository.js';
import { readableSkpds, requireReadableSkpd } from './pay-run-scope.js';
import { addTotals, NO_TOTALS, PaySums, personView } from './pay-sums.js';
import { readSlip, type SlipFacts } from './slip-content.js';

export type PrintableUnit = Pick<UnitRecord, 'runId' | 'skpdId' | 'skpdName' | 'month' | 'paymentMonth' | 'status' | 'closedAt' | 'totals'>;

/** What a close has at hand when it answers. */
export interface JustClosed {
  paid: readonly PayRunPerson[];
  openEntries: number;
}

interface Summary {
  stamp: string;
  at: number;
  blockers: number;
  totals: PayTotals;
}

/** Sums of open units are kept this long at most, and only while none of their facts has moved. */
const SUMMARY_AGE_MS = 60_000;

/** Pay runs as people read them: open units calculated from the facts of now, closed ones from what was frozen. */
@Injectable()
export class PayRunViewService {
  private readonly summaries = new Map<string, Summary>();

  constructor(
    private readonly repository: PayRunRepository,
    private readonly facts: PayFactsService,
    private readonly attendance: AttendanceService,
    private readonly regulations: RegulationsService,
    private readonly monthEnd: MonthEndService,
    private readonly extras: PayRunExtrasRepository,
    private readonly objections: ObjectionViewService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Runs with the sums of what has been checked or closed. */
  async list(actor: Actor): Promise<PayRunItem[]> {
    const units = await this.repository.units(null, readableSkpds(actor));
    const names = await this.specialNames();
    const runs = await this.repository.runs();
    const closableFrom = new Map<IsoMonth, IsoDate>();
    for (const { month } of runs) closableFrom.set(month, closableFrom.get(month) ?? (await this.monthEnd.closableFrom(month)));
    return runs.map((run) => {
      const own = units.filter((unit) => unit.runId === run.id);
      return runItem(run, closableFrom.get(run.month) as IsoDate, own.map((unit) => ({ status: unit.status, totals: unit.totals ?? NO_TOTALS })), names);
    });
  }

  /** Which month's run waits to be opened. */
  async next(): Promise<NextPayRun> {
    const present = monthOf(this.clock.today());
    const finished = this.clock.today() < (await this.monthEnd.closableFrom(present)) ? addMonths(present, -1) : present;
    return { month: monthToOpen(await this.repository.runs(), finished) };
  }

  async run(actor: Actor, runId: Uuid): Promise<PayRunView> {
    const run = await this.repository.run(runId);
    if (!run) throw new DomainError('not-found');
    const units = await this.repository.units(runId, readableSkpds(actor));
    const stamp = await this.repository.factsStamp(run);
    const unitList: PayRunUnitItem[] = [];
    const way = await this.wayOf(run);
    for (const unit of units) unitList.push(unitItem(unit, way, await this.summaryOf(unit, stamp)));
    return {
      ...runItem(run, await this.monthEnd.closableFrom(run.month), unitList, await this.specialNames()),
      presenceSynchronisedAt: (await this.attendance.synchronisedAt(run.month))?.toISOString() ?? null,
      unitList,
    };
  }

  /** Everybody on the SKPD's list, included or with the reason why not; reading it is logged (KS 26). */
  async unit(actor: Actor, runId: Uuid, skpdId: Uuid): Promise<PayRunUnitView> {
    requireReadableSkpd(actor, skpdId);
    const view = await this.unitUnlogged(runId, skpdId);
    await this.audit.logRead(actor, 'pay-run.unit', 'pay-run-unit', `${runId}/${skpdId}`);
    return view;
  }

  /** Units of a run for papers of many; who may ask is the caller's to know. */
  async printable(runId: Uuid): Promise<PrintableUnit[]> {
    return this.repository.units(runId, null);
  }

  async unitUnlogged(runId: Uuid, skpdId: Uuid): Promise<PayRunUnitView> {
    const unit = await this.repository.unit(runId, skpdId);
    if (!unit) throw new DomainError('not-found');
    return frozen(unit) ? this.closedUnit(unit) : this.openUnit(unit);
  }

  /** A unit as its close answers it: who is paid is known, the rest is read. */
  async closedNow(runId: Uuid, skpdId: Uuid, closed: JustClosed): Promise<PayRunUnitView> {
    const unit = await this.repository.unit(runId, skpdId);
    if (!unit) throw new DomainError('not-found');
    return this.closedUnit(unit, closed);
  }

  /** How an open unit is calculated now: whole once the month is over, before that by the days known so far. */
  async scopeOf(unit: Pick<UnitRecord, 'runId' | 'skpdId' | 'month' | 'paymentMonth' | 'kind' | 'code' | 'sequence'>): Promise<PayScope> {
    const { runId, skpdId, month, paymentMonth, kind, code, sequence } = unit;
    const today = this.clock.today();
    const whole = today >= (await this.monthEnd.closableFrom(month)) || kind === 'special' || kind === 'back-pay';
    const until = whole ? lastDay(month) : await this.knownUntil(month, skpdId, today);
    const special = kind === 'special' ? { runCode: code } : {};
    return { runId, skpdId, month, whole, until, paymentMonth, runKind: kind, ...special, again: kind === 'regular' && sequence > 1, withAdjustments: kind !== 'special' };
  }

  /** Days so far: up to yesterday, and no further than presence has come in. */
  async knownUntil(month: IsoMonth, skpdId: Uuid, today: IsoDate): Promise<IsoDate> {
    const yesterday = addDays(today, -1);
    const known = (await this.attendance.knownUntil(month, skpdId)) ?? addDays(firstDay(month), -1);
    return known < yesterday ? known : yesterday;
  }

  private async openUnit(unit: UnitRecord): Promise<PayRunUnitView> {
    const sums = new PaySums();
    const people: PayRunPerson[] = [];
    const { openEntries } = await this.facts.forEachBatch(await this.scopeOf(unit), (results) => {
      sums.add(results);
      people.push(...results.map(personView));
    });
    return this.unitView(unit, { blockers: sums.blockers, totals: sums.totals }, people, openEntries);
  }

  private async closedUnit(unit: UnitRecord, known?: JustClosed): Promise<PayRunUnitView> {
    const paid = known?.paid ?? (await this.repository.slips(unit.runId, unit.skpdId)).map((slip) => paidPerson(slip, readSlip(slip.content).facts));
    const excluded = await this.repository.exclusions(unit.runId, unit.skpdId);
    const openEntries = known?.openEntries ?? (await this.repository.openEntries(unit));
    return this.unitView(unit, { blockers: 0, totals: unit.totals ?? NO_TOTALS }, [...paid, ...excluded], openEntries);
  }

  /** Which steps the close waits for, by the law of the month. */
  async wayOf({ month }: Pick<UnitRecord, 'month'>): Promise<RunWay> {
    return runWay(await this.regulations.lawOn(firstDay(month)));
  }

  private async unitView(unit: UnitRecord, summary: { blockers: number; totals: PayTotals }, people: PayRunPerson[], openEntries: number): Promise<PayRunUnitView> {
    const way = await this.wayOf(unit);
    return {
      ...unitItem(unit, way, summary),
      runId: unit.runId,
      month: unit.month,
      paymentMonth: unit.paymentMonth,
      closableFrom: await this.monthEnd.closableFrom(unit.month),
      kind: unit.kind,
      special: specialOf(unit, unit.kind === 'special' ? await this.specialNames() : new Map()),
      sequence: unit.sequence,
      way,
      steps: openRunSteps(unit.status, way),
      voidAsked: unit.status === 'closed' ? await this.extras.voidAsked(unit.runId, unit.skpdId) : null,
      budget: await this.extras.budgetOf(unit, summary.totals),
      people,
      openEntries,
      openObjections: await this.openObjections(people, unit.month),
    };
  }

  /** Objections to evaluations up to the month; a changed result becomes an adjustment, the close waits for none. */
  private async openObjections(people: readonly PayRunPerson[], until: IsoMonth): Promise<OpenObjection[]> {
    const names = new Map(people.map(({ employmentId, name }) => [employmentId, name]));
    const open = await this.objections.openOf([...names.keys()]);
    return open.flatMap(({ employmentId, month, filedAt, decideDueAt }) =>
      month > until ? [] : [{ employmentId, name: names.get(employmentId) ?? '', month, filedAt: filedAt.toISOString(), decideDueAt: decideDueAt?.toISOString() ?? null }],
    );
  }

  /** Names of the policy's special payments. */
  private async specialNames(): Promise<Map<string, string>> {
    const { rules } = (await this.regulations.lawOn(this.clock.today())).allowance;
    return new Map(Object.entries(rules.runs ?? {}).map(([code, rule]) => [code, rule?.name ?? code]));
  }

  private async summaryOf(unit: UnitRecord, stamp: string): Promise<{ blockers: number; totals: PayTotals }> {
    if (frozen(unit)) return { blockers: 0, totals: unit.totals ?? NO_TOTALS };
    const key = `${unit.runId} ${unit.skpdId}`;
    const kept = this.summaries.get(key);
    const now = this.clock.now().getTime();
    const fullStamp = `${stamp} ${this.clock.today()}`;
    if (kept && kept.stamp === fullStamp && Math.abs(now - kept.at) < SUMMARY_AGE_MS) return kept;
    const sums = new PaySums();
    await this.facts.forEachBatch(await this.scopeOf(unit), (results) => sums.add(results));
    const summary = { stamp: fullStamp, at: now, blockers: sums.blockers, totals: sums.totals };
    this.summaries.set(key, summary);
    return summary;
  }
}

function specialOf({ kind, code }: Pick<RunRecord, 'kind' | 'code'>, names: ReadonlyMap<string, string>): PayRunItem['special'] {
  return kind === 'special' ? { code, name: names.get(code) ?? code } : null;
}

function frozen({ status }: UnitRecord): boolean {
  return status === 'closed' || status === 'void';
}

function runItem(run: RunRecord, closableFrom: IsoDate, all: { status: string; totals: PayTotals }[], names: ReadonlyMap<string, string>): PayRunItem {
  // What was taken back counts in the run that replaced it.
  const units = all.filter((unit) => unit.status !== 'void');
  const closed = units.filter((unit) => unit.status === 'closed').length;
  return {
    id: run.id,
    month: run.month,
    closableFrom,
    paymentMonth: run.paymentMonth,
    kind: run.kind,
    special: specialOf(run, names),
    sequence: run.sequence,
    status: units.length > 0 && closed === units.length ? 'closed' : 'open',
    units: units.length,
    checked: units.filter(({ status }) => status === 'checked' || status === 'signed' || status === 'verified').length,
    closed,
    totals: units.reduce((sum, unit) => addTotals(sum, unit.totals), NO_TOTALS),
  };
}

function unitItem(unit: UnitRecord, way: RunWay, summary: { blockers: number; totals: PayTotals }): PayRunUnitItem {
  return {
    skpdId: unit.skpdId,
    skpdName: unit.skpdName,
    status: unit.status,
    version: unit.version,
    blockers: summary.blockers,
    totals: summary.totals,
    checkedBy: unit.checkedBy,
    checkedAt: unit.checkedAt?.toISOString() ?? null,
    headSigned: unit.signedAt && { by: unit.signedName ?? '', at: unit.signedAt.toISOString(), post: unit.signedPost ?? '', method: unit.signedMethod ?? 'account' },
    agencyChecked: unit.verifiedAt && { by: unit.verifiedBy ?? '', at: unit.verifiedAt.toISOString() },
    returned: unit.returnedAt && { by: unit.returnedBy ?? '', at: unit.returnedAt.toISOString(), reason: unit.returnReason ?? '' },
    waitsFor: closeWaitsFor(unit.status, way),
    closedBy: unit.closedBy,
    closedAt: unit.closedAt?.toISOString() ?? null,
    recapSignedAt: unit.recapSignedOn,
    handedOverAt: unit.handedOverOn,
  };
}

/** As frozen on the slip, whatever has happened to the person since. */
export function paidPerson(slip: Omit<ClosedPerson, 'content'>, facts: SlipFacts): PayRunPerson {
  const { gross, cuts, deductions, adjustments, net } = slip;
  return {
    employmentId: slip.employmentId,
    name: facts.person.name,
    nip: facts.person.nip,
    kind: facts.person.kind,
    postName: facts.person.postName,
    class: facts.person.class,
    included: true,
    exclusion: null,
    blockers: facts.waived.map((kind) => ({ kind: kind as PayRunPerson['blockers'][number]['kind'], waived: true, waiveReason: null })),
    totals: { gross, cuts, deductions, adjustments, net },
    payslipId: slip.payslipId,
  };
}
