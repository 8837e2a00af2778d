/** A readable comparison of two states of an SKP: one line a field, in words of the form. */
import type { SkpContent, SkpIndicator, SkpResult } from '@ekinerja/contracts/skp';
import type { SkpDifference } from '@ekinerja/contracts/skp-record';

export function compareSkp(before: SkpContent, after: SkpContent): SkpDifference[] {
  const found: SkpDifference[] = [];
  const earlier = new Map(before.results.map((result) => [result.id, result]));
  const later = new Set(after.results.map(({ id }) => id));
  for (const result of after.results) found.push(...inResult(earlier.get(result.id) ?? null, result));
  for (const result of before.results.filter(({ id }) => !later.has(id))) found.push(...inResult(result, null));
  const annex = (field: string, of: (content: SkpContent) => string) =>
    push(found, { place: `plan.${field}`, of: '', field, before: of(before), after: of(after) });
  annex('sources', ({ plan }) => plan.sources.map(({ code, number, date }) => [code, number, date].filter(Boolean).join(' ')).join('; '));
  annex('behaviour', ({ plan }) => plan.behaviour.map(({ code, expectation }) => `${code}: ${expectation}`).join('; '));
  annex('resources', ({ plan }) => plan.resources.map(({ kind, need }) => `${kind}: ${need}`).join('; '));
  annex('accountability', ({ plan }) => (plan.accountability ? [plan.accountability.rhythm, plan.accountability.progress, plan.accountability.final].filter(Boolean).join('; ') : ''));
  annex('positive', ({ plan }) => plan.consequences.positive);
  annex('negative', ({ plan }) => plan.consequences.negative);
  return found;
}

function inResult(before: SkpResult | null, after: SkpResult | null): SkpDifference[] {
  const found: SkpDifference[] = [];
  const { id, title } = (after ?? before) as SkpResult;
  const line = (field: string, of: (result: SkpResult) => string) =>
    push(found, { place: `results.${id}.${field}`, of: title, field, before: before ? of(before) : '', after: after ? of(after) : '' });
  line('title', (result) => result.title);
  // A result that comes or goes is told by its title and indicators alone.
  if (before && after) {
    line('task', (result) => result.task);
    line('kind', (result) => result.kind);
    line('superiorResultId', (result) => result.superiorResultTitle ?? result.superiorResultId ?? '');
    line('objectiveId', (result) => result.objectiveTitle ?? result.objectiveId ?? '');
    line('points', ({ points }) => (points ?? []).map(({ code, quantity }) => `${code} × ${quantity}`).join('; '));
    line('assignment', ({ assignment }) => (assignment ? [assignment.decisionNumber, assignment.decisionDate, assignment.givenBy].filter(Boolean).join(', ') : ''));
  }
  const most = Math.max(before?.indicators.length ?? 0, after?.indicators.length ?? 0);
  for (let at = 0; at < most; at += 1) {
    line(`indicators.${at}`, ({ indicators }) => indicatorText(indicators[at]));
  }
  return found;
}

function indicatorText(written: SkpIndicator | undefined): string {
  if (!written) return '';
  const { indicator, target, targetTo, unit, direction } = written;
  const span = direction === 'range' && targetTo !== '' ? `${target}–${targetTo}` : target;
  return [indicator, [span, unit].filter(Boolean).join(' ')].filter(Boolean).join(': ');
}

function push(found: SkpDifference[], difference: SkpDifference): void {
  if (difference.before !== difference.after) found.push(difference);
}
