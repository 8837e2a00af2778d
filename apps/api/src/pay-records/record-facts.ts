/** From dated records to the facts that the law asks for. Pure; what a code is worth is the policy's. */
import type { ClockTime, DecimalString, IsoDate, IsoMonth, PresenceStatus, Rupiah, Uuid } from '@ekinerja/contracts/basics';
import { PRESENCE_STATUSES } from '@ekinerja/contracts/basics';
import type { PayRecordKind } from '@ekinerja/contracts/pay-records';
import type { AllowanceFacts, LeaveFact } from '@ekinerja/regulations/allowance';
import type { PresenceRow } from '@ekinerja/regulations/attendance';
import { addDays, addMonths, firstDay, lastDay } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';

/** One record in force for a person, its days those on which it is theirs. */
export interface RecordFact {
  id: Uuid;
  kind: PayRecordKind;
  from: IsoDate;
  to: IsoDate | null;
  code: string | null;
  amount: Rupiah | null;
  value: DecimalString | null;
  checkIn: ClockTime | null;
  checkOut: ClockTime | null;
  breakMinutes: number | null;
  child: number | null;
  cause: string | null;
  class: string | null;
  document: boolean;
  reason: string;
}

const NEVER: IsoDate = '9999-12-31';
const EXCUSES: Partial<Record<PayRecordKind, PresenceStatus>> = {
  sick: 'sick', travel: 'official-travel', training: 'training', 'device-failure': 'device-failure',
};

/** Days of the month that records excuse or witness, beside the rows as the presence system sent them. */
export function presenceOf(records: readonly RecordFact[], month: IsoMonth): PresenceRow[] {
  return records.flatMap((record): PresenceRow[] => {
    const status = statusOf(record);
    if (!status) return [];
    const times = status === 'present' ? { checkIn: record.checkIn, checkOut: record.checkOut } : { checkIn: null, checkOut: null };
    return daysIn(record, month).map((date) => ({ date, status, ...times }));
  });
}

function statusOf({ kind, code }: RecordFact): PresenceStatus | null {
  if (kind === 'manual-presence') return 'present';
  // A leave of the region's own naming excuses the day; what it costs is its leave rule.
  if (kind === 'leave') return isStatus(code) ? code : 'leave-important';
  return EXCUSES[kind] ?? null;
}

/** Days on which lateness or leaving early is permitted; what that is worth is the policy's. */
export function permittedDays(records: readonly RecordFact[], month: IsoMonth): ReadonlySet<IsoDate> {
  return new Set(records.filter(({ kind }) => kind === 'permission').flatMap((record) => daysIn(record, month)));
}

/** Shifts of the month; what they are to the unit's week is the policy's (`roster`). */
export function rosterOf(records: readonly RecordFact[], month: IsoMonth): AllowanceFacts['roster'] {
  const shifts = records.flatMap(({ kind, from, checkIn, checkOut, breakMinutes }) =>
    kind === 'shift' && checkIn && checkOut && from >= firstDay(month) && from <= lastDay(month)
      ? [{ date: from, start: checkIn, end: checkOut, ...(breakMinutes ? { breakMinutes } : {}) }]
      : [],
  );
  return shifts.length > 0 ? shifts : undefined;
}

