/** The base amount (dimension 1): which table, which index. */
import type { TableKey } from '../document/amounts-schema.js';
import { compactCite } from '../citation.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { AllowanceFacts } from './facts.js';
import { isFor, rankGroup, type Person } from './who.js';

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
  const known = (base?.from ?? ['classes']).flatMap((table) => lookup(table, facts, law) ?? []);
  const [first] = known;
  if (!first) return null;
  const larger = (a: typeof first, b: typeof first) => (Fraction.of(b.written).compare(Fraction.of(a.written)) > 0 ? b : a);
  const found = base?.pick === 'largest' ? known.reduce(larger) : first;
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
  const rounded = (exact: Fraction) => (step ? Fraction.ratio(exact.round(step.mode, step.unit), 1n) : exact);
  if (base?.components)
    return { ...found, amount: Fraction.sum(base.components.map((c) => rounded(amount.mul(componentShare(c, facts, law))))) };
  return { ...found, amount: rounded(amount) };
}

type Component = NonNullable<NonNullable<LawSet['allowance']['rules']['base']>['components']>[number];

function componentShare(component: Component, facts: Person, law: LawSet): Fraction {
  if (!isFor(component.who, facts)) return Fraction.zero;
  return Fraction.percent(percentOf(component, facts, law) ?? '0');
}

/** The percent of the person's own row in a table of percents, else the one that is written. */
export function percentOf(
  rule: { percent?: string; percentTable?: string },
  person: Person,
  law: LawSet,
): string | undefined {
  const row = rule.percentTable === undefined ? null : lookup(rule.percentTable, person, law);
  return row?.written ?? rule.percent;
}

/** @throws RangeError when the person has no amount */
export function needBase(facts: Person & Pick<AllowanceFacts, 'salary'>, law: LawSet): BaseAmount {
  const found = findBase(facts, law);
  if (found) return found;
  throw new RangeError(
    law.allowance.rules.base
      ? `Tidak ada besaran bagi kelas "${facts.class}", jabatan "${facts.postCode ?? '-'}", unit "${facts.unitCode ?? '-'}", golongan "${facts.rank ?? '-'}", kelompok "${facts.groups?.join(', ') ?? '-'}" di ${law.amounts.id}`
      : `Kelas jabatan "${facts.class}" tidak punya besaran di ${law.amounts.id}`,
  );
}

type Found = Omit<BaseAmount, 'amount'>;

/** People of one post and class find the same row: what a table answered is kept with its document. */
const answers = new WeakMap<object, Map<string, Found | null>>();
const MOST_ANSWERS = 20_000;

/** Exact keys first, then with `*` from the right: `9 | dinas`, `9 | *`, `* | dinas`. */
export function lookup(table: string, person: Person, law: LawSet): Found | null {
  const { amounts } = law;
  let known = answers.get(amounts);
  if (!known || known.size > MOST_ANSWERS) answers.set(amounts, (known = new Map<string, Found | null>()));
  const { classes, tables } = law.amounts.rules;
  const found = table === 'classes' ? { by: ['class'] as TableKey[], amounts: classes } : tables?.[table];
  if (!found) return null;
  const path = table === 'classes' ? 'classes' : `tables.${table}.amounts`;
  const keys = found.by.map((key) => keysOf(key, person));
  const asked = JSON.stringify([table, keys]);
  let answer = known.get(asked);
  if (answer === undefined) known.set(asked, (answer = readTable(table, path, keys, found.amounts, law)));
  return answer;
}

function readTable(
  table: string,
  path: string,
  keys: readonly (readonly string[])[],
  amounts: Readonly<Record<string, string | undefined>>,
  law: LawSet,
): Found | null {
  for (const options of candidates(keys)) {
    // Somebody in several groups: the one that the table names first, whatever the order of the facts.
    const key =
      options.length === 1 ? options[0] : Object.keys(amounts).find((k) => options.includes(k));
    const written = key === undefined ? undefined : amounts[key];
    if (key !== undefined && written !== undefined)
      return { written, table, key, cite: compactCite(law.amounts.cite(`${path}.${key}`)) };
  }
  return null;
}

/** Per pattern of stars, the keys that the person may stand under. */
function candidates(keys: readonly (readonly string[])[]): string[][] {
  const combinations: string[][] = [];
  const stars = 2 ** keys.length;
  for (let mask = 0; mask < stars; mask++) {
    const parts = keys.map((own, i) => ((mask >> (keys.length - 1 - i)) & 1 ? ['*'] : own));
    const joined = parts.reduce<string[]>(
      (all, own, i) => (i === 0 ? [...own] : all.flatMap((head) => own.map((key) => `${head} | ${key}`))),
      [],
    );
    if (joined.length > 0) combinations.push(joined);
  }
  return combinations;
}

function keysOf(key: TableKey, person: Person): readonly string[] {
  if (key === 'group') return person.groups ?? [];
  const own = keyOf(key, person);
  return own === undefined ? [] : [own];
}

function keyOf(key: Exclude<TableKey, 'group'>, person: Person): string | undefined {
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
