/** Reads the case files and runs them against a law: one function for the test and for `mutate`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { EmployeeKind, IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import { parseDocument, type RegulationDocument } from '../document.js';
import { buildLaw, LawError, type Law } from '../law.js';
import { nearest } from '../document/nearest.js';
import { isDaerah, loadPreset, nationalDocuments } from '../presets.js';
import { QUESTIONS } from './questions.js';

export interface LawCase {
  file: string;
  name: string;
  /** Obligation IDs, where the pure rule truly decides them. */
  proves?: string[];
  /** Articles of the daerah's own text that this case shows deciding: `Pasal 33 huruf a`. */
  articles?: string[];
  /** Folder that `policy` of a case outside the package is relative to. */
  folder?: string;
  on: {
    /** One of the product's own; left out: the documents that are being checked. */
    daerah?: string;
    date?: IsoDate;
    month?: IsoMonth;
    employeeKind?: EmployeeKind;
    /** Documents of `cases/documents/` that stand in place of the daerah's own of their kind. */
    policy?: string[];
  };
  ask: string;
  facts?: unknown;
  expect: unknown;
}

const CASES = new URL('../../cases/', import.meta.url);

/** All cases, in file order. */
export function loadCases(): LawCase[] {
  return ['', 'dimensi/']
    .flatMap((folder) =>
      readdirSync(new URL(folder, CASES))
        .filter((f) => f.endsWith('.yaml'))
        .map((f) => `${folder}${f}`),
    )
    .sort()
    .flatMap((file) => {
      const cases = parse(readFileSync(new URL(file, CASES), 'utf8')) as Omit<LawCase, 'file'>[];
      return cases.map((c) => ({ ...c, file }));
    });
}

/** The laws that cases name; documents may be exchanged before building (`mutate`). */
export class CaseLaws {
  private readonly laws = new Map<string, Law>();

  /**
   * @param checked documents under check, over the national ones, for cases that name no daerah
   * @param complete `checked` brings the national documents itself
   */
  constructor(
    private readonly exchange: (document: RegulationDocument) => RegulationDocument = (d) => d,
    private readonly checked: readonly RegulationDocument[] = [],
    private readonly complete = false,
  ) {}

  of({ daerah, policy }: LawCase['on'], folder?: string): Law {
    const key = `${daerah ?? ''} ${folder ?? ''} ${policy?.join(' ') ?? ''}`;
    let law = this.laws.get(key);
    if (!law)
      this.laws.set(
        key,
        (law = buildLaw(this.documents(daerah, policy, folder).map((d) => this.exchange(d)))),
      );
    return law;
  }

  private documents(
    daerah: string | undefined,
    policy: readonly string[] = [],
    folder?: string,
  ): RegulationDocument[] {
    const own = policy.map((name) => policyDocument(name, folder));
    return this.below(daerah)
      .filter((d) => d.family !== null || !own.some((o) => o.kind === d.kind))
      .concat(own);
  }

  private below(daerah: string | undefined): RegulationDocument[] {
    if (daerah === undefined) {
      if (this.complete) return [...this.checked];
      const national = nationalDocuments().filter((n) => !this.checked.some((d) => d.id === n.id));
      return [...national, ...this.checked];
    }
    if (isDaerah(daerah)) return loadPreset(daerah);
    throw new LawError([{ document: '', path: '', message: `Daerah "${daerah}" tidak dikenal.` }]);
  }
}

const policies = new Map<string, RegulationDocument>();

function policyDocument(name: string, folder?: string): RegulationDocument {
  const key = `${folder ?? ''} ${name}`;
  const kept = policies.get(key);
  if (kept) return kept;
  const file = name.endsWith('.yaml') ? name : `${name}.yaml`;
  const at = folder === undefined ? fileURLToPath(new URL(`documents/${file}`, CASES)) : join(folder, file);
  const read = existsSync(at)
    ? parseDocument(readFileSync(at, 'utf8'), folder === undefined ? `cases/documents/${file}` : at)
    : { document: null, problems: [] };
  if (!read.document)
    throw new LawError([
      { document: name, path: '', message: read.problems[0]?.message ?? 'berkas tidak ada' },
    ]);
  policies.set(key, read.document);
  return read.document;
}

/** The law's answer to a case. */
export function answerOf(c: LawCase, laws: CaseLaws): unknown {
  const question = QUESTIONS[c.ask];
  if (!question)
    throw new RangeError(
      `Pertanyaan "${c.ask}" tidak dikenal. Yang dikenal: ${Object.keys(QUESTIONS).join(', ')}`,
    );
  const date = c.on.date ?? `${c.on.month ?? ''}-01`;
  const facts = (c.facts ?? {}) as { employeeKind?: EmployeeKind };
  const employeeKind = c.on.employeeKind ?? facts.employeeKind ?? 'pns';
  return question(facts as never, laws.of(c.on, c.folder).on(date, { employeeKind }));
}

/**
 * Compares what a case expects with the answer: named keys only; lists item by item in full length, except that a
 * list of maps under `lines` may name some of the answer's items, in order.
 * @returns differences as `path: expected …, got …`; empty when it holds
 */
export function differences(expected: unknown, actual: unknown, path = ''): string[] {
  const says = () => [
    `${path || 'jawaban'}: seharusnya ${JSON.stringify(expected)}, ternyata ${JSON.stringify(actual)}`,
  ];
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return says();
    if (path.endsWith('lines')) return inOrder(expected, actual) ? [] : says();
    return expected.length === actual.length
      ? expected.flatMap((e, i) => differences(e, actual[i], `${path}.${i}`))
      : says();
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return says();
    const got = actual as Record<string, unknown>;
    return Object.entries(expected).flatMap(([k, v]) => {
      const at = path ? `${path}.${k}` : k;
      return k in got || v === undefined
        ? differences(v, got[k], at)
        : [notAnswered(at, k, Object.keys(got))];
    });
  }
  const same =
    typeof actual === 'string' && typeof expected === 'number'
      ? actual === String(expected)
      : actual === expected;
  return same ? [] : says();
}

/** A key that the answer does not have: probably a slip of the pen. */
function notAnswered(at: string, key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return `${at}: tidak ada dalam jawaban.${near ? ` Maksudnya "${near}"?` : known.length ? ` Yang ada: ${known.join(', ')}` : ''}`;
}

function inOrder(expected: readonly unknown[], actual: readonly unknown[]): boolean {
  let at = 0;
  return expected.every((e) => {
    while (at < actual.length && differences(e, actual[at]).length > 0) at += 1;
    return at++ < actual.length;
  });
}
