import { UNIT_KINDS } from '@ekinerja/contracts/basics';
import { choice, date, integer, optional, record, section, text, time, type Infer } from './schema.js';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const hours = section('Jam kerja', {
  start: time('Masuk'),
  end: time('Pulang'),
  breakMinutes: integer('Istirahat (menit)', { min: 0, max: 240 }),
});

export const calendarSchema = section('Kalender kerja', {
  patterns: record(
    'Pola hari kerja',
    'text',
    section('Pola', {
      week: record('Sepekan', DAYS, hours),
      ramadan: record('Sepekan pada bulan Ramadan', DAYS, hours),
    }),
  ),
  ordinaryPattern: text('Pola yang umum'),
  unitPatterns: optional(record('Pola menurut jenis unit', UNIT_KINDS, text('Pola'))),
  years: record(
    'Tahun',
    'text',
    section('Tahun', {
      ramadan: optional(section('Ramadan', { from: date('Mulai'), to: date('Sampai') })),
      holidays: record(
        'Hari libur',
        'date',
        section('Hari libur', {
          name: text('Nama'),
          kind: choice('Jenis', ['national', 'collective-leave', 'local']),
        }),
      ),
    }),
  ),
});
export type CalendarRules = Infer<typeof calendarSchema>;
export type DayName = (typeof DAYS)[number];
export const DAY_NAMES: readonly DayName[] = DAYS;
