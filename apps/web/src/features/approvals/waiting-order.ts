import type { WaitingActivity } from '@ekinerja/contracts/activities';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';

export interface WaitingDay {
  date: IsoDate;
  entries: WaitingActivity[];
}
export interface WaitingPerson {
  employmentId: Uuid;
  name: string;
  nip: string | null;
  postName: string | null;
  days: WaitingDay[];
}

const NEVER = '9999';
const due = (entry: WaitingActivity) => entry.dueAt ?? NEVER;
const earliest = (entries: readonly WaitingActivity[]) => entries.map(due).sort()[0] ?? NEVER;

function groups<K, V>(values: readonly V[], keyOf: (value: V) => K): V[][] {
  const found = new Map<K, V[]>();
  for (const value of values) {
    const group = found.get(keyOf(value));
    if (group) group.push(value);
    else found.set(keyOf(value), [value]);
  }
  return [...found.values()];
}

/** By person and day; who is due first stands first, and so does the day. */
export function orderWaiting(entries: readonly WaitingActivity[]): WaitingPerson[] {
  return groups(entries, (entry) => entry.employmentId)
    .sort(
      (a, b) => earliest(a).localeCompare(earliest(b)) || a[0]!.personName.localeCompare(b[0]!.personName),
    )
    .map((own) => {
      const { employmentId, personName, nip, postName } = own[0]!;
      const days = groups(own, (entry) => entry.date)
        .sort((a, b) => earliest(a).localeCompare(earliest(b)) || a[0]!.date.localeCompare(b[0]!.date))
        .map((day) => ({
          date: day[0]!.date,
          entries: day.sort((a, b) => a.startTime.localeCompare(b.startTime)),
        }));
      return { employmentId, name: personName, nip, postName, days };
    });
}

/** The order on screen, for moving with the keys. */
export const flatten = (people: readonly WaitingPerson[]): WaitingActivity[] =>
  people.flatMap((person) => person.days.flatMap((day) => day.entries));

/** Whole people until so many rows stand there. */
export function firstOf(people: readonly WaitingPerson[], most: number): readonly WaitingPerson[] {
  let rows = 0;
  const end = people.findIndex((person) => {
    const before = rows;
    rows += flatten([person]).length;
    return before >= most;
  });
  return end === -1 ? people : people.slice(0, end);
}
