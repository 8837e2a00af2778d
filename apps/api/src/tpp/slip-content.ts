/**
 * A slip as it is frozen: canonical, compact JSON of at most 2,000 bytes. Keys are letters and citations stand once,
 * in a list that lines point into; sentences come from the law package when somebody reads it.
 */
import { hash } from 'node:crypto';
import type { DocumentKind, EmployeeKind, IsoDate, IsoMonth, LawReference, PostKind, Predicate, UnitKind } from '@ekinerja/contracts/basics';
import type { SlipLine } from '@ekinerja/regulations/allowance';

export const SLIP_BYTES = 2000;
const HASH_SHOWN = 12;

const SECTION_LETTERS = { gross: 'g', cut: 'c', deduction: 'd', adjustment: 'a', info: 'i' } as const;
type SectionLetter = (typeof SECTION_LETTERS)[SlipLine['section']];
const SECTIONS = Object.fromEntries(Object.entries(SECTION_LETTERS).map(([section, letter]) => [letter, section])) as Record<SectionLetter, SlipLine['section']>;

export interface SlipPerson {
  name: string;
  nip: string | null;
  kind: EmployeeKind;
  rank: string | null;
  postName: string;
  postKind: PostKind;
  unitName: string;
  unitKind: UnitKind;
  class: string;
}

export interface SlipFacts {
  month: IsoMonth;
  person: SlipPerson;
  from: IsoDate;
  to: IsoDate;
  /** Month of the evaluation that pays (TL 31); an earlier one where the law evaluates by quarter. */
  evaluatedFor: IsoMonth | null;
  predicate: Predicate | null;
  score: string | null;
  qualityScore: string | null;
  activities: { acceptedCount: number; acceptedMinutes: number; daysWithEntry: number };
  waived: string[];
}

/** Document with the first characters of its hash. */
export interface ShortReference {
  kind: DocumentKind;
  id: string;
  hash: string;
}

export interface Slip {
  facts: SlipFacts;
  references: ShortReference[];
  lines: SlipLine[];
}

type FrozenLine = [SectionLetter, string, SlipLine['inputs'], number | null, string | null, number];
interface Frozen {
  v: 1;
  m: IsoMonth;
  p: [string, string | null, EmployeeKind, string | null, string, PostKind, string, UnitKind, string];
  d: [IsoDate, IsoDate];
  e: [IsoMonth | null, Predicate | null, string | null, string | null];
  a: [number, number, number];
  w: string[];
  r: [DocumentKind, string, string][];
  c: string[];
  l: FrozenLine[];
}

export function freezeSlip(facts: SlipFacts, lines: readonly SlipLine[], references: readonly LawReference[]): string {
  const cites: string[] = [];
  const indexOf = (cite: string) => {
    const known = cites.indexOf(cite);
    return known >= 0 ? known : cites.push(cite) - 1;
  };
  const { person, activities } = facts;
  const frozenLines = lines.map((line): FrozenLine => [
    SECTION_LETTERS[line.section], line.code, sorted(line.inputs), line.amount, line.result ?? null, indexOf(line.cite),
  ]);
  const frozen: Frozen = {
    v: 1,
    m: facts.month,
    p: [person.name, person.nip, person.kind, person.rank, person.postName, person.postKind, person.unitName, person.unitKind, person.class],
    d: [facts.from, facts.to],
    e: [facts.evaluatedFor, facts.predicate, facts.score, facts.qualityScore],
    a: [activities.acceptedCount, activities.acceptedMinutes, activities.daysWithEntry],
    w: facts.waived,
    r: references.map(({ kind, id, hash }) => [kind, id, hash.slice(0, HASH_SHOWN)]),
    c: cites,
    l: frozenLines,
  };
  return JSON.stringify(frozen);
}

export function readSlip(content: string): Slip {
  const { m, p, d, e, a, w, r, c, l } = JSON.parse(content) as Frozen;
  const [name, nip, kind, rank, postName, postKind, unitName, unitKind, ownClass] = p;
  return {
    facts: {
      month: m,
      person: { name, nip, kind, rank, postName, postKind, unitName, unitKind, class: ownClass },
      from: d[0],
      to: d[1],
      evaluatedFor: e[0],
      predicate: e[1],
      score: e[2],
      qualityScore: e[3],
      activities: { acceptedCount: a[0], acceptedMinutes: a[1], daysWithEntry: a[2] },
      waived: w,
    },
    references: r.map(([documentKind, id, hash]) => ({ kind: documentKind, id, hash })),
    lines: l.map(([section, code, inputs, amount, result, cite]) => ({
      section: SECTIONS[section], code, inputs, amount, ...(result === null ? {} : { result }), cite: c[cite] ?? '',
    })),
  };
}

export function slipBytes(content: string): number {
  return Buffer.byteLength(content, 'utf8');
}

export function slipHash(content: string): string {
  return hash('sha256', content, 'hex');
}

/** Keys in order: the same object where they stand so already. */
function sorted(inputs: SlipLine['inputs']): SlipLine['inputs'] {
  const keys = Object.keys(inputs);
  if (keys.every((key, i) => i === 0 || (keys[i - 1] as string) < key)) return inputs;
  const ordered: Record<string, string | number> = {};
  for (const key of keys.sort()) ordered[key] = inputs[key] as string | number;
  return ordered;
}
