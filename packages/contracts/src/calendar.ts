import type { Citation, ClockTime, IsoDate, UnitKind } from './basics.js';

export const HOLIDAY_KINDS = ['national', 'collective-leave', 'local'] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];
export const WEEK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type WeekDay = (typeof WEEK_DAYS)[number];
export const CALENDAR_LIMITS = { name: 120, title: { min: 5, max: 200 }, decree: { min: 5, max: 300 }, changes: 200, pattern: 40 } as const;

export interface DutyHours {
  day: WeekDay;
  start: ClockTime;
  end: ClockTime;
  breakMinutes: number;
}

export interface WeekPattern {
  name: string;
  week: DutyHours[];
  ramadan: DutyHours[];
}

export interface CalendarHoliday {
  date: IsoDate;
  name: string;
  kind: HolidayKind;
  cite: Citation | null;
}

export interface CalendarYear {
  year: number;
  holidays: CalendarHoliday[];
  ramadan: { from: IsoDate; to: IsoDate; cite: Citation | null } | null;
}

/** The working calendar as enacted for a day: national file and what the region lays over it. */
export interface CalendarRulesView {
  documentId: string;
  title: string;
  date: IsoDate;
  ordinaryPattern: string;
  patterns: WeekPattern[];
  unitPatterns: { unitKind: UnitKind; pattern: string }[];
  years: CalendarYear[];
  /** This year and the next, where the calendar knows no holidays: every time limit would count them as working days. */
  missingYears: number[];
}

/** What the new version says otherwise; everything else stays as it is. */
export interface DraftCalendarRequest {
  title: string;
  /** The decision it rests on; every changed value cites it. */
  decree: string;
  from: IsoDate;
  holidays: { date: IsoDate; name: string; kind: HolidayKind }[];
  /** Days that are holidays now and no longer will be. */
  workdays: IsoDate[];
  ramadan: { from: IsoDate; to: IsoDate }[];
  unitPatterns: { unitKind: UnitKind; pattern: string }[];
  patterns: WeekPattern[];
}
