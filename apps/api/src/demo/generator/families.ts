import type { PostKind } from '@ekinerja/contracts/basics';
import type { IndicatorAspect } from '@ekinerja/contracts/skp';
import { AGRICULTURE } from './texts/agriculture.js';
import { CIVIL_REGISTRY } from './texts/civil-registry.js';
import { DISTRICT } from './texts/district.js';
import { ECONOMY } from './texts/economy.js';
import { EDUCATION_OFFICE } from './texts/education-office.js';
import { ENVIRONMENT } from './texts/environment.js';
import { FINANCE } from './texts/finance.js';
import { GENERAL } from './texts/general.js';
import { GOVERNANCE } from './texts/governance.js';
import { HEALTH_CARE } from './texts/health-care.js';
import { HEALTH_PROGRAMME } from './texts/health-programme.js';
import { INFORMATION } from './texts/information.js';
import { INSPECTION } from './texts/inspection.js';
import { LEADERSHIP } from './texts/leadership.js';
import { ORDER } from './texts/order.js';
import { PLANNING } from './texts/planning.js';
import { PUBLIC_WORKS } from './texts/public-works.js';
import { REVENUE } from './texts/revenue.js';
import { SOCIAL } from './texts/social.js';
import { STAFFING } from './texts/staffing.js';
import { TEACHING } from './texts/teaching.js';

const TEXTS = {
  general: GENERAL,
  finance: FINANCE,
  planning: PLANNING,
  leadership: LEADERSHIP,
  'health-care': HEALTH_CARE,
  'health-programme': HEALTH_PROGRAMME,
  teaching: TEACHING,
  'education-office': EDUCATION_OFFICE,
  district: DISTRICT,
  staffing: STAFFING,
  'public-works': PUBLIC_WORKS,
  agriculture: AGRICULTURE,
  inspection: INSPECTION,
  'civil-registry': CIVIL_REGISTRY,
  social: SOCIAL,
  governance: GOVERNANCE,
  order: ORDER,
  information: INFORMATION,
  economy: ECONOMY,
  environment: ENVIRONMENT,
  revenue: REVENUE,
} as const;

export type FamilyKey = keyof typeof TEXTS;
export const FAMILY_KEYS = Object.keys(TEXTS) as FamilyKey[];

export interface StaffPost {
  name: string;
  kind: PostKind;
  class: string;
  degrees: string[];
  weight: number;
}
export interface IndicatorText {
  aspect: IndicatorAspect;
  indicator: string;
  target: string;
  unit: string;
}
export interface ActivityTemplate {
  text: string;
  unit: string;
  minutes: [number, number];
  quantity: [number, number];
}
/** One field of work: the result that it serves, for who does it and for who answers for it, and what is done. */
export interface Theme {
  topic: string;
  /** First words of the posts it belongs to; empty = all. */
  posts: string[];
  result: string;
  superiorResult: string;
  indicators: IndicatorText[];
  activities: ActivityTemplate[];
}
export interface Family {
  key: FamilyKey;
  staff: StaffPost[];
  themes: Theme[];
  slots: Map<string, string[]>;
}

const read = new Map<FamilyKey, Family>();

export function familyOf(key: FamilyKey): Family {
  let found = read.get(key);
  if (!found) read.set(key, (found = readFamily(key, TEXTS[key])));
  return found;
}

/**
 * Reads a bank of texts. `=` a post, `@` a slot, `#` a field of work, `~` whose it is, `>` result of who does it,
 * `^` result of who answers for it, `*` indicator, `-` activity.
 */
export function readFamily(key: FamilyKey, text: string): Family {
  const family: Family = { key, staff: [], themes: [], slots: new Map() };
  for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
    const mark = line.charAt(0);
    const rest = line.slice(2).trim();
    if (mark === '=') family.staff.push(staffPost(rest));
    else if (mark === '@') addSlot(family, rest);
    else if (mark === '#') {
      family.themes.push({ topic: rest, posts: [], result: '', superiorResult: '', indicators: [], activities: [] });
    } else readThemeLine(family.themes[family.themes.length - 1], mark, rest, line);
  }
  return family;
}

function readThemeLine(theme: Theme | undefined, mark: string, rest: string, line: string): void {
  if (!theme) throw new SyntaxError(`Before any theme: ${line}`);
  if (mark === '~') theme.posts = list(rest, ',');
  else if (mark === '>') theme.result = rest;
  else if (mark === '^') theme.superiorResult = rest;
  else if (mark === '*') {
    const [aspect, indicator, target, unit] = fields(rest, 4);
    theme.indicators.push({ aspect: aspect as IndicatorAspect, indicator, target, unit });
  } else if (mark === '-') {
    const [activity, unit, minutes, quantity] = fields(rest, 4);
    theme.activities.push({ text: activity, unit, minutes: range(minutes), quantity: range(quantity) });
  } else throw new SyntaxError(`Unknown mark: ${line}`);
}

function staffPost(rest: string): StaffPost {
  const [name, kind, postClass, degrees, weight] = fields(rest, 5);
  return { name, kind: kind as PostKind, class: postClass, degrees: degrees === '-' ? [] : list(degrees, ';'), weight: Number(weight) };
}

function addSlot(family: Family, rest: string): void {
  const at = rest.indexOf(':');
  family.slots.set(rest.slice(0, at).trim(), list(rest.slice(at + 1), ';'));
}

function fields<N extends 4 | 5>(rest: string, count: N): N extends 4 ? [string, string, string, string] : [string, string, string, string, string] {
  const parts = list(rest, '|');
  if (parts.length !== count) throw new SyntaxError(`${count} fields expected: ${rest}`);
  return parts as never;
}

function range(text: string): [number, number] {
  const [least, most] = text.split('-').map(Number);
  if (least === undefined || most === undefined || !(least <= most)) throw new SyntaxError(`Not a range: ${text}`);
  return [least, most];
}

function list(text: string, separator: string): string[] {
  return text.split(separator).map((part) => part.trim()).filter((part) => part !== '');
}
