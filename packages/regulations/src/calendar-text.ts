/** Writes a regional calendar document from what a screen changed, so that a new holiday needs no editor. */
import { Document, isMap, parseDocument as parseYaml, YAMLMap } from 'yaml';
import type { IsoDate } from '@ekinerja/contracts/basics';
import type { DraftCalendarRequest, DutyHours } from '@ekinerja/contracts/calendar';

export interface CalendarContent extends DraftCalendarRequest {
  id: string;
  timeZone: string;
}

type Plain = { [key: string]: unknown };

/**
 * The document as YAML, laid over the national one: what the region has said before stays, with its articles, and each
 * changed value cites the decree.
 * @param present text of the region's document in force, or null
 */
export function calendarText(present: string | null, content: CalendarContent): string {
  const before = present === null ? {} : plainOf(present);
  const cite = { source: content.id, ref: content.decree };
  const years = { ...(before.years as Record<string, Plain> | undefined) };
  const yearOf = (date: IsoDate): Plain => (years[date.slice(0, 4)] = { ...years[date.slice(0, 4)] });
  const setDay = (date: IsoDate, value: unknown) => {
    const year = yearOf(date);
    year.holidays = sorted({ ...(year.holidays as Plain | undefined), [date]: value });
  };
  for (const { date, name, kind } of content.holidays) setDay(date, { name, kind, cite });
  for (const date of content.workdays) setDay(date, 'none');
  for (const { from, to } of content.ramadan) yearOf(from).ramadan = { from, to, cite };
  const patterns = { ...(before.patterns as Plain | undefined) };
  for (const { name, week, ramadan } of content.patterns) patterns[name] = { cite, week: weekOf(week), ramadan: weekOf(ramadan) };
  const units = { ...(before.unitPatterns as Plain | undefined) };
  if (content.unitPatterns.length > 0) {
    const cites = { ...(units.cites as Plain | undefined) };
    for (const { unitKind, pattern } of content.unitPatterns) {
      units[unitKind] = pattern;
      cites[unitKind] = cite;
    }
    units.cites = cites;
  }
  const written: Plain = {
    id: content.id, kind: 'calendar', extends: 'nasional', title: content.title, source: content.id, inForce: { from: content.from }, timeZone: before.timeZone ?? content.timeZone,
    ...rest(before), ...filled('patterns', patterns), ...filled('unitPatterns', units), ...filled('years', sorted(years)),
  };
  // Written out each time: a citation by YAML alias is none that a reader of the document would look for.
  return new Document(written, { aliasDuplicateObjects: false }).toString({ lineWidth: 0 });
}

const OWN = new Set(['id', 'kind', 'extends', 'title', 'source', 'inForce', 'timeZone', 'patterns', 'unitPatterns', 'years']);

/** Keys that this screen knows nothing of stay as they were. */
function rest(before: Plain): Plain {
  return Object.fromEntries(Object.entries(before).filter(([key]) => !OWN.has(key)));
}

function plainOf(text: string): Plain {
  const { contents } = parseYaml(text);
  const source = isMap(contents) ? contents : new YAMLMap();
  const before = source.toJSON() as Plain;
  // A citation without a source means the old document's: under a new id it has to say so.
  return citing(before, typeof before.source === 'string' ? before.source : 'ekinerja') as Plain;
}

function citing(value: unknown, source: string): unknown {
  if (Array.isArray(value) || value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value as Plain).map(([key, inner]) => [key, key === 'cite' ? citeOf(inner, source) : key === 'cites' ? citesOf(inner, source) : citing(inner, source)]),
  );
}

function citesOf(value: unknown, source: string): unknown {
  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value as Plain).map(([key, inner]) => [key, citeOf(inner, source)])) : value;
}

function citeOf(value: unknown, source: string): unknown {
  if (typeof value === 'string') return value.includes('#') ? value : { source, ref: value };
  return value !== null && typeof value === 'object' ? { source, ...(value as Plain) } : value;
}

function filled(key: string, value: Plain): Plain {
  return Object.keys(value).length > 0 ? { [key]: value } : {};
}

function sorted(map: Plain): Plain {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function weekOf(hours: readonly DutyHours[]): Plain {
  return Object.fromEntries(hours.map(({ day, start, end, breakMinutes }) => [day, { start, end, breakMinutes }]));
}
