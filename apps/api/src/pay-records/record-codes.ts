/** Codes that the law in force knows, by kind of record: what a form offers and an import accepts. Pure. */
import type { IsoDate } from '@ekinerja/contracts/basics';
import type { PayRecordCodes, PayRecordKind } from '@ekinerja/contracts/pay-records';
import type { Law, LawSet } from '@ekinerja/regulations/law';

const LEAVE_STATUSES = ['leave-annual', 'leave-important', 'leave-large', 'leave-maternity', 'study'];

export function codesOf(law: LawSet): PayRecordCodes['codes'] {
  const rules = law.allowance.rules;
  const named = (entries: Record<string, { name: string } | undefined> | undefined) =>
    Object.entries(entries ?? {}).map(([code, entry]) => ({ code, name: entry?.name ?? code }));
  const leaves = new Map(LEAVE_STATUSES.map((code) => [code, code]));
  for (const rule of rules.leave ?? []) for (const type of rule.types) if (type !== 'sick') leaves.set(type, leaves.get(type) ?? rule.name);
  const codes: PayRecordCodes['codes'] = {
    leave: [...leaves].map(([code, name]) => ({ code, name })),
    punishment: named(rules.punishments?.levels),
    compliance: named(rules.compliance),
    addition: named(rules.additions),
    profession: named(rules.profession),
    deduction: named(rules.otherDeductions),
    'missed-event': plain(Object.values(rules.discipline).flatMap((table) => Object.keys(table?.events ?? {}))),
    group: plain(valuesUnder(rules, 'groups')),
    measured: plain(givenNames(rules)),
    points: plain(pointItems(rules)),
  };
  return codes;
}

/**
 * Codes for a record of that span. One that began under an earlier regulation and still runs is judged month by month,
 * so the law of its last day, or of today, may know it as well: a punishment of August is carried into a policy of November.
 */
export function codesWithin(law: Law, from: IsoDate, to: IsoDate | null, today: IsoDate): PayRecordCodes['codes'] {
  const first = codesOf(law.on(from));
  const until = to ?? today;
  if (until <= from) return first;
  const last = codesOf(law.on(until));
  const joined = (Object.keys(first) as PayRecordKind[]).map((kind) => {
    const own = first[kind] ?? [];
    return [kind, [...own, ...(last[kind] ?? []).filter(({ code }) => !own.some((known) => known.code === code))]];
  });
  return Object.fromEntries(joined) as PayRecordCodes['codes'];
}

/** Kinds whose code must be one of the law's; a leave may bear the region's own name as well. */
export const CODED_BY_LAW: readonly PayRecordKind[] = ['punishment', 'compliance', 'addition', 'profession', 'deduction', 'missed-event', 'group'];

function plain(codes: readonly string[]): { code: string; name: string }[] {
  return [...new Set(codes)].sort().map((code) => ({ code, name: code }));
}

function valuesUnder(node: unknown, key: string): string[] {
  if (Array.isArray(node)) return node.flatMap((one) => valuesUnder(one, key));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === key && Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : valuesUnder(value, key),
  );
}

function givenNames(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(givenNames);
  if (typeof node !== 'object' || node === null) return [];
  const own = node as { kind?: unknown; fact?: unknown };
  const found = own.kind === 'given' && typeof own.fact === 'string' ? [own.fact] : [];
  return [...found, ...Object.values(node).flatMap(givenNames)];
}

/** Items of every measure by points. */
function pointItems(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(pointItems);
  if (typeof node !== 'object' || node === null) return [];
  const own = node as { kind?: unknown; items?: readonly { code: string }[] };
  const found = own.kind === 'points' && Array.isArray(own.items) ? own.items.map(({ code }) => code) : [];
  return [...found, ...Object.values(node).flatMap(pointItems)];
}
