import type { ClockTime, IsoDate, IsoMonth, PresenceStatus, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import { lastDay, minutesOf } from '@ekinerja/regulations/dates';
import type { DayHours } from '@ekinerja/regulations/calendar';
import type { Law } from '@ekinerja/regulations/law';
import type { DemoPerson, Regency } from './model.js';
import { holds, type DemoOrganisation } from './organisation.js';
import { Random } from './random.js';
import { clock } from './timeline.js';

export interface PresenceDay {
  date: IsoDate;
  status: PresenceStatus;
  checkIn: ClockTime | null;
  checkOut: ClockTime | null;
  /** Duty hours of the day. */
  hours: DayHours;
}

/** Blocks of days away in a month: how likely, how long. */
const AWAY: { status: PresenceStatus; chance: number; head?: number; days: [number, number] }[] = [
  { status: 'leave-annual', chance: 0.1, days: [1, 4] },
  { status: 'sick', chance: 0.07, days: [1, 3] },
  { status: 'official-travel', chance: 0.09, head: 0.3, days: [1, 3] },
  { status: 'training', chance: 0.04, days: [2, 4] },
  { status: 'leave-important', chance: 0.012, days: [1, 3] },
  { status: 'absent', chance: 0.02, days: [1, 1] },
];
/** How often people come late: most hardly ever, a few often. */
const PUNCTUALITY = [{ item: 0.015, weight: 62 }, { item: 0.07, weight: 28 }, { item: 0.25, weight: 10 }];
const CHANCE = { early: 0.018, missingOut: 0.009, missingIn: 0.003, device: 0.002 };

/** Comes and goes of everybody, a month at a time; the same question gives the same days. */
export class PresenceMaker {
  private readonly leaves: Map<Uuid, { from: IsoDate; to: IsoDate }[]>;
  private readonly kinds = new Map<Uuid, UnitKind>();

  constructor(
    private readonly regency: Pick<Regency, 'seed' | 'leaves'>,
    private readonly organisation: DemoOrganisation,
    private readonly law: Law,
  ) {
    this.leaves = new Map(regency.leaves.map((leave) => [leave.employmentId, [leave]]));
  }

  /** Duty days of the month on which the person served. */
  month(person: DemoPerson, month: IsoMonth): PresenceDay[] {
    if (person.kind === 'non-asn') return [];
    const random = new Random(`${this.regency.seed} presence ${person.employmentId} ${month}`);
    const habit = new Random(`${this.regency.seed} punctuality ${person.employmentId}`).weighted(PUNCTUALITY);
    const days = this.dutyDays(person, month);
    const head = this.organisation.posts.get(this.organisation.definitive(person.employmentId, days[0]?.date ?? lastDay(month))?.postId ?? '')?.role === 'head';
    const away = this.awayDays(person, days.map(({ date }) => date), head, random);
    return days.map(({ date, hours }) => {
      const status = away.get(date);
      return status ? { date, status, checkIn: null, checkOut: null, hours } : atWork(date, hours, habit, random);
    });
  }

  private dutyDays(person: DemoPerson, month: IsoMonth): { date: IsoDate; hours: DayHours }[] {
    const { working } = this.law.on(`${month}-01`, { employeeKind: person.kind });
    const assignments = this.organisation.assignmentsOf(person.employmentId).filter((a) => a.kind === 'definitive');
    return assignments.flatMap((a) => {
      const kind = this.dutyKind(a.postId);
      return working.dutyDays(month, kind).filter((date) => holds(a, date)).map((date) => ({ date, hours: working.hours(date, kind) as DayHours }));
    });
  }

  /** The unit whose week the post works: parts of a unit follow what they belong to. */
  private dutyKind(postId: Uuid): UnitKind {
    let kind = this.kinds.get(postId);
    if (kind) return kind;
    let unit = this.organisation.units.get(this.organisation.posts.get(postId)?.unitId ?? '');
    while (unit && (unit.kind === 'division' || unit.kind === 'section') && unit.parentId) unit = this.organisation.units.get(unit.parentId);
    this.kinds.set(postId, (kind = unit?.kind ?? 'dinas'));
    return kind;
  }

  private awayDays(person: DemoPerson, days: IsoDate[], head: boolean, random: Random): Map<IsoDate, PresenceStatus> {
    const away = new Map<IsoDate, PresenceStatus>();
    for (const leave of this.leaves.get(person.employmentId) ?? []) for (const day of days) if (day >= leave.from && day <= leave.to) away.set(day, 'leave-annual');
    for (const { status, chance, head: headChance, days: [least, most] } of AWAY) {
      if (!random.chance(head ? (headChance ?? chance) : chance) || days.length === 0) continue;
      const start = random.int(0, days.length - 1);
      for (const day of days.slice(start, start + random.int(least, most))) if (!away.has(day)) away.set(day, status);
    }
    return away;
  }
}

function atWork(date: IsoDate, hours: DayHours, late: number, random: Random): PresenceDay {
  const { start, end } = hours;
  if (random.chance(CHANCE.device)) return { date, status: 'device-failure', checkIn: null, checkOut: null, hours };
  const arrival = random.chance(late) ? minutesOf(start) + lateness(random) : minutesOf(start) - random.int(1, 35);
  const departure = random.chance(CHANCE.early) ? minutesOf(end) - lateness(random) : minutesOf(end) + random.int(0, 38);
  const checkIn = random.chance(CHANCE.missingIn) ? null : clock(arrival);
  const checkOut = checkIn !== null && random.chance(CHANCE.missingOut) ? null : clock(Math.max(departure, arrival + 30));
  return { date, status: 'present', checkIn, checkOut, hours };
}

/** Mostly some minutes, seldom an hour. */
function lateness(random: Random): number {
  const how = random.next();
  return how < 0.72 ? random.int(1, 22) : how < 0.92 ? random.int(23, 55) : random.int(56, 110);
}
