/**
 * Who evaluates whom, derived from dated posts: the holder, or who acts in the post; a vacant post passes to the next
 * superior up (BN 13(5)); at the lowest a supervisory official or a recorded delegate (BN 1 angka 9, TL 1 angka 15).
 */
import type { AssignmentKind, Citation, IsoDate, PostKind, Uuid } from '@ekinerja/contracts/basics';
import { lastDayOf } from './calendar.js';
import type {
  DerivedEvaluator,
  EvaluatorAnswer,
  EvaluatorCapacity,
  EvaluatorStep,
  Holder,
  OrganisationOnDate,
  OrganisationPost,
} from './evaluator-organisation.js';
import type { LawSet } from './law.js';

export type * from './evaluator-organisation.js';

/** Lowest first; functional posts rank with executors unless delegated. */
const RANK: Record<PostKind, number> = {
  pelaksana: 0,
  fungsional: 0,
  pengawas: 1,
  administrator: 2,
  jpt: 3,
  regent: 4,
};

/**
 * The evaluator of an employment on the date that the organisation describes.
 * @returns evaluator null with a chain ending in `top` when nobody in the line may evaluate
 */
export function deriveEvaluator(employmentId: Uuid, org: OrganisationOnDate, law: LawSet): EvaluatorAnswer {
  const own = ownPost(employmentId, org);
  const override = org.overrides.find((o) => o.employmentId === employmentId);
  if (override) {
    const evaluator = asDelegate(override.evaluatorEmploymentId, 'override', org);
    if (evaluator)
      return { evaluator, chain: [step(evaluator, 'override', law.performance.cite('evaluator.delegates'))] };
  }
  if (!own)
    return { evaluator: null, chain: [{ postId: null, postName: null, personName: null, outcome: 'top' }] };
  const delegated = delegateFor(employmentId, own, org, law);
  if (delegated)
    return {
      evaluator: delegated,
      chain: [step(delegated, 'delegated', law.performance.cite('evaluator.delegates'))],
    };
  return climbFrom(own.superiorPostId, personsOf(employmentId, org), org, law);
}

/** The evaluator's own superior by the same rules: decides disputes (BN 6(9)) and objections (TL 28, 35). */
export function deriveEvaluatorSuperior(
  employmentId: Uuid,
  org: OrganisationOnDate,
  law: LawSet,
): EvaluatorAnswer {
  const { evaluator } = deriveEvaluator(employmentId, org, law);
  if (!evaluator)
    return { evaluator: null, chain: [{ postId: null, postName: null, personName: null, outcome: 'top' }] };
  const persons = personsOf(employmentId, org);
  persons.add(evaluator.personId);
  return climbFrom(org.posts.get(evaluator.postId)?.superiorPostId ?? null, persons, org, law);
}

/**
 * Which of two derivations binds for one daily entry: the evaluator of the day of work; if that person serves no
 * more, or acted in the post and the term ended longer ago than the approval window, the one of the day of decision.
 */
export function evaluatorOfEntry(
  q: {
    onWorkDay: EvaluatorAnswer;
    onDecisionDay: EvaluatorAnswer;
    stillServes: boolean;
    actingEndedOn: IsoDate | null;
    decisionDate: IsoDate;
  },
  law: LawSet,
): EvaluatorAnswer {
  if (!q.onWorkDay.evaluator || !q.stillServes) return q.onDecisionDay;
  if (q.actingEndedOn !== null) {
    const window = law.performance.rules.activities.approval.within;
    const until = window ? lastDayOf(window, q.actingEndedOn, law.working) : q.actingEndedOn;
    if (q.decisionDate > until) return q.onDecisionDay;
  }
  return q.onWorkDay;
}

/** The first who may judge from a post upward, none of the persons named. */
export function climbFrom(
  from: Uuid | null,
  excluded: ReadonlySet<Uuid>,
  org: OrganisationOnDate,
  law: LawSet,
): EvaluatorAnswer {
  const rules = law.performance.rules.evaluator;
  const chain: EvaluatorStep[] = [];
  const seen = new Set<Uuid>();
  for (let post = postAt(from, org); post && !seen.has(post.id); post = postAt(post.superiorPostId, org)) {
    seen.add(post.id);
    const here = { postId: post.id, postName: post.name };
    const inPost = rules.holders.flatMap((kind) =>
      org.holders(post.id).filter((h) => h.assignmentKind === kind),
    );
    const holder = inPost.find((h) => !excluded.has(h.personId));
    if (!holder) {
      const self = inPost[0];
      chain.push(
        self
          ? { ...here, personName: self.personName, outcome: 'self' }
          : { ...here, personName: null, outcome: 'vacant', cite: law.performance.cite('evaluator.vacant') },
      );
      if (!self && rules.vacant === 'nobody') break;
      continue;
    }
    if (!highEnough(post, holder, org, law)) {
      chain.push({
        ...here,
        personName: holder.personName,
        outcome: 'below-supervisor',
        cite: law.performance.cite('evaluator.lowest'),
      });
      continue;
    }
    chain.push({
      ...here,
      personName: holder.personName,
      outcome: 'taken',
      cite: law.performance.cite('evaluator'),
    });
    return {
      evaluator: {
        ...identity(holder),
        postId: post.id,
        postName: post.name,
        capacity: capacityOf(holder.assignmentKind),
      },
      chain,
    };
  }
  chain.push({ postId: null, postName: null, personName: null, outcome: 'top' });
  return { evaluator: null, chain };
}

