import type { IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import { addDays, addMonths, firstDay, lastDay, weekday } from '@ekinerja/regulations/dates';
import type { DemoAssignment, DemoLeave, DemoPost } from './model.js';
import type { Office, Slot } from './offices.js';
import type { PersonMaker } from './people.js';
import type { PostBook } from './posts.js';
import type { Random } from './random.js';
import type { Staffing } from './staffing.js';

interface Context {
  months: IsoMonth[];
  offices: Office[];
  /** The SKPD of the story stays whole: nothing there is vacant. */
  story: Office;
  book: PostBook;
  staffing: Staffing;
  maker: PersonMaker;
  random: Random;
}

/**
 * What makes a regency real: a head's post vacant with nobody acting, another with a Plt, a Plh for some days of
 * last month, a move between two SKPD in the middle of it, a retirement at the end of the month before, a newcomer.
 */
export function happenings(context: Context): { vacant: Set<DemoPost>; afterwards: () => DemoLeave[] } {
  const [withPlt, withoutPlt] = vacancies(context);
  return {
    vacant: new Set([withPlt.head, withoutPlt.head]),
    afterwards: () => {
      actFor(context, withPlt);
      retire(context);
      newcomer(context);
      transfer(context);
      return substitute(context);
    },
  };
}

/** Heads of sections that have staff, not in the story's SKPD, and nobody the roles need. */
function vacancies({ offices, story, random }: Context): [Slot, Slot] {
  const needed = new Set(offices.map((office) => office.generalAffairs.id));
  const slots = offices.filter((office) => office !== story).flatMap((office) => office.slots)
    .filter((slot) => slot.head.kind === 'pengawas' && slot.staff > 0 && !needed.has(slot.head.id) && slot.unit.kind === 'section' && slot.head.family !== 'finance');
  const [first, ...others] = random.shuffled(slots);
  const second = others.find((slot) => slot.unit.skpdId !== first?.unit.skpdId) ?? others[0];
  if (!first || !second) throw new Error('Too few sections for the vacancies');
  return [first, second];
}

function actFor({ months, book, staffing }: Context, { head }: Slot): void {
  const sibling = book.posts.find((post) => post.id !== head.id && post.superiorPostId === head.superiorPostId && post.role === 'head' && staffing.holder(post))
    ?? book.posts.find((post) => post.id === head.superiorPostId);
  const acting = sibling && staffing.holder(sibling);
  if (acting) staffing.assign(acting, head, 'plt', firstDay(addMonths(months[0] as IsoMonth, -1)), null);
}

function retire({ months, offices, story, maker, staffing, random }: Context): void {
  const last = lastDay(months[1] as IsoMonth);
  const slot = random.pick(staffed(offices, story));
  const post = staffing.staffPosts(slot.head)[0] as DemoPost;
  const birthDate = `${Number(last.slice(0, 4)) - 58}${last.slice(4, 8)}${last.slice(8) > '28' ? '17' : '12'}`;
  const person = maker.make(post, { kind: 'pns', birthDate, to: last, endReason: 'Pensiun mencapai batas usia pensiun' });
  post.seats += 1;
  staffing.settle(person, post, post.seats, last);
}

function newcomer({ months, offices, story, maker, staffing, random }: Context): void {
  const from = workingDayFrom(`${months[2]}-16`);
  const slot = random.pick(staffed(offices, story));
  const post = staffing.staffPosts(slot.head)[0] as DemoPost;
  post.seats += 1;
  staffing.settle(maker.make(post, { kind: 'pppk', from }), post, post.seats);
}

/** From one SKPD to another on the same kind of post, in the middle of last month. */
function transfer({ months, offices, story, staffing, random }: Context): void {
  const slots = random.shuffled(offices.filter((office) => office !== story).flatMap((office) => office.slots).filter((slot) => slot.family === 'general'));
  const source = slots.find((slot) => moving(staffing, slot));
  const old = source && moving(staffing, source);
  const target = slots.find((slot) => slot.unit.skpdId !== source?.unit.skpdId && staffing.staffPosts(slot.head).length > 0);
  const next = target && staffing.staffPosts(target.head)[0];
  if (!old || !next) throw new Error('Nobody to transfer');
  const person = staffing.person(old);
  const from = workingDayFrom(`${months[2]}-15`);
  old.to = addDays(from, -1);
  next.seats += 1;
  staffing.assign(person, next, 'definitive', from, null, next.seats);
}

/** The head of an SKPD takes leave for a few days of last month; the secretary acts as Plh. */
function substitute({ months, offices, story, book, staffing, random }: Context): DemoLeave[] {
  const office = random.pick(offices.filter((each) => each !== story && each.leader.kind === 'jpt' && each.key !== 'setda'));
  const head = staffing.holder(office.leader);
  const second = book.posts.find((post) => post.superiorPostId === office.leader.id && post.kind === 'administrator' && staffing.holder(post));
  const acting = second && staffing.holder(second);
  if (!head || !acting) return [];
  const from = workingDayFrom(`${months[2]}-06`);
  const to = addDays(from, 4);
  staffing.assign(acting, office.leader, 'plh', from, to);
  return [{ employmentId: head.employmentId, from, to }];
}

function staffed(offices: Office[], story: Office): Slot[] {
  return offices.filter((office) => office !== story).flatMap((office) => office.slots).filter((slot) => slot.staff > 0 && slot.family === 'general');
}

function moving(staffing: Staffing, slot: Slot): DemoAssignment | undefined {
  return staffing.staffPosts(slot.head).flatMap((post) => staffing.lasting(post)).find((a) => staffing.person(a).kind === 'pns');
}

/** That day, or the Monday after it when it falls on a weekend. */
function workingDayFrom(date: IsoDate): IsoDate {
  const day = weekday(date);
  return day <= 5 ? date : addDays(date, 8 - day);
}
