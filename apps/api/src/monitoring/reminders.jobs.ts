import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { addDays, endOfDay } from '@ekinerja/regulations/dates';
import { kindsWithSkp, skpDeadline } from '@ekinerja/regulations/skp-flow';
import { FeedbackSilenceService } from '../feedback/feedback-silence.service.js';
import { CaseRemindersService } from '../follow-up/case-reminders.service.js';
import { NotificationsService } from '../notifications/notifications.service.js';
import { Clock } from '../platform/clock.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { ScheduledWork } from '../platform/jobs/scheduled.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { RemindersRepository } from './reminders.repository.js';

const DAY_SECONDS = 86_400;
const DAY_MS = DAY_SECONDS * 1000;
/** Entries are told of two days ahead, an SKP a week ahead and on the last day. */
const AHEAD_MS = 2 * DAY_MS;
const SKP_AHEAD_DAYS = 7;
/** An SKP that is so long past its limit is a matter of the list of the late, not of a reminder. */
const SKP_LATE_DAYS = 60;

/**
 * Each morning: limits that come near and limits that have passed. One replica looks (a slot a day), and the key of each
 * matter makes it once to the reader, whoever looked and however often.
 */
@Injectable()
export class RemindersJobs implements OnModuleInit {
  constructor(
    private readonly scheduled: ScheduledWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly repository: RemindersRepository,
    private readonly feedback: FeedbackSilenceService,
    private readonly cases: CaseRemindersService,
    private readonly regulations: RegulationsService,
    private readonly notifications: NotificationsService,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe('evaluation.reminder', 'reminders', ({ evaluatorEmploymentId, kind, month, open, dueDate, stage }) =>
      this.notifications.tell([evaluatorEmploymentId], {
        topic: stage === 'late' ? 'evaluation-late' : 'evaluation-due', key: `evaluation-due:${kind}:${month}:${dueDate}:${stage}`,
        params: { count: open, month, date: dueDate },
        path: kind === 'annual' ? `/penilaian?bagian=tahunan&tahun=${month.slice(0, 4)}` : `/penilaian?bulan=${month}`,
      }));
  }

  @Cron('30 10 6 * * *')
  async daily(): Promise<void> {
    await this.scheduled.once('reminders', DAY_SECONDS, () => this.look());
  }

  /** What is handed in during the day and due on that same day (BK 4(2)) is told of before it is late. */
  @Cron('30 0 14 * * *')
  async afternoon(): Promise<void> {
    await this.scheduled.once('reminders.afternoon', DAY_SECONDS, () => this.lookToday());
  }

  async lookToday(): Promise<void> {
    const today = this.clock.today();
    const zone = this.clock.timeZone;
    for (const { employmentId, count } of await this.repository.toDecide(this.clock.now(), endOfDay(today, zone), zone)) {
      await this.notifications.tell([employmentId], { topic: 'activity-approval-due', key: `approval-due:${today}:last`, params: { count, date: today }, path: '/persetujuan' });
    }
  }

  async look(): Promise<void> {
    await this.entries();
    await this.skps();
    await this.feedbackDue();
    await this.caseEnds();
  }

  private async entries(): Promise<void> {
    const now = this.clock.now();
    const zone = this.clock.timeZone;
    for (const { employmentId, count, dueOn } of await this.repository.toDecide(now, new Date(now.getTime() + AHEAD_MS), zone)) {
      await this.notifications.tell([employmentId], { topic: 'activity-approval-due', key: `approval-due:${dueOn}`, params: { count, date: dueOn }, path: '/persetujuan' });
    }
    // By the newest limit: one old entry that stays undecided does not silence those that become late after it.
    for (const { employmentId, count, dueOn, lastDueOn } of await this.repository.toDecide(null, now, zone)) {
      await this.notifications.tell([employmentId], { topic: 'activity-approval-late', key: `approval-late:${lastDueOn}`, params: { count, date: dueOn }, path: '/persetujuan' });
    }
    const today = this.clock.today();
    for (const { skpdId, count, accountIds } of await this.repository.silent(now, today)) {
      await this.notifications.tellAccounts(accountIds, { topic: 'silence', key: `silence:${skpdId}:${monday(today)}`, params: { count }, path: `/pantau?bagian=kegiatan&skpd=${skpdId}` });
    }
  }

  private async skps(): Promise<void> {
    const today = this.clock.today();
    const year = Number(today.slice(0, 4));
    const lawDue = skpDeadline(year, await this.regulations.lawOn(today));
    for (const { employmentId, dueOn } of await this.repository.withoutSkp(year, today, kindsWithSkp(await this.regulations.law(), today))) {
      const due = dueOn ?? lawDue;
      const notice = { params: { date: due }, path: '/skp' };
      if (due < today && due >= addDays(today, -SKP_LATE_DAYS)) await this.notifications.tell([employmentId], { topic: 'skp-late', key: `skp-late:${due}`, ...notice });
      if (due >= today && due <= addDays(today, SKP_AHEAD_DAYS)) await this.notifications.tell([employmentId], { topic: 'skp-due', key: `skp-due:${due}`, ...notice });
      if (due === today) await this.notifications.tell([employmentId], { topic: 'skp-due', key: `skp-due:${due}:last`, ...notice });
    }
  }

  private async feedbackDue(): Promise<void> {
    const today = this.clock.today();
    for (const [employmentId, count] of await this.feedback.lateByLeader(today)) {
      await this.notifications.tell([employmentId], { topic: 'feedback-late', key: `feedback-late:${today.slice(0, 7)}`, params: { count }, path: '/umpan-balik' });
    }
  }

  /** TL 34.e: the end of a time given is announced ahead, and once more when it has passed. */
  private async caseEnds(): Promise<void> {
    for (const { caseId, personName, dueOn, passed, employmentIds, accountIds } of await this.cases.ends(this.clock.today())) {
      const notice = { topic: 'case-due', key: `case-due:${caseId}:${dueOn}${passed ? ':over' : ''}`, params: { name: personName, date: dueOn }, path: `/tindak-lanjut/${caseId}` } as const;
      await this.notifications.tell(employmentIds, notice);
      await this.notifications.tellAccounts(accountIds, notice);
    }
  }
}

/** A matter that goes on is told once a week. */
function monday(date: IsoDate): IsoDate {
  return addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
}
