/**
 * The law of one government: dated documents, one in force per kind, regional over national. Everything is resolved
 * once per combination of documents and kept, since the API asks thousands of times.
 */
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type EmployeeKind,
  type IsoDate,
  type LawReference,
} from '@ekinerja/contracts/basics';
import { workingCalendar, type WorkingCalendar } from './calendar.js';
import type {
  AllowanceRules,
  AmountsRules,
  CalendarRules,
  PerformanceRules,
  RegulationDocument,
} from './document.js';
import { contradictions } from './document/contradictions.js';
import {
  effectiveTree,
  missingPaths,
  overlay,
  toRules,
  uncitedPaths,
  withoutRemovals,
  type EffectiveNode,
} from './document/effective.js';
import { KIND_SCHEMAS } from './document/kinds.js';
import { resolved, type Resolved } from './document/resolved.js';

export type { Resolved, ResolvedNode } from './document/resolved.js';

export interface LawProblem {
  /** Id of the document, empty when it concerns none alone. */
  document: string;
  /** Keys from the top, joined by dots. */
  path: string;
  /** Plain Indonesian. */
  message: string;
}

/** Thrown when documents do not fit together, or none is in force; the message holds the problems, one a line. */
export class LawError extends Error {
  constructor(readonly problems: LawProblem[]) {
    super(problems.map((p) => (p.document ? `${p.document}: ${p.message}` : p.message)).join('\n'));
    this.name = 'LawError';
  }
}

/** No document of the kind is in force on the date asked: the question lies outside the law, nothing is wrong with it. */
export class LawNotInForce extends LawError {
  constructor(
    readonly kind: DocumentKind,
    readonly date: IsoDate,
  ) {
    super([{ document: '', path: '', message: `Tidak ada dokumen ${kind} yang berlaku pada ${date}.` }]);
  }
}

/** The law on one date, for one employee kind. A kind of document that is not in force throws LawError when asked. */
export interface LawSet {
  date: IsoDate;
  timeZone: string;
  performance: Resolved<PerformanceRules>;
  allowance: Resolved<AllowanceRules>;
  amounts: Resolved<AmountsRules>;
  calendar: Resolved<CalendarRules>;
  /** Kind, id and hash of the documents in force. */
  references: LawReference[];
  working: WorkingCalendar;
}

export interface Law {
  timeZone: string;
  /** The law on a date. Without a kind the rules for PNS are meant. */
  on(date: IsoDate, who?: { employeeKind?: EmployeeKind }): LawSet;
}

interface RulesOf {
  performance: PerformanceRules;
  allowance: AllowanceRules;
  amounts: AmountsRules;
  calendar: CalendarRules;
}

const DEFAULT_TIME_ZONE = 'Asia/Jakarta';

/**
 * @param documents parsed documents: the national ones and those of one government
 * @throws LawError when two of one kind and layer overlap, a parent is missing, a needed value or a citation is missing
 */
export function buildLaw(documents: RegulationDocument[]): Law {
  const problems = [...overlaps(documents), ...orphans(documents)];
  if (problems.length) throw new LawError(problems);
  const timeZone = documents.find((d) => d.family === null && d.timeZone)?.timeZone ?? DEFAULT_TIME_ZONE;
  const resolver = new Resolver(documents);
  const incomplete = resolver.everyCombination();
  if (incomplete.length) throw new LawError(incomplete);
  const sets = new Map<string, LawSet>();
  return {
    timeZone,
    on(date, who = {}) {
      const kind = who.employeeKind ?? 'pns';
      const key = `${date} ${kind}`;
      let set = sets.get(key);
      if (!set) sets.set(key, (set = new DatedLaw(date, timeZone, kind, resolver)));
      return set;
    },
  };
}

class DatedLaw implements LawSet {
  constructor(
    readonly date: IsoDate,
    readonly timeZone: string,
    private readonly who: EmployeeKind,
    private readonly resolver: Resolver,
  ) {}

  private readonly kept: { [K in DocumentKind]?: Resolved<RulesOf[K]> | null } = {};
  private keptReferences: LawReference[] | null = null;

  get performance() {
    return this.need('performance');
  }
  get allowance() {
    return this.need('allowance');
  }
  get amounts() {
    return this.need('amounts');
  }
  get calendar() {
    return this.need('calendar');
  }
  get working() {
    return workingCalendar(this.calendar);
  }

  get references(): LawReference[] {
    return (this.keptReferences ??= DOCUMENT_KINDS.flatMap((kind) => {
      const found = this.find(kind);
      return found ? [{ kind, id: found.id, hash: found.hash }] : [];
    }));
  }

  private find<K extends DocumentKind>(kind: K): Resolved<RulesOf[K]> | null {
    const kept: { [P in K]?: Resolved<RulesOf[P]> | null } = this.kept;
    const found = kept[kind];
    return found === undefined ? (kept[kind] = this.resolver.resolve(kind, this.date, this.who)) : found;
  }

  private need<K extends DocumentKind>(kind: K): Resolved<RulesOf[K]> {
    const found = this.find(kind);
    if (!found) throw new LawNotInForce(kind, this.date);
    return found;
  }
}

