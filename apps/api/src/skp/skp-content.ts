import { createHash } from 'node:crypto';
import type { SkpContent, SkpPlan, SkpResult } from '@ekinerja/contracts/skp';
import type { SkpForm } from '@ekinerja/contracts/skp-form';
import { canonicalJson } from '../platform/canonical-json.js';

const EMPTY: SkpPlan = { sources: [], behaviour: [], resources: [], accountability: null, consequences: { positive: '', negative: '' } };

/** A plan written before the form knew a part of it has that part empty. */
export function wholePlan(stored: Partial<SkpPlan>): SkpPlan {
  return { ...EMPTY, ...stored };
}

/** What a signature covers: every word of the document, nothing of how it is shown. */
export function contentHash({ results, plan }: SkpContent): string {
  const signed = results.map(({ superiorResultTitle: _, objectiveTitle: __, attainment: ___, objectiveId, points, ...result }) => ({
    ...result,
    // Left out while empty: what was signed before there were such fields keeps its hash.
    ...(objectiveId ? { objectiveId } : {}),
    ...(points && points.length > 0 ? { points } : {}),
  }));
  return createHash('sha256').update(canonicalJson({ results: signed, plan })).digest('hex');
}

/** Results of another SKP as the start of a new one: own ids, no link to last year's superior. */
export function copiedResults(results: SkpResult[], newId: () => string): SkpResult[] {
  return results
    .filter(({ task }) => task === 'main')
    .map((result) => ({ ...result, id: newId(), superiorResultId: null, superiorResultTitle: null, objectiveId: null, objectiveTitle: null, linkLater: false, assignment: null, attainment: null }));
}

/** A copied plan keeps what the form still asks, and what the new form demands is there. */
export function copiedPlan(plan: SkpPlan, starting: SkpPlan, form: SkpForm): SkpPlan {
  const kinds = new Set(form.resources?.kinds.map(({ code }) => code));
  return {
    ...starting,
    behaviour: form.behaviour?.special ? plan.behaviour : [],
    resources: plan.resources.filter(({ kind }) => kinds.has(kind)),
    accountability: form.accountability ? (plan.accountability ?? starting.accountability) : null,
    consequences: form.consequences ? plan.consequences : EMPTY.consequences,
  };
}
