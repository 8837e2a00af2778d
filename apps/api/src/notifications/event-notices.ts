import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox, type Events } from '../platform/jobs/outbox.js';
import { fill, MAIL_FRAME } from './notification-words.js';
import { NotificationsService, type Notice } from './notifications.service.js';

const NAME = 'notifications';

/** Which announcement tells whom. Delivered at least once; the key makes it once to the reader. */
@Injectable()
export class EventNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly notifications: NotificationsService,
  ) {}

  onModuleInit(): void {
    const { outbox, notifications: tell } = this;
    outbox.subscribe('activity.decided', NAME, (decided) => tell.tell([decided.employmentId], noticeOfDecision(decided)));
    // TL 35(a): each version is a document of its own, whose receipt starts the time for an objection.
    outbox.subscribe('evaluation.determined', NAME, ({ employmentId, month, kind, version }) => {
      const topic = version > 1 ? 'evaluation-changed' : kind === 'annual' ? 'evaluation-determined-annual' : 'evaluation-determined';
      const period = kind === 'annual' ? month.slice(0, 4) : month;
      return tell.tell([employmentId], { topic, key: `evaluation:${employmentId}:${kind ?? 'periodic'}:${month}:${version}`, params: { month: period }, path: '/hasil' });
    });
    outbox.subscribe('leader-result.differs', NAME, ({ evaluatorEmploymentId, leaderName, unitId, unitName, kind, month, version }) => {
      const path = kind === 'annual' ? `/penilaian?bagian=tahunan&tahun=${month.slice(0, 4)}` : `/penilaian?bulan=${month}`;
      return tell.tell([evaluatorEmploymentId], { topic: 'leader-result', key: `leader-result:${unitId}:${kind}:${month}:${version}`, params: { name: leaderName, unit: unitName }, path });
    });
    outbox.subscribe('measurement.stated', NAME, ({ measurementId, employmentId, evaluatorEmploymentId, personName, rhythm, month, version }) =>
      tell.tell([evaluatorEmploymentId], {
        topic: 'measurement-stated', key: `measurement:${measurementId}:${version}`, params: { name: personName, month }, path: `/penilaian/realisasi/${employmentId}?periode=${rhythm}&bulan=${month}`,
      }));
    // BN 14(3): one notice a period, whoever many are on record.
    outbox.subscribe('evaluation.neglected', NAME, ({ evaluatorEmploymentId, kind, month }) =>
      tell.tell([evaluatorEmploymentId], { topic: 'evaluation-neglected', key: `neglected:${kind}:${month}`, params: { month: kind === 'annual' ? month.slice(0, 4) : month }, path: '/penilaian' }));
    outbox.subscribe('objection.filed', NAME, async ({ objectionId, employmentIds, examinerIds }) => {
      const path = `/keberatan/${objectionId}`;
      await tell.tell(examinerIds, { topic: 'objection-filed', key: `objection:${objectionId}:filed`, path });
      const others = employmentIds.filter((id) => !examinerIds.includes(id));
      await tell.tell(others, { topic: 'objection-known', key: `objection:${objectionId}:filed`, path });
    });
    outbox.subscribe('objection.asked', NAME, ({ objectionId, statementId, employmentIds }) =>
      tell.tell(employmentIds, { topic: 'objection-asked', key: `objection:${objectionId}:asked:${statementId}`, path: `/keberatan/${objectionId}` }));
    outbox.subscribe('objection.explained', NAME, ({ objectionId, statementId, employmentIds }) =>
      tell.tell(employmentIds, { topic: 'objection-explained', key: `objection:${objectionId}:explained:${statementId}`, path: `/keberatan/${objectionId}` }));
    outbox.subscribe('objection.withdrawn', NAME, ({ objectionId, employmentIds }) =>
      tell.tell(employmentIds, { topic: 'objection-withdrawn', key: `objection:${objectionId}:withdrawn`, path: `/keberatan/${objectionId}` }));
    outbox.subscribe('objection.overdue', NAME, ({ objectionId, tier, employmentIds }) =>
      tell.tell(employmentIds, { topic: 'objection-overdue', key: `objection:${objectionId}:overdue:${tier}`, path: `/keberatan/${objectionId}` }));
    outbox.subscribe('objection.decided', NAME, ({ objectionId, employmentIds }) =>
      tell.tell(employmentIds, { topic: 'objection-decided', key: `objection:${objectionId}:decided`, path: `/keberatan/${objectionId}` }));
    outbox.subscribe('entry.reopened', NAME, ({ employmentId, from, to, until }) =>
      tell.tell([employmentId], { topic: 'entry-reopened', key: `reopened:${employmentId}:${from}:${to}:${until}`, params: { from, to, until }, path: dayPage(from) }));
    outbox.subscribe('activity.written-by-unit', NAME, ({ activityId, employmentId, date, byName, version }) =>
      tell.tell([employmentId], { topic: 'entry-by-unit', key: `by-unit:${activityId}:${version}`, params: { by: byName, date }, path: dayPage(date) }));
    outbox.subscribe('skp.moved', NAME, ({ skpId, employmentId, action, byName, at }) =>
      tell.tell([employmentId], { topic: 'skp-moved', key: `skp:${skpId}:${action}:${at}`, params: { by: byName }, path: `/skp/${skpId}` }));
    outbox.subscribe('skp.waits', NAME, ({ skpId, employmentId, ofName, at }) =>
      tell.tell([employmentId], { topic: 'skp-waiting', key: `skp:${skpId}:waits:${at}`, params: { name: ofName }, path: `/skp/${skpId}` }));
    // Pressed twice on one day it is one reminder.
    outbox.subscribe('skp.reminded', NAME, ({ employmentIds, year, date, on }) =>
      tell.tell(employmentIds, { topic: 'skp-due', key: `skp-reminded:${year}:${on}`, params: { date }, path: `/skp?tahun=${year}` }));
    outbox.subscribe('feedback.given', NAME, ({ feedbackId, employmentId, byName }) =>
      tell.tell([employmentId], { topic: 'feedback-given', key: `feedback:${feedbackId}`, params: { by: byName }, path: '/umpan-balik' }));
    outbox.subscribe('feedback.answered', NAME, ({ feedbackId, employmentId, byName }) =>
      tell.tell([employmentId], { topic: 'feedback-answered', key: `feedback:${feedbackId}:answer`, params: { by: byName }, path: '/umpan-balik?bagian=diberikan' }));
    outbox.subscribe('feedback.invited', NAME, ({ invitationId, email, name, personName, url }) => {
      const params = { name, person: personName, url };
      return tell.mailOutside({ to: email, subject: fill(MAIL_FRAME.id.invite, params), text: fill(MAIL_FRAME.id.inviteText, params), messageId: `<invitation-${invitationId}@ekinerja>` });
    });
    outbox.subscribe('progress.measure', NAME, ({ markId, employmentId, measure }) =>
      tell.tell([employmentId], { topic: 'progress-marked', key: `progress:${markId}:${measure}`, path: `/umpan-balik/${employmentId}` }));
    outbox.subscribe('coaching.opened', NAME, ({ coachingId, employmentId }) =>
      tell.tell([employmentId], { topic: 'coaching-opened', key: `coaching:${coachingId}`, path: `/umpan-balik/${employmentId}` }));
    outbox.subscribe('coaching.proposed', NAME, ({ coachingId, employmentId, name, byName, employmentIds }) =>
      tell.tell(employmentIds, { topic: 'coaching-proposed', key: `coaching:${coachingId}:proposed`, params: { name, by: byName }, path: `/umpan-balik/${employmentId}` }));
    outbox.subscribe('case.moved', NAME, ({ caseId, employmentId, action }) =>
      tell.tell([employmentId], { topic: 'case-moved', key: `case:${caseId}:${action}`, path: `/tindak-lanjut/${caseId}` }));
    outbox.subscribe('reward.given', NAME, ({ rewardId, employmentId, name }) =>
      tell.tell([employmentId], { topic: 'reward-given', key: `reward:${rewardId}`, params: { name }, path: '/tindak-lanjut?bagian=penghargaan' }));
    outbox.subscribe('performance-report.passed', NAME, ({ reportId, employmentId, fromName }) =>
      tell.tell([employmentId], { topic: 'report-passed', key: `report:${reportId}:${employmentId}`, params: { by: fromName }, path: '/tindak-lanjut?bagian=laporan' }));
  }
}

/** Longest part of an owner's or a superior's words in a notice; the whole stands on the entry. */
const QUOTED = 160;

/**
 * Each refusal and each correction by itself, with its reason (KS 23(8), 17(c)). What was accepted, by the evaluator or by
 * lapse, is told once for a day of work and a day of deciding: an evaluator decides twenty at once.
 */
function noticeOfDecision({ activityId, employmentId, date, outcome, what, reason, version, on }: Events['activity.decided']): Notice {
  const path = dayPage(date);
  if (outcome === 'refused' || outcome === 'corrected') {
    return { topic: `activity-${outcome}`, key: `activity-${outcome}:${activityId}:${version}`, params: { date, what: quoted(what), reason: quoted(reason ?? '–') }, path };
  }
  if (outcome === 'lapsed') return { topic: 'activity-lapsed', key: `activity-lapsed:${employmentId}:${date}:${on}`, params: { date }, path };
  return { topic: 'activity-decided', key: `activity:${employmentId}:${date}:${on}`, params: { date }, path };
}

/** A day of a month that is perhaps not the present one. */
function dayPage(date: string): string {
  return `/kegiatan?bulan=${date.slice(0, 7)}&tanggal=${date}`;
}

function quoted(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED - 1)}…` : text;
}
