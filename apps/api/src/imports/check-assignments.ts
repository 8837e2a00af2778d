import { FOREVER, holdingKey, overlap, type Directory, type Holding } from './directory.js';
import type { Findings } from './findings.js';
import type { AssignmentRow } from './workbook-rows.js';

type Column = 'person' | 'postCode' | 'from' | 'to';
const at = (row: AssignmentRow, column: Column) => ({ sheet: 'assignments', row: row.row, column, value: row[column] }) as const;

/** Assignments: known people on known posts, in their dates, one definitive post a person and one holder a seat. @returns them with their seats */
export function checkAssignments(directory: Directory, findings: Findings): Holding[] {
  for (const row of directory.workbook.assignments.rows) {
    if (row.bad) continue;
    if (!directory.people.has(row.person)) findings.problem(at(row, 'person'), 'unknown-person');
    if (!directory.posts.has(row.postCode)) findings.problem(at(row, 'postCode'), 'unknown-post');
  }
  const first = new Map<string, number>();
  const holdings = directory.holdings().filter((holding) => {
    const key = holdingKey(holding.employee.id, holding.postId, holding.kind, holding.from);
    const before = first.get(key);
    if (holding.row && before !== undefined) findings.problem(at(holding.row, 'person'), 'duplicate-assignment', { first: before });
    else if (holding.row) first.set(key, holding.row.row);
    return !holding.row || before === undefined;
  });
  const sound = holdings.filter((holding) => checkDates(directory, holding, findings));
  checkPersons(directory, sound.filter(({ kind }) => kind === 'definitive'), findings);
  checkSeats(directory, sound.filter(({ kind }) => kind === 'definitive'), findings);
  checkActing(directory, sound.filter(({ kind }) => kind !== 'definitive' && kind !== 'additional'), findings);
  return holdings;
}

function checkDates(directory: Directory, holding: Holding, findings: Findings): boolean {
  const { row, from, to, employee } = holding;
  if (!row) {
    const ends = employee.row?.to ?? null;
    if (ends !== null && employee.row && !employee.row.bad && (to ?? FOREVER) > ends) {
      findings.problem({ sheet: 'employees', row: employee.row.row, column: 'to', value: ends }, 'assignment-beyond-end', { post: postName(directory, holding.postId) });
    }
    return true;
  }
  if (to !== null && to < from) {
    findings.problem(at(row, 'to'), 'end-before-start', { from });
    return false;
  }
  const person = employee.row && !employee.row.bad ? employee.row : employee.row ? null : employee.stands;
  const outside = (span: { from: string; to: string | null }): Column | null => (from < span.from ? 'from' : (to ?? FOREVER) > (span.to ?? FOREVER) ? 'to' : null);
  const beyondPerson = person && outside(person);
  if (person && beyondPerson) findings.problem(at(row, beyondPerson), 'outside-employment', { from: person.from, to: person.to ?? '…' });
  const entry = directory.postsById.get(holding.postId);
  const post = entry?.row && !entry.row.bad ? entry.row : entry?.row ? null : entry?.stands;
  const beyondPost = post && outside(post);
  if (post && beyondPost) findings.problem(at(row, beyondPost), 'outside-post', { from: post.from, to: post.to ?? '…' });
  return true;
}

/** One definitive post at a time; a change of posts needs the end of the earlier one in the same file. */
function checkPersons(directory: Directory, holdings: Holding[], findings: Findings): void {
  for (const own of grouped(holdings, ({ employee }) => employee.id).values()) {
    reportOverlaps(own, 'person-overlap', directory, findings);
  }
}

function checkActing(directory: Directory, holdings: Holding[], findings: Findings): void {
  for (const own of grouped(holdings, ({ postId }) => postId).values()) reportOverlaps(own, 'acting-overlap', directory, findings);
}

function reportOverlaps(own: Holding[], reason: string, directory: Directory, findings: Findings): void {
  if (own.length < 2) return;
  own.sort(byStart);
  for (let index = 1; index < own.length; index += 1) {
    const later = own[index]!;
    const earlier = own.slice(0, index).find((candidate) => overlap(candidate, later));
    if (!earlier) continue;
    const told = later.row ?? earlier.row;
    const other = later.row ? earlier : later;
    if (told) {
      findings.problem(at(told, 'from'), other.row ? reason : `${reason}-standing`, {
        row: other.row?.row ?? 0, post: postName(directory, other.postId), name: nameOf(other), from: other.from, to: other.to ?? '…',
      });
    }
  }
}

/** Gives every new definitive holder the first free seat; who stands keeps theirs. */
function checkSeats(directory: Directory, holdings: Holding[], findings: Findings): void {
  for (const [postId, own] of grouped(holdings, (holding) => holding.postId)) {
    const post = directory.postsById.get(postId);
    const seats = (post?.row && directory.workbook.posts.columns.has('seats') ? post.row.seats : null) ?? post?.stands?.seats ?? 1;
    const taken = own.filter(({ seat }) => seat > 0);
    const beyond = taken.find(({ seat, stands, to }) => seat > seats && (stands?.to === null || to === null));
    if (beyond && post?.row) findings.problem({ sheet: 'posts', row: post.row.row, column: 'seats', value: String(seats) }, 'seats-below-holders', { name: nameOf(beyond) });
    const bySeat = new Map<number, Holding[]>();
    for (const holding of taken) bySeat.set(holding.seat, [...(bySeat.get(holding.seat) ?? []), holding]);
    for (const holding of own.filter(({ seat }) => seat === 0).sort(byStart)) {
      const free = freeSeat(holding, bySeat, seats);
      if (free === null) {
        const holder = [...bySeat.values()].flat().find((candidate) => overlap(candidate, holding));
        if (holding.row) findings.problem(at(holding.row, 'postCode'), 'too-many-holders', { seats, name: holder ? nameOf(holder) : '' });
        continue;
      }
      holding.seat = free;
      bySeat.set(free, [...(bySeat.get(free) ?? []), holding]);
    }
  }
}

function freeSeat(holding: Holding, bySeat: Map<number, Holding[]>, seats: number): number | null {
  for (let seat = 1; seat <= seats; seat += 1) {
    if (!bySeat.get(seat)?.some((other) => overlap(other, holding))) return seat;
  }
  return null;
}

function grouped(holdings: Holding[], key: (holding: Holding) => string): Map<string, Holding[]> {
  const groups = new Map<string, Holding[]>();
  for (const holding of holdings) {
    const group = groups.get(key(holding));
    if (group) group.push(holding);
    else groups.set(key(holding), [holding]);
  }
  return groups;
}

function byStart(a: Holding, b: Holding): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : (a.row?.row ?? 0) - (b.row?.row ?? 0);
}

function nameOf({ employee }: Holding): string {
  return employee.row?.name ?? employee.stands?.name ?? '';
}

function postName(directory: Directory, postId: string): string {
  const post = directory.postsById.get(postId);
  return post?.row?.name ?? post?.stands?.name ?? '';
}
