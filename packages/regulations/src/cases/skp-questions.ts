/** Questions about the plan: what a step leads to, what a written SKP lacks, what the form asks. */
import type { EmployeeKind, PostKind } from '@ekinerja/contracts/basics';
import type { SkpIndicatorInput, SkpPlan, SkpResultInput, SkpSourceInput, SkpStatus } from '@ekinerja/contracts/skp';
import type { LawSet } from '../law.js';
import { isRefusal } from '../refusal.js';
import { checkSkp, stops } from '../skp-checks.js';
import { applySkp, skpWay, type SkpAction, type SkpActor } from '../skp-flow.js';
import { skpForm, startingPlan, type PlanWho } from '../skp-form.js';

export function skpStepAnswer(
  facts: { status: SkpStatus; action: SkpAction; actor: SkpActor; agreedBy?: SkpActor[]; settled?: boolean },
  law: LawSet,
): unknown {
  const way = skpWay(law, { agreedBy: facts.agreedBy ?? [], settled: facts.settled ?? false });
  const after = applySkp(facts.status, facts.action, facts.actor, way);
  return { status: isRefusal(after) ? { refused: after.code } : after };
}

interface Who {
  employeeKind?: EmployeeKind;
  postKind?: PostKind;
}

/** A result is a whole one unless the case takes something away. */
export function skpCheckAnswer(
  facts: Who & {
    results: (Partial<SkpResultInput> & { indicators?: Partial<SkpIndicatorInput>[] })[];
    plan?: Partial<Omit<SkpPlan, 'sources'>> & { sources?: Partial<SkpSourceInput>[] };
    superiorHasSkp?: boolean;
    letter?: boolean;
  },
  law: LawSet,
): unknown {
  const who = whoOf(facts);
  const start = startingPlan(skpForm(law, who));
  const documents = facts.letter ? [{ id: LETTER }] : [];
  const results = facts.results.map((result, at): SkpResultInput => ({
    id: String(at), task: 'main', kind: 'output', title: 'Laporan keuangan bulanan tersusun', superiorResultId: null, ...result,
    indicators: (result.indicators ?? [{}]).map(
      (indicator): SkpIndicatorInput => ({ aspect: 'quantity', indicator: 'Jumlah laporan', target: '12', unit: 'laporan', ...indicator }),
    ),
  }));
  const plan: SkpPlan = {
    ...start, resources: [{ kind: 'people', need: 'Rekan satu tim' }], ...facts.plan,
    sources: facts.plan?.sources?.map((source) => ({ code: '', number: '', date: null, ...source })) ?? start.sources,
  };
  return { stops: stops(checkSkp({ results, plan, documents, superiorHasSkp: facts.superiorHasSkp ?? false }, law, who)).map(({ code }) => code) };
}

export function skpFormAnswer(facts: Who, law: LawSet): unknown {
  const form = skpForm(law, whoOf(facts));
  return {
    layout: form.layout,
    sources: form.sources?.list.filter(({ required }) => required).map(({ code }) => code) ?? [],
    aspects: form.results.aspects,
    approaches: form.results.approaches,
    kinds: form.results.kinds,
    criteria: form.criteria?.list.length ?? 0,
    behaviour: form.behaviour?.rated ?? null,
    standards: form.behaviour?.values.flatMap(({ standards }) => standards).length ?? 0,
    resources: form.resources?.kinds.map(({ code }) => code) ?? [],
    rhythms: form.accountability?.rhythms ?? [],
    consequences: form.consequences?.kinds ?? [],
    special: form.behaviour?.special ?? false,
    evidence: form.accountability?.evidence ?? [],
    cascade: form.cascade?.from ?? [],
    writers: form.flow.writers,
    dialogue: form.flow.dialogue.required,
    change: { documents: form.flow.change.documents, resources: form.flow.change.resources !== null },
  };
}

const LETTER = 'surat-keputusan';

function whoOf({ employeeKind = 'pns', postKind = 'pelaksana' }: Who): PlanWho {
  return { employeeKind, postKind };
}
