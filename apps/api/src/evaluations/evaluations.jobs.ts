import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import { addDays, addMonths, lastDay, localDate, monthOf } from '@ekinerja/regulations/dates';
import { neglectedFrom } from '@ekinerja/regulations/evaluation';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { ScheduledWork } from '../platform/jobs/scheduled.js';
import { EvaluationListsRepository } from './evaluation-lists.repository.js';
import { RatingLineService } from './rating-line.service.js';
import { RatingRulesService } from './rating-rules.service.js';

const DAY_SECONDS = 86_400;
const PAGE = 500;
/** Evaluation opens on the last working day at the earliest; further before a month's end nobody is looked through. */
const DAYS_BEFORE_THE_END = 10;
/** Months that may still come to be neglected: a limit of a month or two after the period. */
const MONTHS_BACK = 3;

/** Reminded this many days ahead, on the last day, and once when it is late: also where a day of work was missed. */
const AHEAD_DAYS = 2;
const LATE_DAYS = 31;

interface Reminder {
  evaluatorEmploymentId: Uuid;
  dueDate: IsoDate;
  stage: 'ahead' | 'last' | 'late';
  open: number;
}

/** Daily: evaluators are reminded of whom they have not evaluated; who never is becomes a case (BN 14(3)). */
@Injectable()
export class EvaluationsJobs {
  constructor(
    private readonly scheduled: ScheduledWork,
    private readonly clock: Clock,
    private readonly lists: EvaluationListsRepository,
    private readonly lines: RatingLineService,
    private readonly rules: RatingRulesService,
    private readonly organisation: OrganisationService,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
  ) {}

  @Cron('0 30 6 * * *')
  async daily(): Promise<void> {
    await this.scheduled.once('evaluations.daily', DAY_SECONDS, () => this.look());
  }

  async look(): Promise<void> {
    const present = monthOf(this.clock.today());
    const since = await this.lists.keptSince();
    // What fell due before evaluations were kept here says nothing about anybody.
    if (!since) return;
    const first = localDate(since, this.clock.timeZone);
    // The present month too: where the limit runs from the handing in it may end soon after the month.
    for (let back = MONTHS_BACK; back >= 0; back -= 1) {
      const month = addMonths(present, -back);
      await this.month('periodic', month, first);
      if (month.endsWith('-12')) await this.month('annual', month, first);
    }
  }

  private async month(kind: EvaluationKind, month: IsoMonth, first: IsoDate): Promise<void> {
    const today = this.clock.today();
    if (addDays(lastDay(month), -DAYS_BEFORE_THE_END) > today) return;
    const org = await this.organisation.onDate(lastDay(month));
    const reminders = new Map<string, Reminder>();
    for (let after: [string, Uuid] | null = null; ;) {
      const rows = await this.lists.unevaluated({ kind, month, date: lastDay(month), skpdIds: null }, after, PAGE);
      for (const { employmentId, neglected } of rows) {
        const employment = org.employments.get(employmentId);
        if (!employment || neglected) continue;
        const { law, form, due, opensOn } = await this.rules.of({ employmentId, employeeKind: employment.kind, kind, month, today, skp: null });
        const { evaluator } = await this.lines.evaluatorFor(employmentId, month, today);
        if (!evaluator || form.months.to !== month || today < opensOn) continue;
        const stage = due.date >= first ? stageOf(due.date, today) : null;
        if (stage) {
          const key = `${evaluator.employmentId} ${due.date}`;
          const one = reminders.get(key) ?? { evaluatorEmploymentId: evaluator.employmentId, dueDate: due.date, stage, open: 0 };
          reminders.set(key, { ...one, open: one.open + 1 });
        }
        const from = neglectedFrom(due.date, law);
        if (from !== null && today >= from && due.date >= first) await this.neglected(kind, month, employmentId, evaluator.employmentId, due.date);
      }
      const last = rows.at(-1);
      if (rows.length < PAGE || !last) break;
      after = [last.personName, last.employmentId];
    }
    for (const reminder of reminders.values()) await this.outbox.announce('evaluation.reminder', { kind, month, ...reminder });
  }

  private async neglected(kind: EvaluationKind, month: IsoMonth, employmentId: Uuid, evaluator: Uuid, dueDate: string): Promise<void> {
    if (!(await this.lists.neglect({ employmentId, kind, month, evaluator, dueDate, at: this.clock.now() }))) return;
    await this.audit.record({
      actor: systemActor('evaluations'), action: 'evaluation.neglected', subjectType: 'employment', subjectId: employmentId, after: { kind, month, evaluator, dueDate },
    });
    await this.outbox.announce('evaluation.neglected', { evaluatorEmploymentId: evaluator, employmentId, kind, month, dueDate });
  }
}

function stageOf(dueDate: IsoDate, today: IsoDate): Reminder['stage'] | null {
  if (dueDate === today) return 'last';
  if (dueDate > today) return dueDate <= addDays(today, AHEAD_DAYS) ? 'ahead' : null;
  return dueDate >= addDays(today, -LATE_DAYS) ? 'late' : null;
}
