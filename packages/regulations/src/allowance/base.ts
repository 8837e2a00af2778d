/** The base amount (dimension 1): which table, which index. */
import type { TableKey } from '../document/amounts-schema.js';
import { compactCite } from '../citation.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { AllowanceFacts } from './facts.js';
import { rankGroup, type Person } from './who.js';

export interface BaseAmount {
  amount: Fraction;
  /** As written in the table, before index and salary. */
  written: string;
  /** Table and key that gave it. */
  table: string;
  key: string;
  cite: string;
}

/** The base of this person; null when no table of the policy has them. */
export function findBase(facts: Person & Pick<AllowanceFacts, 'salary'>, law: LawSet): BaseAmount | null {
  const { base, rounding } = law.allowance.rules;
  const found = (base?.from ?? ['classes']).map((table) => lookup(table, facts, law)).find((a) => a !== null);
  if (!found) return null;
  let amount = Fraction.of(found.written);
  for (const index of base?.times ?? []) amount = amount.mul(Fraction.of(index));
  if (base?.timesTable !== undefined) {
    const index = lookup(base.timesTable, facts, law);
    if (!index) return null;
    amount = amount.mul(Fraction.of(index.written));
  }
  if (base?.ofSalary === true) {
    if (facts.salary?.basic === undefined) return null;
    amount = amount.mul(Fraction.of(facts.salary.basic));
  }
  const step = rounding.on?.base;
  return { ...found, amount: step ? Fraction.ratio(amount.round(step.mode, step.unit), 1n) : amount };
}

/** @throws RangeError when the person has no amount */
export function needBase(facts: Person & Pick<AllowanceFacts, 'salary'>, law: LawSet): BaseAmount {
  const found = findBase(facts, law);
  if (found) return found;
  throw new RangeError(
    law.allowance.rules.base
      ? `Tidak ada besaran bagi kelas "${facts.class}", jabatan "${facts.postCode ?? '-'}", unit "${facts.unitCode ?? '-'}", golongan "${facts.rank ?? '-'}" di ${law.amounts.id}`
      : `Kelas jabatan "${facts.class}" tidak punya besaran di ${law.amounts.id}`,
  );
}

/** Exact keys first, then with `*` from the right: `9 | dinas`, `9 | *`, `* | dinas`. */
export function lookup(table: string, person: Person, law: LawSet): Omit<BaseAmount, 'amount'> | null {
  const { classes, tables } = law.amounts.rules;
  const found = table === 'classes' ? { by: ['class'] as TableKey[], amounts: classes } : tables?.[table];
  if (!found) return null;
  const path = table === 'classes' ? 'classes' : `tables.${table}.amounts`;
  const keys = found.by.map((key) => keyOf(key, person));
  for (const key of candidates(keys)) {
    const written = found.amounts[key];
    if (written !== undefined)
      return { written, table, key, cite: compactCite(law.amounts.cite(`${path}.${key}`)) };
  }
  return null;
}

function candidates(keys: readonly (string | undefined)[]): string[] {
  const combinations: string[] = [];
  const stars = 2 ** keys.length;
  for (let mask = 0; mask < stars; mask++) {
    const parts = keys.map((key, i) => ((mask >> (keys.length - 1 - i)) & 1 ? '*' : key));
    if (parts.every((p) => p !== undefined)) combinations.push(parts.join(' | '));
  }
  return combinations;
}

function keyOf(key: TableKey, person: Person): string | undefined {
  switch (key) {
    case 'class':
      return person.class;
    case 'post':
      return person.postCode;
    case 'postKind':
      return person.postKind;
    case 'unit':
      return person.unitCode;
    case 'unitKind':
      return person.unitKind;
    case 'rank':
      return person.rank;
    case 'rankGroup':
      return rankGroup(person.rank);
    case 'employeeKind':
      return person.employeeKind;
    case 'all':
      return 'semua';
  }
}
