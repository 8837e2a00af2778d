import { randomUUID } from 'node:crypto';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { SheetCounts, WorkbookSheet } from '@ekinerja/contracts/imports';
import type { Directory, Holding } from './directory.js';
import type { StandingAssignment, StandingEmployee, StandingPost, StandingUnit } from './standing.repository.js';

/** A dated value that follows the one that stands, e.g. a class: from `from` on, or in place of it when it began that day. */
export interface DatedValue {
  id: Uuid;
  value: string;
  from: IsoDate;
  /** First day of the value it follows. */
  after: IsoDate | null;
}

export type UnitWrite = StandingUnit;
export type PostWrite = Omit<StandingPost, 'class' | 'classFrom'>;
export type EmployeeWrite = Omit<StandingEmployee, 'kindFrom' | 'rank' | 'rankFrom' | 'hasAccount'>;
export type AssignmentWrite = StandingAssignment;

export interface Changed<T> {
  before: T;
  after: T;
}
interface Writes<T> {
  fresh: T[];
  changed: Changed<T>[];
}

/** Everything that applying will write. Nothing in it when the file says what stands. */
export interface Plan {
  counts: Record<WorkbookSheet, SheetCounts>;
  units: Writes<UnitWrite>;
  posts: Writes<PostWrite>;
  classes: DatedValue[];
  employees: Writes<EmployeeWrite>;
  kinds: DatedValue[];
  ranks: DatedValue[];
  assignments: Writes<AssignmentWrite>;
  accounts: { personId: Uuid; username: string }[];
}

export function planOf(directory: Directory, holdings: Holding[], today: IsoDate): Plan {
  const counts = { units: empty(), posts: empty(), employees: empty(), assignments: empty() };
  const plan: Plan = {
    counts,
    units: { fresh: [], changed: [] }, posts: { fresh: [], changed: [] }, classes: [],
    employees: { fresh: [], changed: [] }, kinds: [], ranks: [], assignments: { fresh: [], changed: [] }, accounts: [],
  };
  planUnits(directory, plan);
  planPosts(directory, plan, today);
  planEmployees(directory, plan, today);
  for (const holding of holdings) {
    if (!holding.row) continue;
    const { row, stands, id, postId, kind, seat, from, to } = holding;
    const has = directory.workbook.assignments.columns;
    const after: AssignmentWrite = {
      id, employmentId: holding.employee.id, postId, kind, seat, from, to,
      decreeNumber: stands && !has.has('decreeNumber') ? stands.decreeNumber : row.decreeNumber,
      decreeDate: stands && !has.has('decreeDate') ? stands.decreeDate : row.decreeDate,
    };
    sort(plan.assignments, counts.assignments, stands, after);
  }
  return plan;
}

function planUnits(directory: Directory, plan: Plan): void {
  const has = directory.workbook.units.columns;
  for (const unit of directory.units.values()) {
    const { row, stands, id } = unit;
    const skpdId = directory.skpdOf(unit)?.id ?? null;
    if (!row) {
      // A unit that the file does not name moves with the one above it.
      if (stands && stands.skpdId !== skpdId) plan.units.changed.push({ before: stands, after: { ...stands, skpdId } });
      continue;
    }
    const { code, name, kind, from } = row;
    const to = stands && !has.has('to') ? stands.to : row.to;
    sort(plan.units, plan.counts.units, stands, { id, code, name, kind, parentId: directory.parentOf(unit)?.id ?? null, skpdId, from, to });
  }
}

