import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { approvalDue, entryOpenUntil, type ApprovalDue } from '@ekinerja/regulations/activity-flow';
import { addDays, lastDay, monthOf } from '@ekinerja/regulations/dates';
import type { EvaluatorAnswer } from '@ekinerja/regulations/evaluator';
import type { Law } from '@ekinerja/regulations/law';
import type { DemoActivity, EntryContent } from './activities.js';
import type { DemoPerson, Regency } from './model.js';
import type { DemoOrganisation } from './organisation.js';
import type { Random } from './random.js';
import { MENDINGS, REFUSAL_REASONS } from './texts/remarks.js';
import type { Timeline } from './timeline.js';

export interface FlowEvent {
  at: Date;
  action: 'created' | 'submitted' | 'accepted' | 'refused' | 'withdrawn' | 'lapsed';
  by: Uuid | null;
  capacity: string | null;
  reason: string | null;
  changes: { field: string; before: string | null; after: string | null }[];
}
/** Post, capacity and chain of the person who decided, as they were. */
export interface EntryDecision {
  postId: Uuid | null;
  postName: string | null;
  capacity: string | null;
  chain: EvaluatorAnswer['chain'];
}
type Flow = Pick<
  DemoActivity,
  | 'status' | 'version' | 'createdAt' | 'submittedAt' | 'dueAt' | 'evaluatorEmploymentId' | 'seenAt' | 'decidedAt' | 'decidedBy' | 'decisionMode'
  | 'decision' | 'reason' | 'lawHash' | 'events'
> & { description?: string };

const CHANCE = { sameDay: 0.84, nextDay: 0.11, refused: 0.03, mended: 0.85, withdrawn: 0.003, lapse: 0.02, forgotten: { open: 0.035, last: 0.006 } };
const LAG = [{ item: 0, weight: 38 }, { item: 1, weight: 36 }, { item: 2, weight: 18 }, { item: 3, weight: 8 }];
/** Where the law wants the decision on the same day, most superiors keep to it. */
const SAME_DAY_LAG = [{ item: 0, weight: 80 }, { item: 1, weight: 15 }, { item: 2, weight: 5 }];
/** Working days up to today that still wait for the story's superior. */
const STORY_WAITING = 3;

/** The way of an entry: handed in, looked at, accepted or sent back, mended; or still waiting. */
export class EntryFlow {
  private readonly yesterday: IsoDate;
  private readonly storyFrom: IsoDate;
  private readonly storyEvaluator: Uuid | null;
  private readonly storyEmployee: Uuid | null;
  private readonly daysOfLaw = new Map<string, DayOfLaw>();
  private readonly workingDays = new Map<string, IsoDate>();
  private readonly endOfYesterday: Date;
  private readonly storyRefusedFrom: IsoDate;
  private readonly decisions = new WeakMap<EvaluatorAnswer, EntryDecision>();
  private storyRefused = false;

  constructor(
    regency: Pick<Regency, 'today' | 'months' | 'stars'>,
    private readonly organisation: DemoOrganisation,
    private readonly law: Law,
    private readonly time: Timeline,
  ) {
    this.yesterday = addDays(regency.today, -1);
    this.storyEvaluator = regency.stars.find(({ role }) => role === 'evaluator')?.employmentId ?? null;
    this.storyEmployee = regency.stars.find(({ role }) => role === 'employee')?.employmentId ?? null;
    const { working } = law.on(regency.today);
    let from = this.yesterday;
    for (let days = 0; days < STORY_WAITING; ) {
      if (working.isWorkingDay(from)) days += 1;
      if (days < STORY_WAITING) from = addDays(from, -1);
    }
    this.storyFrom = from;
    this.storyRefusedFrom = addDays(from, -6);
    this.endOfYesterday = time.endOf(this.yesterday);
    this.settledUntil = lastDay(regency.months[1] ?? monthOf(regency.today));
    this.openMonth = regency.months[regency.months.length - 1] ?? monthOf(regency.today);
  }

