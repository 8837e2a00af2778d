/** What differs between two laws in the resolved values of one kind of document: the difference that people feel. */
import {
  EMPLOYEE_KINDS,
  type Citation,
  type DocumentKind,
  type EmployeeKind,
  type IsoDate,
} from '@ekinerja/contracts/basics';
import type { Law, ResolvedNode } from './law.js';

export interface ValueSide {
  value: string | number | boolean;
  cite: Citation | null;
  /** Id of the national document that gives it. */
  inheritedFrom: string | null;
}

export interface ValueChange {
  path: string;
  /** Labels from the top, the value's own last. */
  labels: string[];
  before: ValueSide | null;
  after: ValueSide | null;
  /** Kinds of employee that it touches; all of them when it is empty. */
  kinds: EmployeeKind[];
}

type Leaf = ValueSide & { labels: string[] };

/** Values that are new, gone or different on the date, in the order of the document. */
export function compareLaw(before: Law, after: Law, kind: DocumentKind, date: IsoDate): ValueChange[] {
  const found = new Map<string, ValueChange>();
  for (const who of EMPLOYEE_KINDS) {
    const old = leavesOf(before, kind, date, who);
    const fresh = leavesOf(after, kind, date, who);
    for (const path of new Set([...old.keys(), ...fresh.keys()])) {
      const [a, b] = [old.get(path) ?? null, fresh.get(path) ?? null];
      if (String(a?.value) === String(b?.value)) continue;
      const key = `${path} ${String(a?.value)} ${String(b?.value)}`;
      const change = found.get(key) ?? {
        path,
        labels: (b ?? a)?.labels ?? [],
        before: side(a),
        after: side(b),
        kinds: [],
      };
      change.kinds.push(who);
      found.set(key, change);
    }
  }
  return [...found.values()].map((c) => (c.kinds.length === EMPLOYEE_KINDS.length ? { ...c, kinds: [] } : c));
}

/** Whether every resolved value is the same on each of the days: what makes a revision editorial. */
export function sameValues(before: Law, after: Law, kind: DocumentKind, dates: readonly IsoDate[]): boolean {
  return dates.every((date) => compareLaw(before, after, kind, date).length === 0);
}

function leavesOf(law: Law, kind: DocumentKind, date: IsoDate, who: EmployeeKind): Map<string, Leaf> {
  const set = law.on(date, { employeeKind: who });
  const leaves = new Map<string, Leaf>();
  if (set.references.some((reference) => reference.kind === kind)) collect(set[kind].tree(), [], leaves);
  return leaves;
}

function collect(nodes: readonly ResolvedNode[], above: readonly string[], into: Map<string, Leaf>): void {
  for (const { path, label, value, cite, inheritedFrom, children } of nodes) {
    const labels = [...above, ownName(path, children) ?? label];
    if (value !== null) into.set(path, { value, cite, inheritedFrom, labels });
    collect(children, labels, into);
  }
}

/** An entry of a list goes by its own name ("Beban kerja") where it has one, not by its number. */
function ownName(path: string, children: readonly ResolvedNode[]): string | null {
  const named = ['name', 'part', 'code'].map((key) => children.find((child) => child.path === `${path}.${key}`)?.value);
  const found = named.find((value) => typeof value === 'string');
  return found === undefined ? null : String(found);
}

function side(leaf: Leaf | null): ValueSide | null {
  return leaf && { value: leaf.value, cite: leaf.cite, inheritedFrom: leaf.inheritedFrom };
}
