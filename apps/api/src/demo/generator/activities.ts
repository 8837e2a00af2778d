import type { ActivityStatus } from '@ekinerja/contracts/activities';
import type { ClockTime, IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { ResultTask } from '@ekinerja/contracts/skp';
import { monthOf, minutesOf } from '@ekinerja/regulations/dates';
import type { EntryDecision, EntryFlow, FlowEvent } from './activity-flow.js';
import { familyOf, type ActivityTemplate } from './families.js';
import type { DemoPerson, DemoPost, Regency } from './model.js';
import type { DemoOrganisation } from './organisation.js';
import { phrase } from './phrases.js';
import type { DemoResult, DemoSkp, PlanMaker } from './plans.js';
import type { PresenceDay, PresenceMaker } from './presence.js';
import { Random } from './random.js';
import { clock } from './timeline.js';

export interface EntryContent {
  date: IsoDate;
  startTime: ClockTime;
  endTime: ClockTime;
  minutes: number;
  description: string;
  quantity: number;
  unit: string;
  resultId: Uuid;
  task: ResultTask;
  evidenceLink: string | null;
}
export interface DemoActivity extends EntryContent {
  id: Uuid;
  employmentId: Uuid;
  skpdId: Uuid;
  status: ActivityStatus;
  version: number;
  createdAt: Date;
  submittedAt: Date | null;
  dueAt: Date | null;
  evaluatorEmploymentId: Uuid | null;
  seenAt: Date | null;
  decidedAt: Date | null;
  decidedBy: Uuid | null;
  decisionMode: 'evaluator' | 'lapse' | null;
  decision: EntryDecision | null;
  reason: string | null;
  lawHash: string | null;
  events: FlowEvent[];
}

/** Days on which nothing can be recorded. */
const NOTHING = new Set(['sick', 'leave-annual', 'leave-important', 'leave-large', 'leave-maternity', 'absent']);
const NOON = { from: 11 * 60 + 40, to: 13 * 60 };
/** How often a head does the section's work with their own hands. */
const OWN_HANDS: Record<string, number> = { pengawas: 0.3, fungsional: 0.35, administrator: 0.1 };

/** What people write of their days: their own work, a few entries a day, some days forgotten. */
export class ActivityMaker {
  constructor(
    private readonly regency: Regency,
    private readonly organisation: DemoOrganisation,
    private readonly plans: PlanMaker,
    private readonly presence: PresenceMaker,
    private readonly flow: EntryFlow,
  ) {}

  /** All entries of a person's month, for days before today. */
  month(person: DemoPerson, month: IsoMonth): DemoActivity[] {
    const random = new Random(`${this.regency.seed} activities ${person.employmentId} ${month}`);
    const nature = new Random(`${this.regency.seed} diligence ${person.employmentId}`);
    const empty = 0.02 + nature.next() * 0.09;
    const rate = 0.45 + nature.next() * 0.5;
    const skpdId = this.skpdOf(person, month);
    if (!skpdId) return [];
    const deck = new Deck(random);
    return this.presence.month(person, month).flatMap((day) => {
      if (day.date >= this.regency.today || NOTHING.has(day.status) || random.chance(empty)) return [];
      const plan = this.plans.on(person.employmentId, day.date);
      if (!plan || plan.status === 'draft') return [];
      const count = random.chance(rate) ? (random.chance(0.22) ? 3 : 2) : 1;
      return this.day(plan, day, count, deck, random).map((content) => {
        const id = random.uuid();
        // Assigned, not spread: by the million the difference is minutes.
        return Object.assign(content, this.flow.of(person, content, random), { id, employmentId: person.employmentId, skpdId });
      });
    });
  }

  private day(plan: DemoSkp, { date, checkIn, hours }: PresenceDay, count: number, deck: Deck, random: Random): EntryContent[] {
    const post = this.organisation.posts.get(plan.postId) as DemoPost;
    let at = Math.max(minutesOf(hours.start), checkIn === null ? 0 : minutesOf(checkIn)) + random.int(2, 9) * 5;
    at -= at % 5;
    const until = minutesOf(hours.end);
    const entries: EntryContent[] = [];
    for (let entry = 0; entry < count; entry++) {
      if (at >= NOON.from && at < NOON.to) at = NOON.to;
      const { result, template, topic } = this.work(post, plan, deck, random);
      const length = Math.min(random.int(template.minutes[0] / 5, template.minutes[1] / 5) * 5, until - at);
      if (length < 20) break;
      const quantity = random.int(...template.quantity);
      const values: Record<string, string | number> = topic === null ? { n: quantity } : { n: quantity, pokok: topic };
      const family = topic === null ? result.family : 'leadership';
      entries.push({
        date, startTime: clock(at), endTime: clock(at + length), minutes: length,
        description: phrase(template.text, family, plan.setting, date, random, values),
        quantity, unit: template.unit, resultId: result.id, task: result.task,
        evidenceLink: random.chance(0.07) ? `https://dokumen.contoh.example/bukti/${random.uuid().slice(0, 8)}` : null,
      });
      at += length + random.int(1, 8) * 5;
    }
    return entries;
  }

  /** A head leads; staff do. */
  private work(post: DemoPost, plan: DemoSkp, deck: Deck, random: Random): { result: DemoResult; template: ActivityTemplate; topic: string | null } {
    const result = random.pick(plan.results);
    const hands = result.family !== 'leadership' && (post.role !== 'head' || random.chance(OWN_HANDS[post.kind] ?? 0));
    const source = hands ? result.theme.activities : (familyOf('leadership').themes[0]?.activities ?? []);
    const topic = hands ? null : result.family === 'leadership' ? (plan.results[0]?.theme.topic ?? result.theme.topic) : result.theme.topic;
    return { result, template: deck.draw(hands ? result.id : 'leadership', source), topic };
  }

  /** SKPD of the first post in the month: as the API reckons it. */
  private skpdOf(person: DemoPerson, month: IsoMonth): Uuid | null {
    const held = this.organisation.assignmentsOf(person.employmentId)
      .filter((a) => a.kind === 'definitive' && monthOf(a.from) <= month && (a.to === null || a.to >= `${month}-01`))
      .sort((a, b) => (a.from < b.from ? -1 : 1))[0];
    const post = held && this.organisation.posts.get(held.postId);
    return (post && this.organisation.units.get(post.unitId)?.skpdId) ?? null;
  }
}

/** Templates come up in turn like cards, so that nobody writes the same sentence every other day. */
class Deck {
  private readonly piles = new Map<string, ActivityTemplate[]>();

  constructor(private readonly random: Random) {}

  draw(key: string, templates: readonly ActivityTemplate[]): ActivityTemplate {
    let pile = this.piles.get(key);
    if (!pile || pile.length === 0) this.piles.set(key, (pile = this.random.shuffled(templates)));
    const card = pile.pop();
    if (!card) throw new RangeError(`No activities for ${key}`);
    return card;
  }
}
