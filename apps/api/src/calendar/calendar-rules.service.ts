import { Injectable } from '@nestjs/common';
import type { IsoDate, UnitKind } from '@ekinerja/contracts/basics';
import { WEEK_DAYS, type CalendarRulesView, type CalendarYear, type DraftCalendarRequest, type DutyHours } from '@ekinerja/contracts/calendar';
import type { RegulationDraft } from '@ekinerja/contracts/regulations';
import { calendarText } from '@ekinerja/regulations/calendar-text';
import type { CalendarRules } from '@ekinerja/regulations/document';
import type { Resolved } from '@ekinerja/regulations/law';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { DraftsService } from '../regulations/drafts.service.js';
import { RegulationsService } from '../regulations/regulations.service.js';

/** The working calendar on a screen: read as enacted, changed as a draft that a second person confirms. */
@Injectable()
export class CalendarRulesService {
  constructor(
    private readonly regulations: RegulationsService,
    private readonly drafts: DraftsService,
    private readonly clock: Clock,
  ) {}

  async on(date: IsoDate = this.clock.today()): Promise<CalendarRulesView> {
    const law = await this.regulations.lawOn(date);
    const { calendar } = law;
    const { rules } = calendar;
    const present = Number(date.slice(0, 4));
    return {
      documentId: calendar.id,
      title: calendar.title,
      date,
      ordinaryPattern: rules.ordinaryPattern,
      patterns: Object.entries(rules.patterns).flatMap(([name, pattern]) => (pattern ? [{ name, week: hoursOf(pattern.week), ramadan: hoursOf(pattern.ramadan) }] : [])),
      unitPatterns: Object.entries(rules.unitPatterns ?? {}).map(([unitKind, pattern]) => ({ unitKind: unitKind as UnitKind, pattern: pattern as string })),
      years: yearsOf(calendar),
      missingYears: [present, present + 1].filter((year) => !law.working.hasData(year)),
    };
  }

  /** @throws DomainError `validation-failed` when nothing would change, or a day falls out of order */
  async draft(actor: Actor, request: DraftCalendarRequest): Promise<RegulationDraft> {
    requireSense(request);
    const enacted = await this.regulations.enacted();
    const { calendar } = await this.regulations.lawOn(request.from);
    const row = enacted.row(calendar.id);
    const id = freeId(`kalender-${request.from}`, new Set(enacted.rows.map((one) => one.id)));
    // The national document itself is never written over: the region's own begins on an empty page.
    const text = calendarText(row && !row.national ? row.sourceText : null, { ...request, id, timeZone: this.clock.timeZone });
    return this.drafts.upload(actor, { fileName: `${id}.yaml`, text, cases: null });
  }
}

function yearsOf(calendar: Resolved<CalendarRules>): CalendarYear[] {
  const years = Object.entries(calendar.rules.years).flatMap(([year, known]) => {
    if (!known) return [];
    const { ramadan } = known;
    const holidays = Object.entries(known.holidays).flatMap(([date, day]) =>
      day ? [{ date, name: day.name, kind: day.kind, cite: calendar.cite(`years.${year}.holidays.${date}`) ?? null }] : [],
    );
    return [
      {
        year: Number(year),
        ramadan: ramadan ? { from: ramadan.from, to: ramadan.to, cite: calendar.cite(`years.${year}.ramadan`) ?? null } : null,
        holidays: holidays.sort((one, other) => (one.date < other.date ? -1 : 1)),
      },
    ];
  });
  return years.sort((one, other) => other.year - one.year);
}

function hoursOf(week: Partial<Record<string, Omit<DutyHours, 'day'>>>): DutyHours[] {
  return WEEK_DAYS.flatMap((day) => {
    const hours = week[day];
    return hours ? [{ day, start: hours.start, end: hours.end, breakMinutes: hours.breakMinutes }] : [];
  });
}

function requireSense({ holidays, workdays, ramadan, unitPatterns, patterns }: DraftCalendarRequest): void {
  const fields = [];
  if (holidays.length + workdays.length + ramadan.length + unitPatterns.length + patterns.length === 0) fields.push({ field: 'holidays', rule: 'required' });
  const days = [...holidays.map(({ date }) => date), ...workdays];
  if (new Set(days).size !== days.length) fields.push({ field: 'holidays', rule: 'arrayUnique' });
  if (ramadan.some(({ from, to }) => to < from || from.slice(0, 4) !== to.slice(0, 4))) fields.push({ field: 'ramadan', rule: 'endBeforeStart' });
  const hours = patterns.flatMap(({ week, ramadan: fasting }) => [...week, ...fasting]);
  if (hours.some(({ start, end }) => end <= start)) fields.push({ field: 'patterns', rule: 'endBeforeStart' });
  if (fields.length > 0) throw new DomainError('validation-failed', {}, { fields });
}

function freeId(wished: string, taken: ReadonlySet<string>): string {
  let id = wished;
  for (let next = 2; taken.has(id); next += 1) id = `${wished}-${next}`;
  return id;
}
