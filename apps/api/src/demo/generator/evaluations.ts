import type { DecimalString, DerivationStep, IsoDate, IsoMonth, LawReference, OrganisationPredicate, Predicate, Rating, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluatorLink, EvaluatorPerson } from '@ekinerja/contracts/organisation';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { PersonSnapshot } from '@ekinerja/contracts/skp';
import { addDays, addMonths, lastDay } from '@ekinerja/regulations/dates';
import { evaluate, evaluationForm, organisationToRating, type EvaluationForm } from '@ekinerja/regulations/evaluation';
import type { Law, LawSet } from '@ekinerja/regulations/law';
import { isRefusal } from '@ekinerja/regulations/refusal';
import type { DemoPerson, DemoPost, Regency } from './model.js';
import type { DemoOrganisation } from './organisation.js';
import { phrase } from './phrases.js';
import type { DemoSkp, PlanMaker } from './plans.js';
import { idOf, Random } from './random.js';
import { ATTAINMENT_BASES, EVALUATION_NOTES, NEW_IDEAS } from './texts/remarks.js';
import { Timeline } from './timeline.js';

export interface DemoEvaluation {
  id: Uuid;
  employmentId: Uuid;
  kind: EvaluationKind;
  month: IsoMonth;
  /** Null for the year before the first SKP of the story. */
  skpId: Uuid | null;
  method: string;
  inputs: Record<string, string | boolean | null>;
  predicate: Predicate;
  score: DecimalString | null;
  qualityScore: DecimalString | null;
  note: string | null;
  derivation: DerivationStep[];
  law: LawReference[];
  evaluatorEmploymentId: Uuid;
  evaluator: { person: EvaluatorPerson; signedAs: PersonSnapshot; chain: EvaluatorLink[] };
  determinedAt: Date;
}
export interface DemoUnitPerformance {
  unitId: Uuid;
  kind: EvaluationKind;
  month: IsoMonth;
  predicate: OrganisationPredicate;
  basis: string;
  signer: EvaluatorPerson;
  signedAt: Date;
}

/** Parts of an organisation, and the government itself, have no attainment of their own. */
const PARTS: ReadonlySet<UnitKind> = new Set(['government', 'division', 'section']);
const ATTAINMENT: { item: OrganisationPredicate; weight: number }[] = [
  { item: 'baik', weight: 74 }, { item: 'istimewa', weight: 19 }, { item: 'butuh-perbaikan', weight: 7 },
];
const RATINGS: { item: [Rating, Rating]; weight: number }[] = [
  { item: ['above', 'above'], weight: 17 }, { item: ['meets', 'above'], weight: 21 }, { item: ['above', 'meets'], weight: 11 },
  { item: ['meets', 'meets'], weight: 45 }, { item: ['below', 'meets'], weight: 4 }, { item: ['below', 'above'], weight: 1 }, { item: ['meets', 'below'], weight: 1 },
];

/** How many of the year before did poorly, whatever chance says: somebody to follow up. */
const STRUGGLING = 3;

/** The judgements of superiors, by the law's own method; the story's superior still has last month to rate. */
export class EvaluationMaker {
  private readonly time: Timeline;
  private readonly unrated: Uuid | null;
  private low: ReadonlySet<Uuid> | null = null;

  constructor(
    private readonly regency: Regency,
    private readonly organisation: DemoOrganisation,
    private readonly law: Law,
    private readonly plans: PlanMaker,
  ) {
    this.time = new Timeline(regency.profile.timeZone);
    this.unrated = regency.stars.find(({ role }) => role === 'evaluator')?.employmentId ?? null;
  }