/** Everything else that the records say of the month, as the law takes it. Keys without a record are left out. */
export function factsOf(records: readonly RecordFact[], month: IsoMonth, law: LawSet): Partial<AllowanceFacts> {
  const of = (kind: PayRecordKind) => records.filter((record) => record.kind === kind);
  const coded = (kind: PayRecordKind) => of(kind).flatMap((record) => (record.code === null ? [] : [{ ...record, code: record.code }]));
  const [score] = of('unit-score').slice(-1);
  const [submitted] = of('report-submitted').slice(-1);
  const [zakat] = of('zakat').slice(-1);
  const [hold] = of('hold');
  const facts: { -readonly [Key in keyof AllowanceFacts]?: AllowanceFacts[Key] } = {};
  const leaves = leavesOf(records, law);
  const groups = coded('group').map(({ code }) => code);
  const measured = coded('measured').map(({ code, value }) => [code, value ?? '0'] as const);
  const points = coded('points').map(({ code, value }) => [code, value ?? '0'] as const);
  if (leaves.length > 0) facts.leaves = leaves;
  if (groups.length > 0) facts.groups = groups;
  if (measured.length > 0) facts.measured = Object.fromEntries(measured);
  if (points.length > 0) facts.points = Object.fromEntries(points);
  if (score?.value) facts.unitScore = score.value;
  if (submitted) facts.submittedOn = submitted.from;
  if (zakat) facts.zakat = { optIn: true, ...(zakat.value ? { percent: zakat.value } : {}) };
  if (hold) facts.hold = hold.reason;
  assign(facts, 'punishments', coded('punishment').filter(({ code, to }) => (to ?? NEVER) >= firstDay(month) || runsOn(code, law)).map(({ code, from, to }) => ({ level: code, from, ...(to ? { to } : {}) })));
  assign(facts, 'compliance', coded('compliance').map(({ code, from, to, value }) => ({
    code, from, ...(to ? { to } : {}), ...(value ? { times: timesOf(value) } : {}),
  })));
  assign(facts, 'additions', coded('addition').map(({ code, from, to, class: ofClass, amount, value }) => ({
    code, from, ...(to ? { to } : {}), ...(ofClass ? { class: ofClass } : {}), ...(amount === null ? {} : { amount }),
    ...(value === null ? {} : { times: timesOf(value) }),
  })));
  assign(facts, 'profession', coded('profession').map(({ code, amount }) => ({ code, amount: amount ?? 0 })));
  assign(facts, 'otherDeductions', coded('deduction').map(({ code, amount }) => ({ code, ...(amount === null ? {} : { amount }) })));
  assign(facts, 'events', coded('missed-event').filter(({ from }) => from >= firstDay(month)).flatMap(({ code, from, value }) =>
    Array.from({ length: value === null ? 1 : timesOf(value) }, () => ({ date: from, event: code })),
  ));
  return facts;
}

/**
 * Days before the month from which the rules count on, by kind: leave numbered through the year, and a punishment that
 * cuts from the month after its decision and so still in the month after its last day.
 */
export function countedSince(month: IsoMonth, laws: Iterable<LawSet>): Map<PayRecordKind, IsoDate> {
  const since = new Map<PayRecordKind, IsoDate>();
  for (const { allowance: { rules } } of laws) {
    if (rules.leave?.some(({ method }) => 'numbered' in method && method.numbered === 'year'))
      for (const kind of ['leave', 'sick'] as const) since.set(kind, `${month.slice(0, 4)}-01-01`);
    if (rules.punishments?.starts === 'next-month') since.set('punishment', firstDay(addMonths(month, -1)));
  }
  return since;
}

/** A punishment as long as its own dates is cut a month later than they say; one of so many months ends with its record. */
function runsOn(code: string, law: LawSet): boolean {
  const { punishments } = law.allowance.rules;
  return punishments?.starts === 'next-month' && punishments.levels[code]?.months === undefined;
}

/** How often; a part of a time is none. */
function timesOf(value: DecimalString): number {
  return Math.max(0, Math.trunc(Number(value)));
}

function assign<Key extends keyof AllowanceFacts>(facts: { [K in Key]?: AllowanceFacts[K] }, key: Key, list: AllowanceFacts[Key] & readonly unknown[]): void {
  if (list.length > 0) facts[key] = list;
}

/** An excused day that no leave rule of the policy names costs nothing and needs no line. */
function leavesOf(records: readonly RecordFact[], law: LawSet): LeaveFact[] {
  const ruled = new Set((law.allowance.rules.leave ?? []).flatMap((rule) => rule.types));
  return records.flatMap(({ kind, code, from, to, child, cause, document }): LeaveFact[] => {
    const type = kind === 'sick' ? 'sick' : kind === 'leave' ? code : null;
    if (type === null || (isStatus(type) && !ruled.has(type))) return [];
    return [{ type, from, to: to ?? NEVER, document, ...(child ? { child } : {}), ...(cause ? { cause } : {}) }];
  });
}

function daysIn({ from, to }: RecordFact, month: IsoMonth): IsoDate[] {
  const first = from > firstDay(month) ? from : firstDay(month);
  const last = (to ?? NEVER) < lastDay(month) ? (to as IsoDate) : lastDay(month);
  const days: IsoDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

function isStatus(code: string | null): code is PresenceStatus {
  return code !== null && (PRESENCE_STATUSES as readonly string[]).includes(code);
}
