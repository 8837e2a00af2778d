import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { addDays } from '@ekinerja/regulations/dates';
import { deriveEvaluator, evaluatorOfEntry, type EvaluatorAnswer, type Holder, type Holding, type OrganisationOnDate } from '@ekinerja/regulations/evaluator';
import type { Law } from '@ekinerja/regulations/law';
import type { DemoAssignment, DemoPerson, DemoPost, DemoUnit, Regency } from './model.js';

const ORDER = ['definitive', 'pj', 'plt', 'plh', 'additional'];
const ACTING = new Set(['plt', 'plh', 'pj']);

interface State extends OrganisationOnDate {
  evaluators: Map<Uuid, EvaluatorAnswer>;
}

/** The generated organisation asked on a date, by the same law as the API asks it. States are kept between two changes. */
export class DemoOrganisation {
  readonly units: Map<Uuid, DemoUnit>;
  readonly posts: Map<Uuid, DemoPost>;
  readonly people: Map<Uuid, DemoPerson>;
  private readonly changes: IsoDate[];
  private readonly states = new Map<number, State>();
  private readonly stateOfDay = new Map<IsoDate, State>();
  private readonly byEmployment = new Map<Uuid, DemoAssignment[]>();

  constructor(
    private readonly regency: Pick<Regency, 'units' | 'posts' | 'people' | 'assignments'>,
    private readonly law: Law,
  ) {
    this.units = new Map(regency.units.map((unit) => [unit.id, unit]));
    this.posts = new Map(regency.posts.map((post) => [post.id, post]));
    this.people = new Map(regency.people.map((person) => [person.employmentId, person]));
    for (const assignment of regency.assignments) {
      const own = this.byEmployment.get(assignment.employmentId);
      if (own) own.push(assignment);
      else this.byEmployment.set(assignment.employmentId, [assignment]);
    }
    const days = regency.assignments.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]));
    this.changes = [...new Set(days)].sort();
  }

  assignmentsOf(employmentId: Uuid): DemoAssignment[] {
    return this.byEmployment.get(employmentId) ?? [];
  }

  definitive(employmentId: Uuid, date: IsoDate): DemoAssignment | null {
    return this.assignmentsOf(employmentId).find((a) => a.kind === 'definitive' && holds(a, date)) ?? null;
  }

  evaluator(employmentId: Uuid, date: IsoDate): EvaluatorAnswer {
    const state = this.on(date);
    let answer = state.evaluators.get(employmentId);
    if (!answer) {
      const kind = this.people.get(employmentId)?.kind;
      answer = deriveEvaluator(employmentId, state, this.law.on(date, { employeeKind: kind }));
      state.evaluators.set(employmentId, answer);
    }
    return answer;
  }

  /** Who decides an entry of that day on another: as the API does it. */
  evaluatorOfEntry(employmentId: Uuid, workDay: IsoDate, decisionDate: IsoDate): EvaluatorAnswer {
    const onWorkDay = this.evaluator(employmentId, workDay);
    const onDecisionDay = this.evaluator(employmentId, decisionDate);
    const { evaluator } = onWorkDay;
    if (!evaluator || evaluator.employmentId === onDecisionDay.evaluator?.employmentId) return onWorkDay;
    const posts = this.assignmentsOf(evaluator.employmentId);
    const term = ACTING.has(evaluator.capacity) ? posts.find((a) => a.postId === evaluator.postId && a.kind === evaluator.capacity && holds(a, workDay)) : undefined;
    const heldNow = posts.some((a) => a.postId === evaluator.postId && holds(a, decisionDate));
    return evaluatorOfEntry(
      {
        onWorkDay, onDecisionDay, decisionDate,
        stillServes: posts.some((a) => holds(a, decisionDate)),
        actingEndedOn: term && !heldNow ? term.to : null,
      },
      this.law.on(decisionDate, { employeeKind: this.people.get(employmentId)?.kind }),
    );
  }

  on(date: IsoDate): State {
    const known = this.stateOfDay.get(date);
    if (known) return known;
    const state = this.stateSince(date);
    this.stateOfDay.set(date, state);
    return state;
  }

  private stateSince(date: IsoDate): State {
    let index = this.changes.length;
    while (index > 0 && (this.changes[index - 1] as IsoDate) > date) index -= 1;
    let state = this.states.get(index);
    if (!state) this.states.set(index, (state = this.stateOn(date)));
    return state;
  }

  private stateOn(date: IsoDate): State {
    const holders = new Map<Uuid, Holder[]>();
    const holdings = new Map<Uuid, Holding[]>();
    for (const a of this.regency.assignments) {
      if (!holds(a, date)) continue;
      const person = this.people.get(a.employmentId) as DemoPerson;
      add(holders, a.postId, {
        employmentId: a.employmentId, personId: person.id, personName: displayName(person), nip: person.nip, assignmentKind: a.kind, from: a.from, to: a.to,
      });
      add(holdings, a.employmentId, { postId: a.postId, assignmentKind: a.kind, from: a.from, to: a.to });
    }
    for (const own of holdings.values()) own.sort((a, b) => ORDER.indexOf(a.assignmentKind) - ORDER.indexOf(b.assignmentKind));
    const posts = new Map(this.regency.posts.map((post) => [post.id, { ...post, unitName: this.units.get(post.unitId)?.name ?? '' }]));
    return {
      posts, holders: (post) => holders.get(post) ?? [], postsOf: (employment) => holdings.get(employment) ?? [], delegations: [], overrides: [],
      evaluators: new Map(),
    };
  }
}

export function holds(span: { from: IsoDate; to: IsoDate | null }, date: IsoDate): boolean {
  return span.from <= date && (span.to === null || date <= span.to);
}

/** As people write it: titles in front, behind a comma the others. */
export function displayName(person: Pick<DemoPerson, 'name' | 'frontTitle' | 'backTitle'>): string {
  const front = person.frontTitle ? `${person.frontTitle} ${person.name}` : person.name;
  return person.backTitle ? `${front}, ${person.backTitle}` : front;
}

function add<T>(map: Map<Uuid, T[]>, key: Uuid, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
