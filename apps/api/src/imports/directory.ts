import { randomUUID } from 'node:crypto';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { Standing, StandingAssignment, StandingEmployee, StandingPost, StandingUnit } from './standing.repository.js';
import type { AssignmentRow, EmployeeRow, PostRow, UnitRow, Workbook } from './workbook-rows.js';

/** A thing of the workbook beside what stands of it; both have the same id. */
export interface Entry<Row, Stands> {
  id: Uuid;
  row: Row | null;
  stands: Stands | null;
}
export type UnitEntry = Entry<UnitRow, StandingUnit>;
export type PostEntry = Entry<PostRow, StandingPost>;
export type EmployeeEntry = Entry<EmployeeRow, StandingEmployee>;

/** An assignment as it will stand: of the file where the file says so, else as it is. */
export interface Holding {
  id: Uuid;
  row: AssignmentRow | null;
  stands: StandingAssignment | null;
  employee: EmployeeEntry;
  postId: Uuid;
  kind: AssignmentRow['kind'];
  seat: number;
  from: IsoDate;
  to: IsoDate | null;
}

export const FOREVER: IsoDate = '9999-12-31';

/** Workbook and database in one view, found by natural keys. The first row of a key counts; later ones are duplicates. */
export class Directory {
  readonly units = new Map<string, UnitEntry>();
  readonly unitsById = new Map<Uuid, UnitEntry>();
  readonly posts = new Map<string, PostEntry>();
  readonly postsById = new Map<Uuid, PostEntry>();
  /** By NIP and by code. */
  readonly people = new Map<string, EmployeeEntry>();
  readonly employeesById = new Map<Uuid, EmployeeEntry>();
  private readonly assignmentsByKey = new Map<string, StandingAssignment>();

  constructor(
    readonly workbook: Workbook,
    readonly standing: Standing,
  ) {
    for (const unit of standing.units) this.addUnit(unit.code, { id: unit.id, row: null, stands: unit });
    for (const row of workbook.units.rows) {
      const known = this.units.get(row.code);
      if (!known) this.addUnit(row.code, { id: randomUUID(), row, stands: null });
      else known.row ??= row;
    }
    for (const post of standing.posts) this.addPost(post.code, { id: post.id, row: null, stands: post });
    for (const row of workbook.posts.rows) {
      const known = this.posts.get(row.code);
      if (!known) this.addPost(row.code, { id: randomUUID(), row, stands: null });
      else known.row ??= row;
    }
    this.indexPeople();
    for (const assignment of standing.assignments) {
      this.assignmentsByKey.set(holdingKey(assignment.employmentId, assignment.postId, assignment.kind, assignment.from), assignment);
    }
  }

  /** Who the row speaks of; rows without a usable NIP or code have nobody. */
  employeeOf(row: EmployeeRow): EmployeeEntry | null {
    return (row.nip ? this.people.get(row.nip) : row.code ? this.people.get(row.code) : null) ?? null;
  }

  parentOf(unit: UnitEntry): UnitEntry | null {
    if (unit.row && this.workbook.units.columns.has('parentCode')) return unit.row.parentCode === null ? null : (this.units.get(unit.row.parentCode) ?? null);
    return unit.stands?.parentId ? (this.unitsById.get(unit.stands.parentId) ?? null) : null;
  }

  superiorOf(post: PostEntry): PostEntry | null {
    if (post.row && this.workbook.posts.columns.has('superiorCode')) return post.row.superiorCode === null ? null : (this.posts.get(post.row.superiorCode) ?? null);
    return post.stands?.superiorId ? (this.postsById.get(post.stands.superiorId) ?? null) : null;
  }

  isSkpd(unit: UnitEntry): boolean {
    if (unit.row && this.workbook.units.columns.has('skpd')) return unit.row.skpd;
    return unit.stands !== null && unit.stands.skpdId === unit.stands.id;
  }

  /** The SKPD a unit belongs to as the workbook has it; null without one (or in a loop, which the check reports). */
  skpdOf(unit: UnitEntry): UnitEntry | null {
    const seen = new Set<UnitEntry>();
    for (let at: UnitEntry | null = unit; at && !seen.has(at); at = this.parentOf(at)) {
      if (this.isSkpd(at)) return at;
      seen.add(at);
    }
    return null;
  }

  /** Assignments as they will stand, those of the file without a place in the database included. */
  holdings(): Holding[] {
    const holdings: Holding[] = [];
    const spoken = new Set<Uuid>();
    for (const row of this.workbook.assignments.rows) {
      const employee = this.people.get(row.person);
      const post = this.posts.get(row.postCode);
      if (!employee || !post || row.bad) continue;
      const stands = this.assignmentsByKey.get(holdingKey(employee.id, post.id, row.kind, row.from)) ?? null;
      if (stands) spoken.add(stands.id);
      const to = this.workbook.assignments.columns.has('to') ? row.to : (stands?.to ?? null);
      holdings.push({ id: stands?.id ?? randomUUID(), row, stands, employee, postId: post.id, kind: row.kind, seat: stands?.seat ?? 0, from: row.from, to });
    }
    for (const stands of this.standing.assignments) {
      const employee = this.employeesById.get(stands.employmentId);
      if (!spoken.has(stands.id) && employee) holdings.push({ ...stands, row: null, stands, employee });
    }
    return holdings;
  }

  private addUnit(code: string, entry: UnitEntry): void {
    this.units.set(code, entry);
    this.unitsById.set(entry.id, entry);
  }

  private addPost(code: string | null, entry: PostEntry): void {
    if (code !== null) this.posts.set(code, entry);
    this.postsById.set(entry.id, entry);
  }

  private indexPeople(): void {
    for (const employee of this.standing.employees) {
      const entry: EmployeeEntry = { id: employee.id, row: null, stands: employee };
      this.employeesById.set(employee.id, entry);
      if (employee.code !== null) this.people.set(employee.code, entry);
    }
    for (const { nip, employmentId } of this.standing.nips) {
      const entry = this.employeesById.get(employmentId);
      if (entry) this.people.set(nip, entry);
    }
    for (const row of this.workbook.employees.rows) {
      const keys = [row.nip, row.code].filter((key) => key !== null);
      if (keys.length === 0) continue;
      let entry = keys.map((key) => this.people.get(key)).find((found) => found !== undefined);
      if (!entry) {
        entry = { id: randomUUID(), row, stands: null };
        this.employeesById.set(entry.id, entry);
      }
      entry.row ??= row;
      for (const key of keys) if (!this.people.has(key)) this.people.set(key, entry);
    }
  }
}

export function holdingKey(employmentId: Uuid, postId: Uuid, kind: string, from: IsoDate): string {
  return `${employmentId} ${postId} ${kind} ${from}`;
}

export function overlap(a: { from: IsoDate; to: IsoDate | null }, b: { from: IsoDate; to: IsoDate | null }): boolean {
  return a.from <= (b.to ?? FOREVER) && b.from <= (a.to ?? FOREVER);
}
