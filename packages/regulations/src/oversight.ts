/** Watching over the whole: periods and routes of the reports, and what must stand on record before data is given (KS 24–29). */
import type { Citation, IsoMonth } from '@ekinerja/contracts/basics';
import type { Coordination, OversightKind, OversightReceiver } from '@ekinerja/contracts/oversight';
import type { LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';

type Period = 'monthly' | 'quarterly' | 'semesterly' | 'yearly';
const MONTHS: Record<Period, number> = { monthly: 1, quarterly: 3, semesterly: 6, yearly: 12 };
const LETTER: Record<Period, string> = { monthly: '', quarterly: 'Q', semesterly: 'S', yearly: '' };
const PRODUCT = 'ekinerja';
/** Where the regulation names no period ("berkala", KS 24(3), 27): a setting of the product. */
const USUAL_PERIOD: Period = 'quarterly';
/** Where the regulation names no route, as KS 24(3), 27(2)–(3) and 28(2) have it. */
const USUAL_ROUTES: Record<OversightKind, readonly OversightReceiver[]> = {
  use: ['agency-head', 'regent'],
  results: ['regent', 'agency-head'],
  infrastructure: ['ekinerja-manager', 'agency-head'],
};

export interface ReportPeriod {
  /** `2026-Q3`, `2026-10`, `2026-S2`, `2026`. */
  code: string;
  from: IsoMonth;
  to: IsoMonth;
}

/** The periods of a year in order, with the article of their length; without one it is a setting of the product. */
export function reportPeriods(law: LawSet, year: number): { periods: ReportPeriod[]; cite: Citation } {
  const named = law.performance.rules.monitoring?.period;
  const period = named ?? USUAL_PERIOD;
  const length = MONTHS[period];
  const periods = Array.from({ length: 12 / length }, (_, index) => {
    const from = monthText(year, index * length + 1);
    const code = period === 'yearly' ? String(year) : period === 'monthly' ? from : `${year}-${LETTER[period]}${index + 1}`;
    return { code, from, to: monthText(year, (index + 1) * length) };
  });
  return { periods, cite: named ? law.performance.cite('monitoring.period') : { source: PRODUCT, ref: 'Periode laporan pemantauan', reading: true } };
}

function monthText(year: number, month: number): IsoMonth {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** Through whose hands a report of this kind goes, in order; the article where the regulation names the route. */
export function reportRoute(law: LawSet, kind: OversightKind): { receivers: readonly OversightReceiver[]; cite: Citation | null } {
  const routes = law.performance.rules.monitoring?.routes ?? [];
  const index = routes.findIndex((route) => route.kind === kind);
  if (index < 0) return { receivers: USUAL_ROUTES[kind], cite: null };
  return { receivers: routes[index]!.receivers, cite: law.performance.cite(`monitoring.routes.${index}`) };
}

/**
 * Whether a report may be delivered to `receiver` now: in the order of its route, each once.
 * @returns `oversight.out-of-order` with whose turn it is, or null
 */
export function checkDelivery(law: LawSet, kind: OversightKind, delivered: readonly OversightReceiver[], receiver: OversightReceiver): RuleRefusal | null {
  const { receivers, cite } = reportRoute(law, kind);
  const next = receivers.find((one) => !delivered.includes(one)) ?? null;
  if (next === receiver) return null;
  return { code: next === null ? 'oversight.delivered' : 'oversight.out-of-order', params: next === null ? {} : { next }, ...(cite ? { cite } : {}) };
}

/**
 * Whether a report may be shown to others: never that on the use of data, and what the regent is to have only once the
 * regent has it (KS 27(2), 29).
 * @returns `oversight.not-for-the-page` or `oversight.not-delivered`, or null
 */
export function checkPublication(law: LawSet, kind: OversightKind, delivered: readonly OversightReceiver[]): RuleRefusal | null {
  if (kind === 'use') return { code: 'oversight.not-for-the-page', params: {} };
  const { receivers, cite } = reportRoute(law, kind);
  if (!receivers.includes('regent') || delivered.includes('regent')) return null;
  return { code: 'oversight.not-delivered', params: {}, ...(cite ? { cite } : {}) };
}

/** Where the regulation is silent: a care of the product, with no article of its own. */
const USUAL_COORDINATION: readonly Coordination[] = ['agency-head', 'unit-head'];

/** With whom the giving of data must still be coordinated (KS 24(2), 26(2)), each with its article. */
export function missingCoordination(law: LawSet, held: readonly Coordination[]): { with: Coordination; cite: Citation }[] {
  const named = law.performance.rules.monitoring?.coordination;
  const cite: Citation = named ? law.performance.cite('monitoring.coordination') : { source: PRODUCT, ref: 'Koordinasi sebelum data diberikan', reading: true };
  return (named ?? USUAL_COORDINATION).filter((one) => !held.includes(one)).map((one) => ({ with: one, cite }));
}

/** Whether anybody may read the page of results, or only who is signed in (KS 29). */
export function isOpenToAll(law: LawSet): boolean {
  return (law.performance.rules.monitoring?.publication ?? 'open') === 'open';
}