  of(person: DemoPerson, month: IsoMonth): DemoEvaluation | null {
    const plan = this.plans.on(person.employmentId, lastDay(month));
    if (!plan || (plan.status !== 'determined' && plan.status !== 'closed')) return null;
    const answer = this.organisation.evaluator(person.employmentId, lastDay(month));
    const { evaluator } = answer;
    if (!evaluator || (month === this.regency.months[2] && evaluator.employmentId === this.unrated)) return null;
    const random = new Random(`${this.regency.seed} evaluation ${person.employmentId} ${month}`);
    const determinedAt = this.determinedAt(month, evaluator.employmentId, random);
    const law = this.lawOf(person, plan, determinedAt.day);
    const form = evaluationForm(law, person.kind, month);
    if (form.months.to !== month) return null;
    const inputs = this.inputs(form, person, plan.postId, month, law, random);
    const result = evaluate(law, inputs);
    if (isRefusal(result)) throw new Error(`${result.code} for ${JSON.stringify(inputs)}`);
    const quality = form.monthlyQuality ? String(inputs.qualityScore) : null;
    return {
      id: idOf(this.regency.seed, 'evaluation', person.employmentId, month), employmentId: person.employmentId, kind: 'periodic', month, skpId: plan.id,
      method: form.method, inputs, predicate: result.predicate, score: result.score, qualityScore: quality,
      note: random.chance(0.12) ? random.pick(EVALUATION_NOTES) : null,
      derivation: [...result.derivation, ...qualitySteps(form, quality, law)], law: law.references,
      evaluatorEmploymentId: evaluator.employmentId,
      evaluator: { person: evaluator, signedAs: this.plans.snapshot(evaluator.employmentId, lastDay(month)), chain: answer.chain },
      determinedAt: determinedAt.at,
    };
  }

  /** The whole year before, judged in January by whoever was the evaluator at its end. */
  annual(person: DemoPerson, year: number): DemoEvaluation | null {
    const month = `${year}-12`;
    const held = this.organisation.definitive(person.employmentId, lastDay(month));
    if (!held || person.kind === 'non-asn') return null;
    const answer = this.organisation.evaluator(person.employmentId, lastDay(month));
    if (!answer.evaluator) return null;
    const random = new Random(`${this.regency.seed} annual ${person.employmentId} ${year}`);
    const determinedAt = this.determinedAt(month, answer.evaluator.employmentId, random);
    const law = this.law.on(determinedAt.day, { employeeKind: person.kind });
    const form = evaluationForm(law, person.kind, month, undefined, { annual: true });
    const low = this.struggling().has(person.employmentId);
    const inputs = { ...this.inputs(form, person, held.postId, month, law, random), ...(low ? lowInputs(form) : {}) };
    const result = evaluate(law, inputs);
    if (isRefusal(result)) throw new Error(`${result.code} for ${JSON.stringify(inputs)}`);
    return {
      id: idOf(this.regency.seed, 'annual', person.employmentId, month), employmentId: person.employmentId, kind: 'annual', month, skpId: null,
      method: form.method, inputs, predicate: result.predicate, score: result.score, qualityScore: null,
      note: random.chance(0.2) ? random.pick(EVALUATION_NOTES) : null, derivation: result.derivation, law: law.references,
      evaluatorEmploymentId: answer.evaluator.employmentId,
      evaluator: { person: answer.evaluator, signedAs: this.plans.snapshot(answer.evaluator.employmentId, lastDay(month)), chain: answer.chain },
      determinedAt: determinedAt.at,
    };
  }

  /** The same few whoever asks: no heads and nobody of the story. */
  private struggling(): ReadonlySet<Uuid> {
    const story = new Set(this.regency.stars.map(({ employmentId }) => employmentId));
    this.low ??= new Set(
      this.regency.people
        .filter(({ employmentId, kind, to }) => {
          const post = this.organisation.definitive(employmentId, lastDay(`${Number(this.regency.today.slice(0, 4)) - 1}-12`))?.postId;
          return kind === 'pns' && to === null && !story.has(employmentId) && this.organisation.posts.get(post ?? '')?.leader === false;
        })
        .slice(0, STRUGGLING).map(({ employmentId }) => employmentId),
    );
    return this.low;
  }

  /** Attainment of every organisation that has a leader, signed one level up. */
  unitPerformances(month: IsoMonth, kind: EvaluationKind = 'periodic'): DemoUnitPerformance[] {
    return this.regency.posts.filter((post) => this.leads(post)).flatMap((post) => {
      const held = this.organisation.on(lastDay(month)).holders(post.id).find((holder) => holder.assignmentKind === 'definitive');
      const signer = held && this.organisation.evaluator(held.employmentId, lastDay(month)).evaluator;
      const unit = this.organisation.units.get(post.unitId);
      if (!signer || !unit) return [];
      const random = new Random(`${this.regency.seed} attainment ${post.unitId} ${month}`);
      const { at } = this.determinedAt(month, signer.employmentId, random);
      const setting = { unit: unit.name, skpd: unit.name, agency: '', kecamatan: [], desa: [], habits: new Map<string, string[]>() };
      return [{
        unitId: unit.id, kind, month, predicate: this.attainment(unit.id, month), signer,
        basis: phrase(random.pick(ATTAINMENT_BASES), 'general', setting, lastDay(month), random),
        signedAt: new Date(at.getTime() - 3_600_000),
      }];
    });
  }

