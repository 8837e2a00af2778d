import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { WorkQueue } from './work-queue.js';

/** What a lower feature tells the higher ones; one line a topic, with what it carries. */
export interface Events {
  /** In force, for the first time or as a changed version. */
  'skp.determined': { skpId: string; employmentId: string; version: number };
  /** For the first time (`version` 1) or as a changed version, of the evaluator or of an objection. */
  'evaluation.determined': { employmentId: string; month: string; kind?: 'annual'; version: number };
  /** An attainment was signed that a leader, rated already, does not follow: their evaluator rates anew. */
  'leader-result.differs': { evaluatorEmploymentId: string; leaderName: string; unitId: string; unitName: string; kind: 'periodic' | 'annual'; month: string; version: number };
  /** The employee has the document: the objection's time runs. */
  'evaluation.received': { evaluationId: string; employmentId: string; version: number };
  /** Results of a period were handed in: they wait for the evaluator. */
  'measurement.stated': { measurementId: string; employmentId: string; evaluatorEmploymentId: string; personName: string; rhythm: string; month: string; version: number };
  /** Subordinates not evaluated yet, on the last day for it. */
  'evaluation.reminder': { evaluatorEmploymentId: string; kind: 'periodic' | 'annual'; month: string; open: number; dueDate: string; stage: 'ahead' | 'last' | 'late' };
  /** BN 14(3): not evaluated at all, past the limit that the regulation reads; a case of discipline to be recorded. */
  'evaluation.neglected': { evaluatorEmploymentId: string; employmentId: string; kind: 'periodic' | 'annual'; month: string; dueDate: string };
  /** `employmentIds`: whom it concerns, the three of the case; `examinerIds`: whom of them it waits for. Passed on, both are the new ones. */
  'objection.filed': { objectionId: string; employmentIds: string[]; examinerIds: string[] };
  'objection.asked': { objectionId: string; statementId: string; side: 'employee' | 'evaluator'; employmentIds: string[] };
  /** An explanation stands in the file: its examiners look. */
  'objection.explained': { objectionId: string; statementId: string; employmentIds: string[] };
  'objection.withdrawn': { objectionId: string; employmentIds: string[] };
  'objection.overdue': { objectionId: string; tier: number; employmentIds: string[] };
  'objection.decided': { objectionId: string; outcome: 'uphold' | 'change'; employmentIds: string[] };
  /** `version` of the entry tells one decision from the next; `on` is the local day of it. */
  'activity.decided': { activityId: string; employmentId: string; date: string; outcome: 'accepted' | 'refused' | 'corrected' | 'lapsed'; what: string; reason: string | null; version: number; on: string };
  /** KS 16(b): by the unit admin; `version` of the entry tells one writing from the next. */
  'activity.written-by-unit': { activityId: string; employmentId: string; date: string; byName: string; version: number };
  'organisation.changed': { version: number };
  /** `to`: the last day on which it holds, as things stand. */
  'regulation.enacted': { id: string; kind: string; from: string; to: string | null };
  /** Who held what, or the class of it, is now otherwise from a day of a month gone by. */
  'posts.backdated': { employmentIds: string[]; from: string };
  /** Somebody was moved, promoted, released, brought back or has left; `from` may lie in the past. `instead`: as what it was recorded before. */
  'employment.changed': { employmentId: string; eventId: string; kind: string; from: string; spmtOn: string | null; movesPost: boolean; takenBack?: boolean; instead?: { from: string; spmtOn: string | null; movesPost: boolean } };
  /** A fact of pay was recorded, ended or taken back for a month that is closed already. */
  'pay-record.changed': { employmentIds: string[]; from: string };
  'feedback.given': { feedbackId: string; employmentId: string; byName: string };
  /** `employmentId`: whoever gave it. */
  'feedback.answered': { feedbackId: string; employmentId: string; byName: string };
  /** To somebody outside, by mail; the address itself is never kept. */
  'feedback.invited': { invitationId: string; email: string; name: string; personName: string; url: string };
  'progress.measure': { markId: string; employmentId: string; measure: string };
  'coaching.opened': { coachingId: string; employmentId: string };
  'coaching.proposed': { coachingId: string; employmentId: string; name: string; byName: string; employmentIds: string[] };
  /** A step that its owner did not take: returned, agreed, determined, expected … */
  'skp.moved': { skpId: string; employmentId: string; action: string; byName: string; at: string };
  /** Handed in or disputed: it waits for that person. */
  'skp.waits': { skpId: string; employmentId: string; ofName: string; at: string };
  /** The unit's admin reminds whoever has not handed one in. */
  'skp.reminded': { employmentIds: string[]; year: number; date: string; on: string };
  'entry.reopened': { employmentId: string; from: string; to: string; until: string };
  'suggestion.sent': { suggestionId: string };
  'suggestion.answered': { suggestionId: string };
  /** A case was opened or took a step. */
  'case.moved': { caseId: string; employmentId: string; action: string };
  'reward.given': { rewardId: string; employmentId: string; name: string };
  /** `employmentId`: with whom the report lies now. */
  'performance-report.passed': { reportId: string; employmentId: string; fromName: string };
  'month.closed': { runId: string; skpdId: string; month: string };
}
export type Topic = keyof Events;

/** Announcements, written in the caller's transaction as one work a subscriber and delivered at least once. */
@Injectable()
export class Outbox {
  private readonly subscribers = new Map<Topic, string[]>();

  constructor(
    private readonly db: Database,
    private readonly work: WorkQueue,
  ) {}

  /** `subscriber` names who listens, e.g. `tpp.adjustments`; it stays the same over releases. The handler runs in one transaction; `jobId` is the same whenever the announcement is delivered again. */
  subscribe<T extends Topic>(topic: T, subscriber: string, handler: (payload: Events[T], jobId: string) => Promise<void>): void {
    const task = `${topic}>${subscriber}`;
    this.subscribers.set(topic, [...(this.subscribers.get(topic) ?? []), task]);
    this.work.define<Events[T]>(task, (payload, jobId) => this.db.transaction(() => handler(payload, jobId)));
  }

  async announce<T extends Topic>(topic: T, payload: Events[T]): Promise<void> {
    for (const task of this.subscribers.get(topic) ?? []) await this.work.add(task, payload);
  }

  /** Announcements that leave only after some seconds and can be taken back until then, under a key of their own each. */
  async announceLater<T extends Topic>(topic: T, seconds: number, payloads: { key: string; payload: Events[T] }[]): Promise<void> {
    for (const task of this.subscribers.get(topic) ?? []) {
      await this.work.addAll(task, payloads.map(({ key, payload }) => ({ key: `${task}:${key}`, payload })), seconds);
    }
  }

  async takeBack(topic: Topic, keys: string[]): Promise<void> {
    for (const task of this.subscribers.get(topic) ?? []) await this.work.remove(keys.map((key) => `${task}:${key}`));
  }
}
