import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { SilentLeader, SilentLeaders } from '@ekinerja/contracts/feedback';
import { coachingRules, feedbackPeriod, heardSince } from '@ekinerja/regulations/feedback';
import { LeadersService } from '../organisation/leaders.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { FeedbackRhythmService } from './feedback-rhythm.service.js';
import { FeedbackRepository } from './feedback.repository.js';
import { ProgressRepository } from './progress.repository.js';

/** Whom each leader leads: as the evaluator, and recorded beside one (TL 1 angka 16). */
type ByLeader = Map<Uuid, { derived: Uuid[]; beside: Uuid[] }>;

/** Who gave no feedback, is late with it, or has not coached (TL 16(1), 18(2), BK 6(1)). */
@Injectable()
export class FeedbackSilenceService {
  constructor(
    private readonly repository: FeedbackRepository,
    private readonly progress: ProgressRepository,
    private readonly rhythm: FeedbackRhythmService,
    private readonly organisation: OrganisationService,
    private readonly leadersOf: LeadersService,
    private readonly regulations: RegulationsService,
  ) {}

  async leaders(actor: Actor, skpdId: Uuid | null): Promise<SilentLeaders> {
    const law = await this.regulations.lawOn(actor.today);
    const rules = coachingRules(law);
    const every = rules.every;
    const cite = law.performance.rules.feedback ? law.performance.cite('feedback') : null;
    const byLeader = await this.byLeader(this.scope(actor, skpdId), actor.today);
    const everybody = [...new Set([...byLeader.values()].flatMap(({ derived, beside }) => [...derived, ...beside]))];
    const heard = await this.heard(everybody, byLeader, heardSince(law, actor.today), actor.today);
    const due = await this.rhythm.dueOf(everybody, actor.today);
    const year = every ? feedbackPeriod(every, actor.today) : null;
    const coached = year ? await this.progress.coached(everybody, year.from, year.to) : null;
    const snapshot = await this.organisation.onDate(actor.today);
    const items = [...byLeader].flatMap(([employmentId, { derived, beside }]): SilentLeader[] => {
      const leader = snapshot.employments.get(employmentId);
      if (!leader) return [];
      const post = snapshot.definitivePost(employmentId);
      const people = [...derived, ...beside];
      return [{
        employmentId, personName: leader.name, nip: leader.nip, postName: post?.postName ?? null, unitName: post?.unitName ?? null, people: people.length,
        withoutFeedback: cite ? people.filter((id) => !heard(employmentId, id)).length : 0,
        late: people.filter((id) => due.get(id)?.due.late).length,
        // BK 6(1) binds the direct superior alone.
        withoutCoaching: coached ? derived.filter((id) => !coached.has(id)).length : null,
      }];
    });
    const silent = items.filter((item) => item.withoutFeedback + item.late + (item.withoutCoaching ?? 0) > 0);
    silent.sort((a, b) => b.late - a.late || b.withoutFeedback - a.withoutFeedback || a.personName.localeCompare(b.personName, 'id'));
    return { cite, coachingCite: every ? rules.cite : null, items: silent };
  }

  /** For reminders: who is late with periodic feedback, and for how many of their people. */
  async lateByLeader(today: IsoDate): Promise<Map<Uuid, number>> {
    const byLeader = await this.byLeader(null, today);
    const due = await this.rhythm.dueOf([...new Set([...byLeader.values()].flatMap(({ derived, beside }) => [...derived, ...beside]))], today);
    const late = new Map<Uuid, number>();
    for (const [leader, { derived, beside }] of byLeader) {
      const count = [...derived, ...beside].filter((id) => due.get(id)?.due.late).length;
      if (count > 0) late.set(leader, count);
    }
    return late;
  }

  /** SKPDs asked for, as far as the role reaches; null: all. */
  private scope(actor: Actor, skpdId: Uuid | null): ReadonlySet<Uuid> | null {
    const held = reach(actor, ['superadmin', 'auditor', 'unit-admin', 'unit-head']);
    if (skpdId === null) return held && new Set(held);
    return new Set(held === null || held.includes(skpdId) ? [skpdId] : []);
  }

  /**
   * Whether a leader gave something to a person. What the leader before said counts for whoever leads now; what another
   * leader of today said does not: each of them must.
   */
  private async heard(people: Uuid[], byLeader: ByLeader, from: IsoDate, to: IsoDate): Promise<(leader: Uuid, person: Uuid) => boolean> {
    const givers = new Map<Uuid, Uuid[]>();
    for (const { employmentId, leaderId } of await this.repository.heard(people, from, to)) givers.set(employmentId, [...(givers.get(employmentId) ?? []), leaderId]);
    const leads = new Set([...byLeader].flatMap(([leader, { derived, beside }]) => [...derived, ...beside].map((person) => `${leader} ${person}`)));
    return (leader, person) => (givers.get(person) ?? []).some((giver) => giver === leader || !leads.has(`${giver} ${person}`));
  }

  private async byLeader(skpdIds: ReadonlySet<Uuid> | null, date: IsoDate): Promise<ByLeader> {
    const snapshot = await this.organisation.onDate(date);
    const byLeader: ByLeader = new Map();
    const of = (leader: Uuid) => byLeader.get(leader) ?? byLeader.set(leader, { derived: [], beside: [] }).get(leader)!;
    const inScope = (id: Uuid) => {
      const skpd = snapshot.definitivePost(id)?.skpdId;
      return Boolean(skpd) && (!skpdIds || skpdIds.has(skpd as Uuid));
    };
    for (const id of snapshot.employments.keys()) {
      if (!inScope(id)) continue;
      const leader = (await this.organisation.evaluatorOn(id, date)).evaluator?.employmentId;
      if (leader) of(leader).derived.push(id);
    }
    for (const { employmentId, leaderId } of await this.leadersOf.ledBeside(date)) {
      if (inScope(employmentId) && !of(leaderId).derived.includes(employmentId)) of(leaderId).beside.push(employmentId);
    }
    return byLeader;
  }
}
