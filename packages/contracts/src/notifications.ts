import type { IsoInstant, Uuid } from './basics.js';

/** What people are told of; the words are in the message files, by topic, in both languages. */
export const NOTIFICATION_TOPICS = [
  'activity-decided', 'activity-refused', 'activity-corrected', 'activity-lapsed', 'evaluation-determined', 'evaluation-determined-annual', 'evaluation-changed', 'leader-result', 'measurement-stated', 'evaluation-neglected', 'objection-filed', 'objection-known', 'objection-asked', 'objection-explained', 'objection-withdrawn', 'objection-overdue', 'objection-decided', 'entry-reopened', 'entry-by-unit', 'feedback-given',
  'feedback-answered', 'progress-marked', 'coaching-opened', 'coaching-proposed', 'case-moved', 'case-due', 'reward-given', 'report-passed', 'request-waiting', 'request-moved',
  'request-reported', 'request-done', 'activity-approval-due', 'activity-approval-late', 'skp-due', 'skp-late', 'skp-waiting', 'skp-moved', 'evaluation-due', 'evaluation-late', 'feedback-late', 'silence',
] as const;
export type NotificationTopic = (typeof NOTIFICATION_TOPICS)[number];

export const MAIL_MODES = ['off', 'immediate', 'digest'] as const;
export type MailMode = (typeof MAIL_MODES)[number];
export const MAIL_LANGUAGES = ['id', 'en'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

export type NotificationParams = Record<string, string | number>;

export interface NotificationItem {
  id: Uuid;
  topic: NotificationTopic;
  params: NotificationParams;
  /** Page of the portal that it is about. */
  path: string;
  at: IsoInstant;
  readAt: IsoInstant | null;
}
export interface NotificationCount {
  unread: number;
}
export interface NotificationSettings {
  email: string | null;
  mail: MailMode;
  language: MailLanguage;
  /** Topics that are not told at all. */
  muted: NotificationTopic[];
  /** The server can send mail. */
  mailWorks: boolean;
}
export interface SaveNotificationSettings {
  email: string | null;
  mail: MailMode;
  language: MailLanguage;
  muted: NotificationTopic[];
}
