/** What an SKP still lacks, and what is worth a second look, each at its place and with its article. */
import type { Citation } from '@ekinerja/contracts/basics';
import type { IndicatorAspect, SkpPlan, SkpPointInput, SkpResultInput } from '@ekinerja/contracts/skp';
import type { SkpFinding, SkpForm } from '@ekinerja/contracts/skp-form';
import type { SkpDocument } from '@ekinerja/contracts/skp-record';
import { Fraction } from './fraction.js';
import type { LawSet } from './law.js';
import { planCite, planRules, skpForm, type PlanWho } from './skp-form.js';

export interface WrittenSkp {
  results: SkpResultInput[];
  plan: SkpPlan;
  /** Attached papers: an additional task points to its letter. */
  documents: Pick<SkpDocument, 'id'>[];
  /** Whether the superior has determined results to lean on. */
  superiorHasSkp: boolean;
  /** Whether the unit's performance agreement names objectives to lean on. */
  unitHasObjectives?: boolean;
  /** Whether the points of the functional post are known. */
  postHasPoints?: boolean;
  /** Everything was discussed, where the law asks for it. */
  discussed?: boolean;
}

export function checkSkp(skp: WrittenSkp, law: LawSet, who: PlanWho): SkpFinding[] {
  const form = skpForm(law, who);
  const whole: SkpFinding[] = [];
  const stop = (code: string, place: string, cite?: Citation, params: SkpFinding['params'] = {}) =>
    whole.push({ code, params, cite, severity: 'stop', place });
  if (skp.results.length === 0) stop('skp.no-results', 'results', planCite(law, 'results.indicators'));
  // KS 6(1), BN 6(4): additional performance stands beside the main one, never alone.
  else if (planRules(law).results.main && !skp.results.some(({ task }) => task === 'main')) {
    stop('skp.only-additional', 'results', planCite(law, 'results.main'));
  }
  whole.push(...skp.results.flatMap((result, at) => inResult(result, at + 1, skp, law, form)));
  const { sources, resources, accountability } = form;
  if (sources) {
    const named = new Map(skp.plan.sources.map((source) => [source.code, source]));
    for (const { code, name, required, document, cite } of sources.list) {
      const source = named.get(code);
      if (required && !source) stop(document ? 'skp.no-work-agreement' : 'skp.no-source', 'plan.sources', cite, { source: name });
      else if (source && document && (source.number.trim() === '' || source.date === null)) stop('skp.no-work-agreement', 'plan.sources', cite, { source: name });
    }
    if (sources.needed === 'one' && named.size === 0) stop('skp.no-source', 'plan.sources', sources.cite, { source: '' });
  }
  if (resources?.required && !skp.plan.resources.some(({ need }) => need.trim() !== '')) stop('skp.no-resources', 'plan.resources', resources.cite);
  if (accountability?.required && !skp.plan.accountability) stop('skp.no-accountability', 'plan.accountability', accountability.cite);
  if (form.flow.dialogue.required && skp.discussed === false) {
    whole.push({ code: 'skp.no-dialogue', params: {}, cite: form.flow.dialogue.cite, severity: 'hint', place: 'dialogues' });
  }
  return whole;
}

export function stops(findings: SkpFinding[]): SkpFinding[] {
  return findings.filter(({ severity }) => severity === 'stop');
}

function inResult(result: SkpResultInput, number: number, skp: WrittenSkp, law: LawSet, form: SkpForm): SkpFinding[] {
  const found: SkpFinding[] = [];
  const rules = planRules(law).results;
  const params = { result: number, title: result.title };
  const at = (field: string) => `results.${result.id}.${field}`;
  const add = (severity: SkpFinding['severity'], code: string, field: string, path: string, more: SkpFinding['params'] = {}) =>
    found.push({ code, params: { ...params, ...more }, cite: planCite(law, path), severity, place: at(field) });
  const words = result.title.trim().split(/\s+/).filter(Boolean).length;
  if (words === 0) add('stop', 'skp.no-title', 'title', 'results');
  else if (rules.words && words < rules.words) add('stop', 'skp.unclear', 'title', 'results.words', { words: rules.words });
  if (result.indicators.length < rules.indicators) add('stop', 'skp.no-indicator', 'indicators', 'results.indicators');
  result.indicators.forEach((indicator, index) => {
    const field = (name: string) => `indicators.${index}.${name}`;
    const of = { ...params, indicator: index + 1 };
    if (indicator.indicator.trim() === '' || indicator.target.trim() === '') {
      add('stop', 'skp.no-target', field(indicator.indicator.trim() === '' ? 'indicator' : 'target'), 'results.indicators', of);
    } else {
      if (rules.numeric?.includes(indicator.aspect) && !isNumber(indicator.target)) add('stop', 'skp.not-a-number', field('target'), 'results.numeric', of);
      if (indicator.approach && !rules.approaches.includes(indicator.approach)) add('stop', 'skp.approach', field('approach'), 'results.approaches', of);
      // A qualitative target is a state that can be seen; a quantitative one that counts is a number.
      if (indicator.approach !== 'qualitative' && indicator.aspect === 'quantity' && !isNumber(indicator.target)) add('hint', 'skp.hint-measurable', field('target'), 'results.approaches', of);
      if (indicator.indicator.trim().split(/\s+/).length < 2) add('hint', 'skp.hint-specific', field('indicator'), 'results.indicators', of);
    }
    if (!rules.aspects.includes(indicator.aspect)) add('stop', 'skp.aspect', field('aspect'), 'results.aspects', of);
    if (indicator.direction === 'range' && !(isNumber(indicator.target) && isNumber(indicator.targetTo ?? ''))) add('stop', 'skp.range', field('targetTo'), 'results.approaches', of);
  });
  const has = new Set<IndicatorAspect>(result.indicators.map(({ aspect }) => aspect));
  const some = result.indicators.length > 0;
  for (const aspect of rules.required ?? []) {
    if (some && !has.has(aspect)) add('stop', `skp.no-${aspect}`, 'indicators', 'results.required');
  }
  // BN 6(7) demands a time; elsewhere it is a hint only.
  if (some && !has.has('time')) add(rules.timeTarget ? 'stop' : 'hint', rules.timeTarget ? 'skp.no-time-target' : 'skp.hint-time', 'indicators', rules.timeTarget ? 'results.timeTarget' : 'results.aspects');
  if (result.task === 'additional') found.push(...inAdditional(result, number, skp, law));
  else found.push(...inCascade(result, number, skp, law, form));
  return found;
}