  private readonly settledUntil: IsoDate;
  private readonly openMonth: string;

  of(person: DemoPerson, content: EntryContent, random: Random): Flow {
    const submittedOn = this.submissionDay(person, content.date, random);
    const end = Number(content.endTime.slice(0, 2)) * 60 + Number(content.endTime.slice(3));
    const minute = submittedOn === content.date ? Math.min(end + random.int(5, 190), 23 * 60) : random.int(455, 620);
    const createdAt = this.time.at(submittedOn, minute);
    if (submittedOn === this.yesterday && random.chance(0.04)) return draft(createdAt, person.employmentId);
    const submitted = this.submit(person, content.date, submittedOn, minute);
    const story = submitted.evaluatorEmploymentId === this.storyEvaluator && this.storyEvaluator !== null;
    if (story && content.date >= this.storyFrom) return waiting(createdAt, submitted, person.employmentId, 1);
    if (random.chance(CHANCE.withdrawn)) return withdrawn(createdAt, submitted, person.employmentId, this.time.at(submittedOn, minute + 12));
    return this.decide(person, content, createdAt, submitted, submittedOn, story, random);
  }

  private decide(
    person: DemoPerson, content: EntryContent, createdAt: Date, submitted: Submitted, submittedOn: IsoDate, story: boolean, random: Random,
  ): Flow {
    const open = monthOf(content.date) === this.openMonth;
    const forgotten = random.chance(open ? (story ? 0.14 : CHANCE.forgotten.open) : CHANCE.forgotten.last);
    const { due } = submitted;
    const { onLapse, trigger, dueAt } = due;
    if (onLapse === 'approve' && dueAt && dueAt <= this.endOfYesterday && (forgotten || random.chance(CHANCE.lapse))) {
      return lapsed(createdAt, submitted, person.employmentId, dueAt, trigger);
    }
    const decidedOn = this.decisionDay(submittedOn, person, random);
    if (decidedOn > this.yesterday || (forgotten && content.date > this.settledUntil)) return waiting(createdAt, submitted, person.employmentId, 1);
    const refuse = random.chance(CHANCE.refused) || (person.employmentId === this.storyEmployee && open && !this.storyRefused && decidedOn >= this.storyRefusedFrom);
    const at = this.decisionTime(submitted, submittedOn, decidedOn, random);
    const answer = this.organisation.evaluatorOfEntry(person.employmentId, content.date, decidedOn);
    if (!answer.evaluator) return waiting(createdAt, submitted, person.employmentId, 1);
    if (!refuse) return this.accepted(createdAt, submitted, person.employmentId, answer, at, [], 2);
    return this.refused(person, content, createdAt, submitted, answer, at, decidedOn, random);
  }

  private refused(
    person: DemoPerson, content: EntryContent, createdAt: Date, submitted: Submitted, answer: EvaluatorAnswer, at: Date, decidedOn: IsoDate, random: Random,
  ): Flow {
    const by = answer.evaluator?.employmentId ?? null;
    const capacity = answer.evaluator?.capacity ?? null;
    const reason = random.pick(REFUSAL_REASONS);
    const event: FlowEvent = { at, action: 'refused', by, capacity, reason, changes: statusChange('submitted', 'refused') };
    const events = [submission(createdAt, person.employmentId), event];
    const refused: Flow = {
      ...settled(submitted), createdAt, status: 'refused', version: 2, seenAt: at, decidedAt: at, decidedBy: by, decisionMode: 'evaluator',
      decision: this.decisionOf(answer), reason, events,
    };
    const story = person.employmentId === this.storyEmployee && monthOf(content.date) === this.openMonth && !this.storyRefused;
    if (story) this.storyRefused = true;
    const mendedOn = this.workingDay(decidedOn, 1);
    if (story || !random.chance(CHANCE.mended) || mendedOn > this.yesterday || !this.servesOn(person, mendedOn)) return refused;
    return this.mended(person, content, refused, mendedOn, random);
  }

