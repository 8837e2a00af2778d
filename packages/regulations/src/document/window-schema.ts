import { about, choice, exactlyOne, integer, marked, type Infer } from './schema.js';

/** A time limit. Days count from the day after the event (day 0) and end at 24:00 local. */
export function windowSchema(label: string) {
  return exactlyOne(label, {
    workingDays: integer('Hari kerja', { min: 0, max: 366 }),
    calendarDays: integer('Hari kalender', { min: 0, max: 366 }),
    sameDay: marked('Hari kerja yang sama'),
    dayOfNextMonth: integer('Tanggal pada bulan berikutnya', { min: 1, max: 28 }),
    workingDayOfNextMonth: about(
      integer('Hari kerja bulan berikutnya yang ke', { min: 1, max: 20 }),
      '`5`: hari kerja kelima bulan berikutnya.',
    ),
    hours: about(
      integer('Jam', { min: 1, max: 2400 }),
      'Sejak saat kejadian, tepat sampai menit: `3 × 24 jam` = 72. Bagi batas yang dihitung dari hari kerja, sampai akhir hari jatuhnya.',
    ),
    endOf: about(
      choice('Akhir', ['week', 'january', 'month', 'quarter', 'semester', 'year']),
      '`week`: hari Minggu pekan itu.',
    ),
  });
}
export type Window = Infer<ReturnType<typeof windowSchema>>;