/** At the lowest a supervisory official, or by delegation (BN 1 angka 9, TL 1 angka 15). */
function highEnough(post: OrganisationPost, holder: Holder, org: OrganisationOnDate, law: LawSet): boolean {
  const rules = law.performance.rules.evaluator;
  return (
    RANK[post.kind] >= RANK[rules.lowest] || (rules.delegates && mayEvaluateByDelegation(holder, post, org))
  );
}

/** Whether whoever stands below this post may find their evaluator above it: nobody in it, or nobody high enough. */
export function passesUpward(post: OrganisationPost, org: OrganisationOnDate, law: LawSet): boolean {
  const rules = law.performance.rules.evaluator;
  const holder = rules.holders
    .flatMap((kind) => org.holders(post.id).filter((held) => held.assignmentKind === kind))
    .at(0);
  return !holder || !highEnough(post, holder, org, law);
}

function postAt(id: Uuid | null, org: OrganisationOnDate): OrganisationPost | undefined {
  return id === null ? undefined : org.posts.get(id);
}

function identity(
  holder: Holder,
): Pick<DerivedEvaluator, 'employmentId' | 'personId' | 'personName' | 'nip'> {
  return {
    employmentId: holder.employmentId,
    personId: holder.personId,
    personName: holder.personName,
    nip: holder.nip,
  };
}

function capacityOf(kind: AssignmentKind): EvaluatorCapacity {
  return kind === 'additional' ? 'definitive' : kind;
}

function ownPost(employmentId: Uuid, org: OrganisationOnDate): OrganisationPost | null {
  const holdings = org.postsOf(employmentId);
  const main = holdings.find((h) => h.assignmentKind === 'definitive') ?? holdings[0];
  return main ? (org.posts.get(main.postId) ?? null) : null;
}

/** The person behind an employment, found through any post held; nobody evaluates oneself in any capacity. */
function personsOf(employmentId: Uuid, org: OrganisationOnDate): Set<Uuid> {
  const persons = new Set<Uuid>();
  for (const holding of org.postsOf(employmentId)) {
    for (const holder of org.holders(holding.postId))
      if (holder.employmentId === employmentId) persons.add(holder.personId);
  }
  return persons;
}

/** A post below supervisory level counts when it is a standing delegate, or its holder has a recorded delegation. */
function mayEvaluateByDelegation(holder: Holder, post: OrganisationPost, org: OrganisationOnDate): boolean {
  return (
    post.standingDelegate ||
    org.delegations.some(
      (d) => d.delegateEmploymentId === holder.employmentId && d.postId === null && d.unitId === null,
    )
  );
}

/** A delegation naming the post goes before one naming the unit; a unit's leader is never under a delegate of the unit. */
function delegateFor(
  employmentId: Uuid,
  own: OrganisationPost,
  org: OrganisationOnDate,
  law: LawSet,
): DerivedEvaluator | null {
  if (!law.performance.rules.evaluator.delegates) return null;
  const self = personsOf(employmentId, org);
  const byPost = org.delegations.filter((d) => d.postId === own.id);
  const byUnit = own.leader
    ? []
    : org.delegations.filter((d) => d.postId === null && d.unitId === own.unitId);
  for (const delegation of [...byPost, ...byUnit]) {
    const evaluator = asDelegate(delegation.delegateEmploymentId, 'delegate', org);
    if (evaluator && !self.has(evaluator.personId)) return evaluator;
  }
  return null;
}

function asDelegate(
  employmentId: Uuid,
  capacity: 'delegate' | 'override',
  org: OrganisationOnDate,
): DerivedEvaluator | null {
  const post = ownPost(employmentId, org);
  const holder = post && org.holders(post.id).find((h) => h.employmentId === employmentId);
  return post && holder ? { ...identity(holder), postId: post.id, postName: post.name, capacity } : null;
}

function step(evaluator: DerivedEvaluator, outcome: EvaluatorStep['outcome'], cite: Citation): EvaluatorStep {
  return {
    postId: evaluator.postId,
    postName: evaluator.postName,
    personName: evaluator.personName,
    outcome,
    cite,
  };
}