  private mended(person: DemoPerson, content: EntryContent, refused: Flow, mendedOn: IsoDate, random: Random): Flow {
    const description = `${content.description}${random.pick(MENDINGS)}`;
    const minute = random.int(460, 700);
    const submitted = this.submit(person, content.date, mendedOn, minute);
    const again: FlowEvent = {
      ...submission(submitted.submittedAt, person.employmentId), changes: [{ field: 'description', before: content.description, after: description }],
    };
    const events = [...refused.events, again];
    const decidedOn = this.decisionDay(mendedOn, person, random);
    const answer = this.organisation.evaluatorOfEntry(person.employmentId, content.date, decidedOn);
    if (decidedOn > this.yesterday || !answer.evaluator) return { ...waiting(refused.createdAt, submitted, person.employmentId, 3), events, description };
    const at = this.decisionTime(submitted, mendedOn, decidedOn, random);
    return { ...this.accepted(refused.createdAt, submitted, person.employmentId, answer, at, events, 4), description };
  }

  private accepted(createdAt: Date, submitted: Submitted, owner: Uuid, answer: EvaluatorAnswer, at: Date, before: FlowEvent[], version: number): Flow {
    const by = answer.evaluator?.employmentId ?? null;
    const event: FlowEvent = { at, action: 'accepted', by, capacity: answer.evaluator?.capacity ?? null, reason: null, changes: statusChange('submitted', 'accepted') };
    return {
      ...settled(submitted), createdAt, status: 'accepted', version, seenAt: at, decidedAt: at, decidedBy: by, decisionMode: 'evaluator',
      decision: this.decisionOf(answer), reason: null, events: [...(before.length > 0 ? before : [submission(createdAt, owner)]), event],
    };
  }

  private submissionDay(person: DemoPerson, date: IsoDate, random: Random): IsoDate {
    const how = random.next();
    if (how < CHANCE.sameDay) return date;
    const day = this.workingDay(date, how < CHANCE.sameDay + CHANCE.nextDay ? 1 : random.int(2, 4));
    return day <= this.yesterday && day <= this.lawOf(date, person).openUntil && this.servesOn(person, day) ? day : date;
  }

  private decisionDay(submittedOn: IsoDate, person: DemoPerson, random: Random): IsoDate {
    return this.workingDay(submittedOn, random.weighted(this.lawOf(submittedOn, person).sameDay ? SAME_DAY_LAG : LAG));
  }

  /** A superior goes through the list once a day, at an hour of their own. */
  private decisionTime({ submittedAt, evaluatorEmploymentId }: Submitted, submittedOn: IsoDate, decidedOn: IsoDate, random: Random): Date {
    if (decidedOn === submittedOn) return new Date(Math.min(submittedAt.getTime() + random.int(3, 90) * 60_000, this.time.endOf(decidedOn).getTime()));
    const habit = Number.parseInt((evaluatorEmploymentId ?? '0').slice(0, 4), 16) + Number(decidedOn.slice(8)) * 7;
    return this.time.at(decidedOn, 485 + (habit % 440));
  }

  private submit(person: DemoPerson, date: IsoDate, submittedOn: IsoDate, minute: number): Submitted {
    const { due, hash } = this.lawOf(submittedOn, person);
    const evaluator = this.organisation.evaluatorOfEntry(person.employmentId, date, submittedOn).evaluator;
    return { submittedAt: this.time.at(submittedOn, minute), due, evaluatorEmploymentId: evaluator?.employmentId ?? null, lawHash: hash };
  }

  /** What the law of a day says about entries; windows run by days, so one answer serves all entries of the day. */
  private lawOf(day: IsoDate, { kind }: DemoPerson): DayOfLaw {
    const key = `${day} ${kind}`;
    let found = this.daysOfLaw.get(key);
    if (!found) {
      const law = this.law.on(day, { employeeKind: kind });
      const { within } = law.performance.rules.activities.approval;
      const due = approvalDue(this.time.at(day, 720), law);
      found = { due, hash: law.performance.hash, openUntil: entryOpenUntil(day, law), sameDay: within !== undefined && 'sameDay' in within };
      this.daysOfLaw.set(key, found);
    }
    return found;
  }

