import { setImmediate as othersFirst } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { Holder, Holding } from '@ekinerja/regulations/evaluator';
import { SnapshotRepository, type AssignmentRow, type Touched } from './snapshot.repository.js';
import { factsOf, holderOf, noteEmployments, organisationPost, type FactTables, type OrganisationFacts } from './snapshot.js';

/** Rows between which other requests get their turn. */
const ROWS_A_TURN = 5000;

/** Makes the facts of a day: whole from the tables, or from those of a near state by mending what differs. */
@Injectable()
export class SnapshotBuilder {
  constructor(private readonly repository: SnapshotRepository) {}

  async whole(date: IsoDate): Promise<OrganisationFacts> {
    const { repository } = this;
    const units = await indexed(await repository.units(date));
    const postRows = await indexed(await repository.posts(date));
    const employments = await indexed(await repository.employments(date));
    const assignments = await repository.assignments(date);
    const tables: FactTables = {
      units, postRows, employments, posts: new Map(), holders: new Map(), holdings: new Map(), classOverrides: new Map(), byPerson: new Map(),
      delegations: await repository.delegations(date), overrides: await repository.overrides(date),
    };
    await inTurns(postRows.values(), (post) => tables.posts.set(post.id, organisationPost(post, units)));
    await inTurns(assignments, (row) => {
      addHolder(tables, row);
      addHolding(tables, row);
    });
    await inTurns(employments.values(), (employment) => noteEmployments(tables, [employment]));
    return factsOf(tables);
  }

  /** From a state of some day and version to the present one of `date`; null when building anew costs less. */
  async mended(from: { facts: OrganisationFacts; version: number; day: IsoDate }, date: IsoDate): Promise<OrganisationFacts | null> {
    const touched = await this.repository.touched(from, date);
    if (!touched) return null;
    const before = from.facts.tables;
    const tables: FactTables = { ...copied(before), delegations: await this.repository.delegations(date), overrides: await this.repository.overrides(date) };
    replace(tables.units, touched.units, await this.repository.units(date, touched.units));
    replace(tables.employments, touched.employments, await this.repository.employments(date, touched.employments));
    const held = await this.repository.assignments(date, 'employment_id', touched.employments);
    const posts = postsToMend(before, touched, held);
    replace(tables.postRows, posts, await this.repository.posts(date, posts));
    const filled = await this.repository.assignments(date, 'post_id', posts);
    for (const id of posts) {
      const post = tables.postRows.get(id);
      if (post) tables.posts.set(id, organisationPost(post, tables.units));
      else tables.posts.delete(id);
      tables.holders.delete(id);
    }
    filled.forEach((row) => addHolder(tables, row));
    for (const id of touched.employments) {
      tables.holdings.delete(id);
      tables.classOverrides.delete(id);
      for (const person of [before.employments.get(id)?.personId, tables.employments.get(id)?.personId]) if (person) tables.byPerson.delete(person);
    }
    held.forEach((row) => addHolding(tables, row));
    noteEmployments(tables, touched.employments.flatMap((id) => tables.employments.get(id) ?? []));
    return factsOf(tables);
  }
}

function copied(tables: FactTables): FactTables {
  const { units, postRows, posts, employments, holders, holdings, classOverrides, byPerson } = tables;
  return {
    ...tables, units: new Map(units), postRows: new Map(postRows), posts: new Map(posts), employments: new Map(employments),
    holders: new Map(holders), holdings: new Map(holdings), classOverrides: new Map(classOverrides), byPerson: new Map(byPerson),
  };
}

/** Posts that changed, that stand in a changed unit, or that somebody who changed held or holds. */
function postsToMend(before: FactTables, touched: Touched, held: AssignmentRow[]): Uuid[] {
  const posts = new Set([...touched.posts, ...held.map(({ postId }) => postId)]);
  for (const id of touched.employments) before.holdings.get(id)?.forEach(({ postId }) => posts.add(postId));
  const units = new Set(touched.units);
  if (units.size > 0) for (const { id, unitId } of before.postRows.values()) if (units.has(unitId)) posts.add(id);
  return [...posts];
}

function replace<T extends { id: Uuid }>(table: Map<Uuid, T>, ids: Uuid[], rows: T[]): void {
  ids.forEach((id) => table.delete(id));
  rows.forEach((row) => table.set(row.id, row));
}

function addHolder({ holders, employments }: FactTables, row: AssignmentRow): void {
  const holder = holderOf(row, employments);
  if (holder) add<Holder>(holders, row.postId, holder);
}

function addHolding({ holdings, employments, classOverrides }: FactTables, row: AssignmentRow): void {
  const { employmentId, postId, kind: assignmentKind, from, to, classOverride } = row;
  if (!employments.has(employmentId)) return;
  add<Holding>(holdings, employmentId, { postId, assignmentKind, from, to });
  if (classOverride !== null && assignmentKind === 'definitive') classOverrides.set(employmentId, classOverride);
}

function add<T>(index: Map<Uuid, T[]>, key: Uuid, value: T): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}

async function indexed<T extends { id: Uuid }>(rows: T[]): Promise<Map<Uuid, T>> {
  const index = new Map<Uuid, T>();
  await inTurns(rows, (row) => index.set(row.id, row));
  return index;
}

async function inTurns<T>(rows: Iterable<T>, work: (row: T) => void): Promise<void> {
  let done = 0;
  for (const row of rows) {
    work(row);
    done += 1;
    if (done % ROWS_A_TURN === 0) await othersFirst();
  }
}
