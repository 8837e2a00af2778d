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
  uncitedMaps,
  withMissing,
  withoutRemovals,
  type EffectiveNode,
} from './document/effective.js';
import { KIND_SCHEMAS } from './document/kinds.js';
import { resolved, type Resolved } from './document/resolved.js';

import { LawError, LawNotInForce, orphans, overlaps, type LawProblem } from './law-problems.js';

export { LawError, LawNotInForce, type LawProblem } from './law-problems.js';
export type { Resolved, ResolvedNode } from './document/resolved.js';

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

export interface LawOptions {
  /**
   * The documents are enacted law. What a later product needs and they could not say yet is taken from `national`, the
   * documents it ships; contradictions that a later product has learned to find do not undo what is enacted, and are
   * looked for in the document `checked` only, the one about to be enacted.
   */
  enacted?: { national: readonly RegulationDocument[]; checked?: string };
}

const DEFAULT_TIME_ZONE = 'Asia/Jakarta';

/**
 * @param documents parsed documents: the national ones and those of one government
 * @throws LawError when two of one kind and layer overlap, a parent is missing, a needed value or a citation is missing
 */
export function buildLaw(documents: RegulationDocument[], { enacted }: LawOptions = {}): Law {
  const problems = [...overlaps(documents), ...orphans(documents)];
  if (problems.length) throw new LawError(problems);
  const timeZone = documents.find((d) => d.family === null && d.timeZone)?.timeZone ?? DEFAULT_TIME_ZONE;
  const resolver = new Resolver(documents, enacted ?? null);
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
  private keptWorking: WorkingCalendar | null = null;

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
    return (this.keptWorking ??= workingCalendar(this.calendar));
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

  constructor(
    private readonly documents: RegulationDocument[],
    private readonly enacted: LawOptions['enacted'] | null,
  ) {}

  resolve<K extends DocumentKind>(kind: K, date: IsoDate, who: EmployeeKind): Resolved<RulesOf[K]> | null {
    const { upper, lower } = this.layers(kind, date, who);
    const top = upper ?? lower;
    if (!top) return null;
    const key = `${kind} ${upper?.id ?? '-'} ${lower?.id ?? '-'} ${who}`;
    let found = this.kept.get(key);
    if (!found) this.kept.set(key, (found = resolved(this.tree(upper, lower, who), top.id, top.title, kind)));
    return found as Resolved<RulesOf[K]>;
  }

  /** Since when a family has a document of that kind, for the message that it has none yet. */
  private firstOf(family: string, kind: DocumentKind): string {
    const [first] = this.documents.filter((d) => d.family === family && d.kind === kind).map((d) => d.inForce.from).sort();
    return first === undefined ? '' : ` (yang pertama mulai ${first})`;
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
            `Tidak ada dokumen "${upper.extends}" jenis ${kind} yang berlaku pada ${inForce.from}${this.firstOf(upper.extends, kind)}. Hapus "extends" dan tulis sendiri kunci yang biasanya diwarisi; pemeriksaan menyebutkan yang kurang.`,
          );
          continue;
        }
        const tree = this.tree(upper, lower, who);
        const missing = missingPaths(tree);
        for (const { path, label } of missing)
          add(id, path, `"${path}" (${label}) belum ditetapkan dokumen mana pun.`);
        for (const path of uncitedMaps(tree))
          add(
            id,
            path,
            `"${path}" tidak punya kutipan pasal. Tulis "cite: Pasal …" di peta itu, atau sekali di kepala dokumen bagi seluruhnya.`,
          );
        if (missing.length === 0 && (!this.enacted || this.enacted.checked === id))
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
    const tree = withoutRemovals(second ? overlay(first, second) : first);
    return lower && this.enacted ? this.filled(tree, lower, who) : tree;
  }

  /** What the shipped document of the same id says where the enacted one is silent on something needed today. */
  private filled(tree: EffectiveNode, lower: RegulationDocument, who: EmployeeKind): EffectiveNode {
    if (missingPaths(tree).length === 0) return tree;
    const shipped = this.enacted?.national.find((d) => d.id === lower.id);
    return shipped
      ? withMissing(tree, effectiveTree(shipped.sections, KIND_SCHEMAS[shipped.kind], shipped.id, who))
      : tree;
  }
}

/** `covers` names the employee kinds of a regional performance document (TL 4, BN 1 angka 4); silent ones cover all. */
function covers(document: RegulationDocument, who: EmployeeKind): boolean {
  const listed = document.sections.entries.get('covers');
  return listed?.is !== 'list' || listed.items.some((item) => item.is === 'scalar' && item.value === who);
}