  private workingDay(from: IsoDate, days: number): IsoDate {
    if (days === 0) return from;
    const key = `${from} ${days}`;
    let found = this.workingDays.get(key);
    if (!found) this.workingDays.set(key, (found = this.law.on(from).working.addWorkingDays(from, days)));
    return found;
  }

  private servesOn(person: DemoPerson, date: IsoDate): boolean {
    return person.to === null || date <= person.to;
  }

  private decisionOf(answer: EvaluatorAnswer): EntryDecision {
    let decision = this.decisions.get(answer);
    if (!decision) {
      const { postId = null, postName = null, capacity = null } = answer.evaluator ?? {};
      this.decisions.set(answer, (decision = { postId, postName, capacity, chain: answer.chain }));
    }
    return decision;
  }
}

interface DayOfLaw {
  due: ApprovalDue;
  hash: string;
  openUntil: IsoDate;
  sameDay: boolean;
}
interface Submitted {
  submittedAt: Date;
  due: ApprovalDue;
  evaluatorEmploymentId: Uuid | null;
  lawHash: string;
}
type Settled = Pick<Flow, 'submittedAt' | 'dueAt' | 'evaluatorEmploymentId' | 'lawHash'>;

const UNDECIDED = { seenAt: null, decidedAt: null, decidedBy: null, decisionMode: null, decision: null, reason: null } as const;

function settled({ submittedAt, due, evaluatorEmploymentId, lawHash }: Submitted): Settled {
  return { submittedAt, dueAt: due.dueAt, evaluatorEmploymentId, lawHash };
}

function submission(at: Date, by: Uuid): FlowEvent {
  return { at, action: 'submitted', by, capacity: null, reason: null, changes: [] };
}

function statusChange(before: string, after: string): FlowEvent['changes'] {
  return [{ field: 'status', before, after }];
}

function draft(createdAt: Date, owner: Uuid): Flow {
  const events: FlowEvent[] = [{ ...submission(createdAt, owner), action: 'created' }];
  return { ...UNDECIDED, status: 'draft', version: 1, createdAt, submittedAt: null, dueAt: null, evaluatorEmploymentId: null, lawHash: null, events };
}

/** Where silence approves, what is overdue has at least been seen: else it would have lapsed. */
function waiting(createdAt: Date, submitted: Submitted, owner: Uuid, version: number): Flow {
  const seen = submitted.due.onLapse === 'approve' ? new Date(submitted.submittedAt.getTime() + 3_600_000) : null;
  return { ...UNDECIDED, ...settled(submitted), seenAt: seen, createdAt, status: 'submitted', version, events: [submission(createdAt, owner)] };
}

function withdrawn(createdAt: Date, submitted: Submitted, owner: Uuid, at: Date): Flow {
  const events: FlowEvent[] = [submission(createdAt, owner), { ...submission(at, owner), action: 'withdrawn', changes: statusChange('submitted', 'withdrawn') }];
  return { ...UNDECIDED, ...settled(submitted), createdAt, status: 'withdrawn', version: 2, events };
}

/** KS 23(7): approved by the system, because the list was never opened. */
function lapsed(createdAt: Date, submitted: Submitted, owner: Uuid, at: Date, trigger: ApprovalDue['trigger']): Flow {
  const event: FlowEvent = { at, action: 'lapsed', by: null, capacity: null, reason: null, changes: statusChange('submitted', 'accepted') };
  return {
    ...UNDECIDED, ...settled(submitted), createdAt, status: 'accepted', version: 2, seenAt: trigger === 'notOpened' ? null : createdAt,
    decidedAt: at, decisionMode: 'lapse', decision: { postId: null, postName: null, capacity: null, chain: [] },
    events: [submission(createdAt, owner), event],
  };
}