  private leads(post: DemoPost): boolean {
    const unit = this.organisation.units.get(post.unitId);
    return post.leader && unit !== undefined && !PARTS.has(unit.kind);
  }

  private attainment(unitId: Uuid, month: IsoMonth): OrganisationPredicate {
    return new Random(`${this.regency.seed} predicate ${unitId} ${month.slice(0, 4)}`).weighted(ATTAINMENT);
  }

  /** In the first working days of the next month, before today. */
  private determinedAt(month: IsoMonth, evaluator: Uuid, random: Random): { day: IsoDate; at: Date } {
    const first = `${addMonths(month, 1)}-01`;
    const habit = new Random(`${this.regency.seed} rates ${evaluator} ${month}`).int(0, 3);
    const planned = this.law.on(first).working.addWorkingDays(addDays(first, -1), 1 + habit);
    const yesterday = addDays(this.regency.today, -1);
    const day = planned <= yesterday ? planned : yesterday;
    return { day, at: this.time.at(day, 8 * 60 + random.int(20, 470)) };
  }

  /** TL 40: the law of the day of determination; the SKP keeps its own form where the method has changed. */
  private lawOf(person: DemoPerson, plan: DemoSkp, day: IsoDate): LawSet {
    const now = this.law.on(day, { employeeKind: person.kind });
    const own = this.law.on(plan.from, { employeeKind: person.kind });
    return own.performance.rules.evaluation.method === now.performance.rules.evaluation.method ? now : own;
  }

  private inputs(form: EvaluationForm, person: DemoPerson, postId: Uuid, month: IsoMonth, law: LawSet, random: Random): DemoEvaluation['inputs'] {
    const nature = new Random(`${this.regency.seed} nature ${person.employmentId}`).weighted(RATINGS);
    const [work, behaviour] = random.chance(0.75) ? nature : random.weighted(RATINGS);
    const quality: DemoEvaluation['inputs'] = form.monthlyQuality ? { qualityScore: String(scoreFor(work, 100, random)) } : {};
    if (form.method === 'weighted') {
      const idea = random.chance(0.12);
      const top = Number(form.fields.find(({ name }) => name === 'workScore')?.max ?? '100');
      return {
        workScore: String(scoreFor(work, top, random)), behaviourScore: String(scoreFor(behaviour, top, random)),
        newIdea: idea, newIdeaText: idea ? random.pick(NEW_IDEAS) : null, ...quality,
      };
    }
    const post = this.organisation.posts.get(postId) as DemoPost;
    const workRating = this.leads(post) ? organisationToRating(this.attainment(post.unitId, month), law) : work;
    return { workRating, behaviourRating: behaviour, ...quality };
  }
}

/** Poor in results and behaviour, in whatever the form asks. */
function lowInputs({ method }: EvaluationForm): DemoEvaluation['inputs'] {
  if (method === 'quadrant') return { workRating: 'below', behaviourRating: 'below' };
  return { workScore: '45', behaviourScore: '45', newIdea: false, newIdeaText: null };
}

function scoreFor(rating: Rating, top: number, random: Random): number {
  const [least, most] = rating === 'above' ? [0.91, 0.985] : rating === 'meets' ? [0.78, 0.91] : [0.62, 0.74];
  return random.int(Math.round(top * least), Math.round(top * most));
}

function qualitySteps(form: EvaluationForm, quality: DecimalString | null, law: LawSet): DerivationStep[] {
  if (!form.monthlyQuality || quality === null) return [];
  const { min, max } = form.monthlyQuality;
  return [{ rule: 'quality.monthly', inputs: { min, max }, result: quality, cite: law.performance.cite('evaluation.monthlyQuality') }];
}
