import type { StreamableFile } from '@nestjs/common';
import { WEEK_DAYS, type CalendarHoliday, type CalendarRulesView, type DutyHours, type HolidayKind, type WeekDay } from '@ekinerja/contracts/calendar';
import { listSheet, listWorkbook, type ListColumn } from '../platform/spreadsheet/list-workbook.js';

const KINDS: Record<HolidayKind, string> = { national: 'Libur nasional', 'collective-leave': 'Cuti bersama', local: 'Libur daerah' };
const DAYS: Record<WeekDay, string> = { mon: 'Senin', tue: 'Selasa', wed: 'Rabu', thu: 'Kamis', fri: 'Jumat', sat: 'Sabtu', sun: 'Minggu' };

const HOLIDAYS: ListColumn<CalendarHoliday>[] = [
  { heading: 'Tanggal', width: 12, value: ({ date }) => date },
  { heading: 'Nama', width: 46, value: ({ name }) => name },
  { heading: 'Jenis', width: 18, value: ({ kind }) => KINDS[kind] },
  { heading: 'Dasar', width: 40, value: ({ cite }) => (cite ? `${cite.source} ${cite.ref}` : null) },
];
const RAMADAN: ListColumn<{ from: string; to: string }>[] = [
  { heading: 'Sejak', width: 12, value: ({ from }) => from },
  { heading: 'Sampai', width: 12, value: ({ to }) => to },
];
const HOURS: ListColumn<DutyHours & { pattern: string; season: string }>[] = [
  { heading: 'Pola', width: 20, value: ({ pattern }) => pattern },
  { heading: 'Berlaku', width: 14, value: ({ season }) => season },
  { heading: 'Hari', width: 10, value: ({ day }) => DAYS[day] },
  { heading: 'Masuk', width: 10, value: ({ start }) => start },
  { heading: 'Pulang', width: 10, value: ({ end }) => end },
  { heading: 'Istirahat (menit)', width: 18, value: ({ breakMinutes }) => breakMinutes },
];

/** The working calendar as a workbook: holidays of every year known, Ramadan, and the hours of each pattern. */
export function calendarWorkbook({ title, date, years, patterns }: CalendarRulesView): Promise<StreamableFile> {
  const inOrder = (hours: readonly DutyHours[]) => WEEK_DAYS.flatMap((day) => hours.filter((one) => one.day === day));
  const hours = patterns.flatMap(({ name, week, ramadan }) => [
    ...inOrder(week).map((one) => ({ ...one, pattern: name, season: 'Hari biasa' })),
    ...inOrder(ramadan).map((one) => ({ ...one, pattern: name, season: 'Ramadan' })),
  ]);
  const heading = `${title}, sebagaimana berlaku pada ${date}`;
  return listWorkbook('kalender-kerja.xlsx', [
    listSheet({ name: 'Hari libur', title: heading, columns: HOLIDAYS, rows: years.flatMap(({ holidays }) => holidays) }),
    listSheet({ name: 'Ramadan', title: heading, columns: RAMADAN, rows: years.flatMap(({ ramadan }) => (ramadan ? [ramadan] : [])) }),
    listSheet({ name: 'Jam kerja', title: heading, columns: HOURS, rows: hours }),
  ]);
}
