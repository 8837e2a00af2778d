/** The planning form that the law of a date gives to one person, and what a new plan starts with. */
import type { Citation, EmployeeKind, PostKind } from '@ekinerja/contracts/basics';
import { RESULT_KINDS, TARGET_APPROACHES, type SkpPlan } from '@ekinerja/contracts/skp';
import type { SkpFlowView, SkpForm } from '@ekinerja/contracts/skp-form';
import type { PerformanceRules } from './document.js';
import type { LawSet } from './law.js';

export interface PlanWho {
  employeeKind: EmployeeKind;
  postKind: PostKind;
}
type PlanRules = NonNullable<PerformanceRules['skp']['plan']>;
type FlowRules = NonNullable<PerformanceRules['skp']['flow']>;

/** A regulation that says nothing asks nothing. */
const SILENT_PLAN: PlanRules = {
  layout: 'results',
  results: { aspects: ['quantity', 'quality', 'time', 'cost'], approaches: [...TARGET_APPROACHES], indicators: 1, main: false, superior: 'optional' },
};
const SILENT_FLOW: FlowRules = {
  writers: ['owner'],
  dialogue: 'recorded',
  change: { documents: 'optional' },
  transfer: { starts: 'month-of-letter' },
};

export function planRules(law: LawSet): PlanRules {
  return law.performance.rules.skp.plan ?? SILENT_PLAN;
}
export function flowRules(law: LawSet): FlowRules {
  return law.performance.rules.skp.flow ?? SILENT_FLOW;
}
export function planCite(law: LawSet, path: string): Citation {
  return law.performance.cite(`skp.plan.${path}`);
}
export function flowCite(law: LawSet, path: string): Citation {
  return law.performance.cite(`skp.flow.${path}`);
}

export function skpForm(law: LawSet, who: PlanWho): SkpForm {
  const plan = planRules(law);
  const { results, additional, behaviour, resources, accountability, consequences } = plan;
  return {
    layout: plan.layout,
    sources: sourcesOf(law, who),
    results: {
      kinds: [...(results.kinds ?? (plan.layout === 'results' ? RESULT_KINDS : []))],
      aspects: results.aspects,
      required: [...(results.required ?? []), ...(results.timeTarget ? (['time'] as const) : [])],
      numeric: results.numeric ?? [],
      approaches: results.approaches,
      superiorNeeded: results.superior === 'required',
      cite: planCite(law, 'results'),
    },
    criteria: results.criteria ? { list: results.criteria.map(named), cite: planCite(law, 'results.criteria') } : null,
    cascade: cascadeOf(law, who),
    additional: additional
      ? {
          decisionNeeded: additional.decision === 'required',
          conditions: (additional.conditions ?? []).map(({ code, name, needs }) => ({ code, name, needs })),
          cite: planCite(law, 'additional'),
        }
      : null,
    behaviour: behaviour
      ? {
          rated: behaviour.rated,
          aspects: (behaviour.aspects ?? []).map(named),
          values: (behaviour.values ?? []).map(({ code, name, standards, aspect }) => ({ code, name, standards, aspect: aspect ?? null })),
          special: behaviour.special,
          cite: planCite(law, behaviour.rated === 'values' ? 'behaviour.values' : 'behaviour.aspects'),
        }
      : null,
    resources: resources ? { kinds: resources.kinds.map(named), required: resources.required, cite: planCite(law, 'resources') } : null,
    accountability: accountability
      ? { rhythms: accountability.rhythms, evidence: accountability.evidence, required: accountability.required, cite: planCite(law, 'accountability') }
      : null,
    consequences: consequences ? { kinds: consequences.kinds, cite: planCite(law, 'consequences') } : null,
    flow: skpFlowView(law),
  };
}

export function skpFlowView(law: LawSet): SkpFlowView {
  const flow = flowRules(law);
  const cite = (path: string) => flowCite(law, path);
  return {
    writers: flow.writers,
    review: flow.review ? cite('review') : null,
    agreement: flow.agreement ? { by: flow.agreement, cite: cite('agreement') } : null,
    verification: flow.verification ? cite('verification') : null,
    dialogue: { required: flow.dialogue === 'required', cite: cite('dialogue') },
    dispute: flow.dispute ? cite('dispute') : null,
    change: {
      documents: flow.change.documents === 'required',
      window: flow.change.within ? cite('change.within') : null,
      resources: flow.change.resources ? cite('change.resources') : null,
      cite: cite('change'),
    },
  };
}

/** A new plan refers to what must be referred to and reports monthly where that is offered; the rest is the writer's. */
export function startingPlan(form: SkpForm): SkpPlan {
  const sources = form.sources?.list.filter(({ required }) => required) ?? [];
  const rhythm = form.accountability?.rhythms.includes('monthly') ? 'monthly' : form.accountability?.rhythms[0];
  return {
    sources: sources.map(({ code }) => ({ code, number: '', date: null })),
    behaviour: [],
    resources: [],
    accountability: rhythm ? { rhythm, progress: '', final: '' } : null,
    consequences: { positive: '', negative: '' },
  };
}

/** KS 8(1), BN 7: the basis of the post's kind; null where the superior's results are all there is. */
function cascadeOf(law: LawSet, { postKind }: PlanWho): SkpForm['cascade'] {
  const rows = planRules(law).cascade ?? [];
  const at = rows.findIndex(({ postKinds }) => postKinds.includes(postKind));
  const row = rows[at];
  return row ? { from: row.from, cite: planCite(law, `cascade.${at}`) } : null;
}

function sourcesOf(law: LawSet, { employeeKind, postKind }: PlanWho): SkpForm['sources'] {
  const rules = planRules(law).sources;
  if (!rules) return null;
  const base = (rules.byPost ?? []).findIndex(({ postKinds }) => postKinds.includes(postKind));
  const ofPost = new Set(rules.byPost?.[base]?.codes ?? []);
  const list = rules.list.flatMap(({ code, name, only, document }, at) => {
    if (only && !only.includes(employeeKind)) return [];
    const cite = planCite(law, ofPost.has(code) ? `sources.byPost.${base}` : `sources.list.${at}`);
    return [{ code, name, document: document ?? false, required: rules.required === 'all' || ofPost.has(code), cite }];
  });
  return { list, needed: rules.required, cite: planCite(law, 'sources') };
}

function named({ code, name }: { code: string; name: string }): { code: string; name: string } {
  return { code, name };
}
