import type { IsoDate } from '@ekinerja/contracts/basics';
import type { Directory, PostEntry, UnitEntry } from './directory.js';
import type { Findings } from './findings.js';
import type { PostRow, UnitRow } from './workbook-rows.js';

/** Units: codes once, parents that exist, no unit under itself, every one in an SKPD. */
export function checkUnits(directory: Directory, findings: Findings): void {
  const first = new Map<string, number>();
  for (const row of directory.workbook.units.rows) {
    const at = <Column extends keyof UnitRow & ('code' | 'parentCode' | 'skpd' | 'to')>(column: Column, value: string | null) =>
      ({ sheet: 'units', row: row.row, column, value }) as const;
    const before = first.get(row.code);
    if (before !== undefined) {
      findings.problem(at('code', row.code), 'duplicate-code', { first: before });
      continue;
    }
    first.set(row.code, row.row);
    if (row.bad) continue;
    const unit = directory.units.get(row.code)!;
    if (row.parentCode !== null && !directory.units.has(row.parentCode)) findings.problem(at('parentCode', row.parentCode), 'unknown-unit');
    else if (row.kind === 'government' && directory.isSkpd(unit)) findings.problem(at('skpd', 'ya'), 'government-is-no-skpd');
    else if (row.kind !== 'government' && !directory.skpdOf(unit) && !loopFrom(unit, (at) => directory.parentOf(at))) findings.problem(at('skpd', 'tidak'), 'unit-without-skpd');
    if (row.to !== null && row.to < row.from) findings.problem(at('to', row.to), 'end-before-start', { from: row.from });
  }
  reportLoops(
    directory.workbook.units.rows.flatMap((row) => directory.units.get(row.code) ?? []),
    (unit) => directory.parentOf(unit),
    (unit, chain) => {
      if (!unit.row) return;
      findings.problem({ sheet: 'units', row: unit.row.row, column: 'parentCode', value: unit.row.parentCode }, 'unit-loop', { chain: chain.map(unitCode).join(' → ') });
    },
  );
}

export interface PostLaw {
  /** Classes that some amounts document in force has an amount for; null without any document. */
  classes: ReadonlySet<string> | null;
}

/** Posts: codes once, unit and superior known, nobody above themselves, dates and classes that can follow each other. */
export function checkPosts(directory: Directory, findings: Findings, { classes }: PostLaw): void {
  const first = new Map<string, number>();
  for (const row of directory.workbook.posts.rows) {
    const at = <Column extends 'code' | 'unitCode' | 'superiorCode' | 'class' | 'classFrom' | 'to' | 'seats'>(column: Column, value: string | null) =>
      ({ sheet: 'posts', row: row.row, column, value }) as const;
    const before = first.get(row.code);
    if (before !== undefined) {
      findings.problem(at('code', row.code), 'duplicate-code', { first: before });
      continue;
    }
    first.set(row.code, row.row);
    if (row.bad) continue;
    if (!directory.units.has(row.unitCode)) findings.problem(at('unitCode', row.unitCode), 'unknown-unit');
    if (row.superiorCode !== null && !directory.posts.has(row.superiorCode)) findings.problem(at('superiorCode', row.superiorCode), 'unknown-post');
    if (row.superiorCode === null && row.kind !== 'regent') findings.warn(at('superiorCode', null), 'superior-missing');
    if (row.to !== null && row.to < row.from) findings.problem(at('to', row.to), 'end-before-start', { from: row.from });
    if (row.class === null && row.kind !== 'regent') findings.warn(at('class', null), 'class-missing');
    else if (row.class !== null && classes && !classes.has(row.class)) findings.warn(at('class', row.class), 'class-without-amount');
    checkClassDate(directory.posts.get(row.code)!, row, (reason, params) => findings.problem(at('classFrom', row.classFrom), reason, params));
  }
  reportLoops(
    directory.workbook.posts.rows.flatMap((row) => directory.posts.get(row.code) ?? []),
    (post) => directory.superiorOf(post),
    (post, chain) => {
      if (!post.row) return;
      findings.problem({ sheet: 'posts', row: post.row.row, column: 'superiorCode', value: post.row.superiorCode }, 'superior-loop', {
        chain: chain.map(postCode).join(' → '),
      });
    },
  );
}

function checkClassDate({ stands }: PostEntry, row: PostRow, problem: (reason: string, params: Record<string, string>) => void): void {
  if (row.class === null || row.classFrom === null) return;
  if (row.classFrom < row.from || (row.to !== null && row.classFrom > row.to)) problem('class-outside-post', { from: row.from, to: row.to ?? '…' });
  else if (stands?.classFrom && stands.class !== row.class && row.classFrom < stands.classFrom) {
    problem('class-before-latest', { class: stands.class ?? '', from: stands.classFrom satisfies IsoDate });
  }
}

/** Tells each loop once, at its member that stands first in the file. */
function reportLoops<Entry extends UnitEntry | PostEntry>(entries: Entry[], up: (entry: Entry) => Entry | null, report: (entry: Entry, chain: Entry[]) => void): void {
  const done = new Set<Entry>();
  for (const entry of entries) {
    const path: Entry[] = [];
    const onPath = new Set<Entry>();
    let at: Entry | null = entry;
    while (at && !done.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = up(at);
    }
    if (at && onPath.has(at)) {
      const loop = path.slice(path.indexOf(at));
      const first = loop.reduce((least, member) => ((member.row?.row ?? Infinity) < (least.row?.row ?? Infinity) ? member : least));
      const start = loop.indexOf(first);
      report(first, [...loop.slice(start), ...loop.slice(0, start), first]);
    }
    for (const walked of path) done.add(walked);
  }
}

function loopFrom(unit: UnitEntry, up: (unit: UnitEntry) => UnitEntry | null): boolean {
  const seen = new Set<UnitEntry>();
  let at: UnitEntry | null = unit;
  while (at && !seen.has(at)) {
    seen.add(at);
    at = up(at);
  }
  return at !== null;
}

function unitCode(unit: UnitEntry): string {
  return unit.row?.code ?? unit.stands?.code ?? '';
}

function postCode(post: PostEntry): string {
  return post.row?.code ?? post.stands?.code ?? post.stands?.name ?? '';
}