class Resolver {
  private readonly kept = new Map<string, Resolved<unknown>>();

  constructor(private readonly documents: RegulationDocument[]) {}

  resolve<K extends DocumentKind>(kind: K, date: IsoDate, who: EmployeeKind): Resolved<RulesOf[K]> | null {
    const { upper, lower } = this.layers(kind, date, who);
    const top = upper ?? lower;
    if (!top) return null;
    const key = `${kind} ${upper?.id ?? '-'} ${lower?.id ?? '-'} ${who}`;
    let found = this.kept.get(key);
    if (!found) this.kept.set(key, (found = resolved(this.tree(upper, lower, who), top.id, top.title, kind)));
    return found as Resolved<RulesOf[K]>;
  }

  /** Resolves each combination of dates once and says what is missing. */
  everyCombination(): LawProblem[] {
    const problems = new Map<string, LawProblem>();
    const add = (document: string, path: string, message: string) =>
      problems.set(`${document} ${path} ${message}`, { document, path, message });
    for (const { kind, inForce } of this.documents) {
      for (const who of ['pns', 'pppk'] as const) {
        const { upper, lower } = this.layers(kind, inForce.from, who);
        if (!upper && !lower) continue;
        const id = (upper ?? lower)?.id ?? '';
        if (upper?.extends && !lower) {
          add(
            id,
            '',
            `Tidak ada dokumen "${upper.extends}" jenis ${kind} yang berlaku pada ${inForce.from}.`,
          );
          continue;
        }
        const tree = this.tree(upper, lower, who);
        const missing = missingPaths(tree);
        for (const { path, label } of missing)
          add(id, path, `"${path}" (${label}) belum ditetapkan dokumen mana pun.`);
        for (const path of uncitedPaths(tree)) add(id, path, `"${path}" tidak punya kutipan pasal ("cite").`);
        if (missing.length === 0)
          for (const { path, message } of contradictions(kind, toRules(tree))) add(id, path, message);
      }
    }
    return [...problems.values()];
  }

  /** The regional and the national document of that day; a regional one that does not cover the employee kind stands aside. */
  private layers(kind: DocumentKind, date: IsoDate, who: EmployeeKind) {
    const upper = this.inForce(kind, date, (d) => d.family === null && covers(d, who));
    const lower = this.inForce(
      kind,
      date,
      (d) => d.family !== null && (!upper || d.family === upper.extends),
    );
    return { upper, lower };
  }

  private inForce(
    kind: DocumentKind,
    date: IsoDate,
    layer: (d: RegulationDocument) => boolean,
  ): RegulationDocument | undefined {
    return this.documents.find(
      (d) =>
        d.kind === kind &&
        layer(d) &&
        d.inForce.from <= date &&
        (d.inForce.to === null || date <= d.inForce.to),
    );
  }

  private tree(
    upper: RegulationDocument | undefined,
    lower: RegulationDocument | undefined,
    who: EmployeeKind,
  ): EffectiveNode {
    const trees = [lower, upper].flatMap((d) =>
      d ? [effectiveTree(d.sections, KIND_SCHEMAS[d.kind], d.id, who)] : [],
    );
    const [first, second] = trees;
    if (!first) throw new LawError([{ document: '', path: '', message: 'Tidak ada dokumen.' }]);
    return withoutRemovals(second ? overlay(first, second) : first);
  }
}

/** `covers` names the employee kinds of a regional performance document (TL 4, BN 1 angka 4); silent ones cover all. */
function covers(document: RegulationDocument, who: EmployeeKind): boolean {
  const listed = document.sections.entries.get('covers');
  return listed?.is !== 'list' || listed.items.some((item) => item.is === 'scalar' && item.value === who);
}

function overlaps(documents: RegulationDocument[]): LawProblem[] {
  const problems: LawProblem[] = [];
  const add = (document: string, path: string, message: string) => problems.push({ document, path, message });
  documents.forEach((a, i) => {
    for (const b of documents.slice(i + 1)) {
      if (a.id === b.id) add(a.id, 'id', `Id "${a.id}" dipakai dua dokumen.`);
      if (a.kind !== b.kind || a.family !== b.family) continue;
      const apart =
        (a.inForce.to !== null && a.inForce.to < b.inForce.from) ||
        (b.inForce.to !== null && b.inForce.to < a.inForce.from);
      if (!apart)
        add(
          b.id,
          'inForce',
          `"${a.id}" dan "${b.id}" sama-sama berlaku pada hari yang sama (jenis ${a.kind}).`,
        );
    }
  });
  return problems;
}

function orphans(documents: RegulationDocument[]): LawProblem[] {
  return documents.flatMap((d) =>
    d.extends !== null && !documents.some((p) => p.family === d.extends && p.kind === d.kind)
      ? [
          {
            document: d.id,
            path: 'extends',
            message: `Berdiri di atas "${d.extends}", tetapi tidak ada dokumen ${d.kind} dari keluarga itu.`,
          },
        ]
      : [],
  );
}
