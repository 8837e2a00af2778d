import { choice, exactlyOne, integer, marked, type Infer } from './schema.js';

/** A time limit. Days count from the day after the event (day 0) and end at 24:00 local. */
export function windowSchema(label: string) {
  return exactlyOne(label, {
    workingDays: integer('Hari kerja', { min: 0, max: 366 }),
    calendarDays: integer('Hari kalender', { min: 0, max: 366 }),
    sameDay: marked('Hari kerja yang sama'),
    dayOfNextMonth: integer('Tanggal pada bulan berikutnya', { min: 1, max: 28 }),
    endOf: choice('Akhir', ['january', 'month', 'year']),
  });
}
export type Window = Infer<ReturnType<typeof windowSchema>>;
