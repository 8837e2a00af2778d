import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { SilentLeader, SilentLeaders } from '@ekinerja/contracts/feedback';
import { coachingRules, feedbackPeriod } from '@ekinerja/regulations/feedback';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { FeedbackRhythmService } from './feedback-rhythm.service.js';
import { FeedbackRepository } from './feedback.repository.js';
import { ProgressRepository } from './progress.repository.js';

/** Who gave no feedback, is late with it, or has not coached (TL 16(1), 18(2), BK 6(1)). */
@Injectable()
export class FeedbackSilenceService {
  constructor(
    private readonly repository: FeedbackRepository,
    private readonly progress: ProgressRepository,
    private readonly rhythm: FeedbackRhythmService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
  ) {}

  async leaders(actor: Actor, skpdId: Uuid | null): Promise<SilentLeaders> {
    const law = await this.regulations.lawOn(actor.today);
    const rules = coachingRules(law);
    const every = rules.every;
    const cite = law.performance.rules.feedback ? law.performance.cite('feedback') : null;
    const byLeader = await this.byLeader(this.scope(actor, skpdId), actor.today);
    const everybody = [...byLeader.values()].flat();
    const period = feedbackPeriod(law.performance.rules.feedback?.periodic.every ?? 'quarterly', actor.today);
    const heard = await this.repository.withAny(everybody, period.from, actor.today);
    const due = await this.rhythm.dueOf(everybody, actor.today);
    const year = every ? feedbackPeriod(every, actor.today) : null;
    const coached = year ? await this.progress.coached(everybody, year.from, year.to) : null;
    const snapshot = await this.organisation.onDate(actor.today);
    const items = [...byLeader].flatMap(([employmentId, people]): SilentLeader[] => {
      const leader = snapshot.employments.get(employmentId);
      if (!leader) return [];
      const post = snapshot.definitivePost(employmentId);
      return [{
        employmentId, personName: leader.name, nip: leader.nip, postName: post?.postName ?? null, unitName: post?.unitName ?? null, people: people.length,
        withoutFeedback: cite ? people.filter((id) => !heard.has(id)).length : 0,
        late: people.filter((id) => due.get(id)?.due.late).length,
        withoutCoaching: coached ? people.filter((id) => !coached.has(id)).length : null,
      }];
    });
    const silent = items.filter((item) => item.withoutFeedback + item.late + (item.withoutCoaching ?? 0) > 0);
    silent.sort((a, b) => b.late - a.late || b.withoutFeedback - a.withoutFeedback || a.personName.localeCompare(b.personName, 'id'));
    return { cite, coachingCite: every ? rules.cite : null, items: silent };
  }

  /** For reminders: who is late with periodic feedback, and for how many of their people. */
  async lateByLeader(today: IsoDate): Promise<Map<Uuid, number>> {
    const byLeader = await this.byLeader(null, today);
    const due = await this.rhythm.dueOf([...byLeader.values()].flat(), today);
    const late = new Map<Uuid, number>();
    for (const [leader, people] of byLeader) {
      const count = people.filter((id) => due.get(id)?.due.late).length;
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

  private async byLeader(skpdIds: ReadonlySet<Uuid> | null, date: IsoDate): Promise<Map<Uuid, Uuid[]>> {
    const snapshot = await this.organisation.onDate(date);
    const byLeader = new Map<Uuid, Uuid[]>();
    for (const id of snapshot.employments.keys()) {
      const skpd = snapshot.definitivePost(id)?.skpdId;
      if (!skpd || (skpdIds && !skpdIds.has(skpd))) continue;
      const leader = (await this.organisation.evaluatorOn(id, date)).evaluator?.employmentId;
      if (leader) byLeader.set(leader, [...(byLeader.get(leader) ?? []), id]);
    }
    return byLeader;
  }
}