/** KS 8(1), BN 7: a main result leans on the unit's objectives, the superior's results or the points, as its kind of post has it. */
function inCascade(result: SkpResultInput, number: number, skp: WrittenSkp, law: LawSet, form: SkpForm): SkpFinding[] {
  const found: SkpFinding[] = [];
  const add = (severity: SkpFinding['severity'], code: string, field: string, cite: Citation) =>
    found.push({ code, params: { result: number, title: result.title }, cite, severity, place: `results.${result.id}.${field}` });
  const superior = planCite(law, 'results.superior');
  const { from, cite } = form.cascade ?? { from: ['superior' as const], cite: superior };
  const required = planRules(law).results.superior === 'required' || form.cascade !== null;
  if (from.includes('points')) {
    if ((result.points ?? []).length === 0) add(skp.postHasPoints ? 'stop' : 'hint', skp.postHasPoints ? 'skp.no-points' : 'skp.hint-points', 'points', cite);
  }
  const upward = from.filter((basis) => basis !== 'points');
  const leans = (upward.includes('superior') && result.superiorResultId !== null) || (upward.includes('objectives') && (result.objectiveId ?? null) !== null);
  if (!required || leans || upward.length === 0) return found;
  const offered = (upward.includes('superior') && skp.superiorHasSkp) || (upward.includes('objectives') && skp.unitHasObjectives === true);
  const onObjectives = !upward.includes('superior');
  const field = onObjectives ? 'objectiveId' : 'superiorResultId';
  const why = form.cascade ? cite : superior;
  if (!offered) add('hint', onObjectives ? 'skp.hint-no-agreement' : 'skp.hint-link-later', field, why);
  else add(result.linkLater ? 'hint' : 'stop', onObjectives ? 'skp.no-objective' : 'skp.no-superior-result', field, why);
  return found;
}

/** The accumulated value of a result's points: outputs times credit, exactly (KS 8(1).c). */
export function pointsValue(points: readonly SkpPointInput[], known: readonly { code: string; credit: string }[]): string {
  const credit = new Map(known.map((point) => [point.code, point.credit]));
  return Fraction.sum(points.map(({ code, quantity }) => Fraction.of(credit.get(code) ?? '0').mul(Fraction.of(quantity)))).toDecimal(4);
}

/** The five characteristics of an additional task; which of them are alternatives is the regulation's (KS 9(2), BN 8(2)). */
function inAdditional(result: SkpResultInput, number: number, { documents }: WrittenSkp, law: LawSet): SkpFinding[] {
  const rules = planRules(law).additional;
  const params = { result: number, title: result.title };
  const place = `results.${result.id}.assignment`;
  const stop = (code: string, path: string, more: SkpFinding['params'] = {}): SkpFinding => ({
    code, params: { ...params, ...more }, cite: planCite(law, path), severity: 'stop', place,
  });
  if (!rules) return [stop('skp.no-additional', 'results')];
  const { assignment } = result;
  const found: SkpFinding[] = [];
  const letter = assignment && assignment.decisionNumber.trim() !== '' && assignment.decisionDate !== null;
  if (rules.decision === 'required') {
    if (!letter || !documents.some(({ id }) => id === assignment.documentId)) found.push(stop('skp.no-decision', 'additional.decision'));
    if (!assignment || assignment.givenBy.trim() === '') found.push(stop('skp.no-giver', 'additional'));
  }
  const conditions = rules.conditions ?? [];
  const met = new Set(assignment?.conditions ?? []);
  for (const { name } of conditions.filter(({ code, needs }) => needs === 'all' && !met.has(code))) {
    found.push(stop('skp.condition', 'additional.conditions', { condition: name }));
  }
  const any = conditions.filter(({ needs }) => needs === 'any');
  if (any.length > 0 && !any.some(({ code }) => met.has(code))) {
    found.push(stop('skp.condition', 'additional.conditions', { condition: any.map(({ name }) => name).join(' / ') }));
  }
  return found;
}

/** `12`, `12,5`, `1.200`, `100%`. */
function isNumber(text: string): boolean {
  return /^\d{1,3}(\.\d{3})*(,\d+)?\s*%?$|^\d+([.,]\d+)?\s*%?$/.test(text.trim());
}