function planPosts(directory: Directory, plan: Plan, today: IsoDate): void {
  const has = directory.workbook.posts.columns;
  for (const post of directory.posts.values()) {
    const { row, stands, id } = post;
    if (!row) continue;
    const kept = <Key extends 'level' | 'leader' | 'seats' | 'standingDelegate' | 'to'>(key: Key) => (stands && !has.has(key) ? stands[key] : row[key]);
    const after: PostWrite = {
      id, code: row.code, name: row.name, unitId: directory.units.get(row.unitCode)!.id, kind: row.kind, level: kept('level'),
      superiorId: directory.superiorOf(post)?.id ?? null, leader: kept('leader'), seats: kept('seats'), standingDelegate: kept('standingDelegate'), from: row.from, to: kept('to'),
    };
    const dated = has.has('class') ? datedValue(id, row.class, row.classFrom, row.from, stands && { value: stands.class, from: stands.classFrom }, today) : null;
    if (dated) plan.classes.push(dated);
    sort(plan.posts, plan.counts.posts, stands && withoutClass(stands), after, dated !== null);
  }
}

function planEmployees(directory: Directory, plan: Plan, today: IsoDate): void {
  const has = directory.workbook.employees.columns;
  for (const row of directory.workbook.employees.rows) {
    const entry = directory.employeeOf(row);
    if (!entry || entry.row !== row) continue;
    const { stands, id } = entry;
    const kept = <Key extends 'code' | 'frontTitle' | 'backTitle' | 'birthDate' | 'sex' | 'to'>(key: Key) => (stands && !has.has(key) ? stands[key] : row[key]);
    const after: EmployeeWrite = {
      id, personId: stands?.personId ?? randomUUID(), nip: row.nip ?? stands?.nip ?? null, code: kept('code') ?? stands?.code ?? null, name: row.name,
      frontTitle: kept('frontTitle'), backTitle: kept('backTitle'), birthDate: kept('birthDate'), sex: kept('sex'), kind: row.kind, from: row.from, to: kept('to'),
    };
    const dated = has.has('rank') ? datedValue(id, row.rank, row.rankFrom, row.from, stands && { value: stands.rank, from: stands.rankFrom }, today) : null;
    if (dated) plan.ranks.push(dated);
    // A new employee's kind begins with the employment; another one follows from its day on.
    const kind = stands && datedValue(id, row.kind, row.kindFrom, row.from, { value: stands.kind, from: stands.kindFrom }, today);
    if (kind) plan.kinds.push(kind);
    const account = !stands?.hasAccount;
    if (account) plan.accounts.push({ personId: after.personId, username: (after.nip ?? after.code ?? '').replaceAll(/\s/g, '').toLowerCase() });
    sort(plan.employees, plan.counts.employees, stands && withoutRank(stands), after, dated !== null || (account && stands !== null));
  }
}

/**
 * A value that differs from the one in force follows it from the day the file names, else from the start of what is
 * new, else from today. An empty cell leaves what stands: a class is not taken away by leaving it out.
 */
function datedValue(
  id: Uuid, value: string | null, since: IsoDate | null, start: IsoDate, stands: { value: string | null; from: IsoDate | null } | null, today: IsoDate,
): DatedValue | null {
  if (value === null || value === stands?.value) return null;
  if (!stands || stands.from === null) return { id, value, from: since ?? start, after: null };
  const from = since ?? (today > stands.from ? today : stands.from);
  return { id, value, from: from < stands.from ? stands.from : from, after: stands.from };
}

function sort<T extends object>(writes: Writes<T>, counts: SheetCounts, before: T | null, after: T, otherwiseChanged = false): void {
  counts.rows += 1;
  if (!before) {
    counts.fresh += 1;
    writes.fresh.push(after);
  } else if (same(before, after)) {
    if (otherwiseChanged) counts.changed += 1;
    else counts.unchanged += 1;
  } else {
    counts.changed += 1;
    writes.changed.push({ before, after });
  }
}

function same<T extends object>(before: T, after: T): boolean {
  return (Object.keys(after) as (keyof T)[]).every((key) => before[key] === after[key]);
}

function withoutClass({ class: _class, classFrom: _from, ...post }: StandingPost): PostWrite {
  return post;
}

function withoutRank({ kindFrom: _kindFrom, rank: _rank, rankFrom: _from, hasAccount: _has, ...employee }: StandingEmployee): EmployeeWrite {
  return employee;
}

function empty(): SheetCounts {
  return { rows: 0, fresh: 0, changed: 0, unchanged: 0 };
}
