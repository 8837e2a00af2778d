import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { MailLanguage, MailMode, NotificationItem, NotificationParams, NotificationTopic } from '@ekinerja/contracts/notifications';
import { Database } from '../platform/database/database.js';

export interface Told {
  id: Uuid;
  accountId: Uuid;
  mail: 'none' | 'waiting' | 'digest';
}
export type NotificationRow = Omit<NotificationItem, 'at' | 'readAt'> & { at: Date; readAt: Date | null };
export interface SettingRow {
  email: string | null;
  mail: MailMode;
  language: MailLanguage;
  muted: NotificationTopic[];
}
export interface MailRow {
  id: Uuid;
  accountId: Uuid;
  topic: NotificationTopic;
  params: NotificationParams;
  path: string;
  email: string;
  language: MailLanguage;
}

@Injectable()
export class NotificationsRepository {
  constructor(private readonly db: Database) {}

  /** One row for each open account that does not mute the topic; those told before of the matter are left out. */
  tell(accountIds: Uuid[], n: { topic: NotificationTopic; key: string; params: NotificationParams; path: string }, at: Date): Promise<Told[]> {
    return this.db.query<Told>(
      `INSERT INTO notification (account_id, topic, key, params, path, at, mail)
       SELECT a.id, $2, $3, $4, $5, $6, CASE coalesce(s.mail, 'off') WHEN 'immediate' THEN 'waiting' WHEN 'digest' THEN 'digest' ELSE 'none' END
       FROM account a LEFT JOIN notification_setting s ON s.account_id = a.id
       WHERE a.id = ANY($1::uuid[]) AND a.disabled_at IS NULL AND NOT ($2 = ANY(coalesce(s.muted, '{}')))
       ON CONFLICT (account_id, key) DO NOTHING RETURNING id, account_id AS "accountId", mail`,
      [accountIds, n.topic, n.key, JSON.stringify(n.params), n.path, at],
    );
  }

  async accountsOf(employmentIds: Uuid[]): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(`SELECT a.id FROM account a JOIN employment e ON e.person_id = a.person_id WHERE e.id = ANY($1::uuid[])`, [employmentIds]);
    return rows.map(({ id }) => id);
  }

  list(accountId: Uuid, after: { at: string; id: Uuid } | null, limit: number): Promise<NotificationRow[]> {
    return this.db.query<NotificationRow>(
      `SELECT id, topic, params, path, at, read_at AS "readAt" FROM notification WHERE account_id = $1
         AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', at), id) < ($2::timestamptz, $3::uuid))
       ORDER BY date_trunc('milliseconds', at) DESC, id DESC LIMIT $4`,
      [accountId, after?.at ?? null, after?.id ?? null, limit],
    );
  }

  async unread(accountId: Uuid): Promise<number> {
    const row = await this.db.one<{ count: number }>(`SELECT count(*)::int AS count FROM notification WHERE account_id = $1 AND read_at IS NULL`, [accountId]);
    return row!.count;
  }

  async exists(accountId: Uuid, id: Uuid): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM notification WHERE account_id = $1 AND id = $2`, [accountId, id])) !== null;
  }

  /** Null: all of them. */
  async read(accountId: Uuid, id: Uuid | null, at: Date): Promise<number> {
    return this.db.execute(`UPDATE notification SET read_at = $3 WHERE account_id = $1 AND ($2::uuid IS NULL OR id = $2) AND read_at IS NULL`, [accountId, id, at]);
  }

  setting(accountId: Uuid): Promise<SettingRow | null> {
    return this.db.one<SettingRow>(`SELECT email, mail, language, muted FROM notification_setting WHERE account_id = $1`, [accountId]);
  }

  async saveSetting(accountId: Uuid, s: SettingRow): Promise<void> {
    await this.db.query(
      `INSERT INTO notification_setting (account_id, email, mail, language, muted) VALUES ($1,$2,$3,$4,$5)
       ON CONFLICT (account_id) DO UPDATE SET email = $2, mail = $3, language = $4, muted = $5`,
      [accountId, s.email, s.mail, s.language, s.muted],
    );
  }

  /** Locks the notice that is to be mailed; null when it was mailed or the address is gone. */
  lockForMail(id: Uuid): Promise<MailRow | null> {
    return this.db.one<MailRow>(
      `SELECT n.id, n.account_id AS "accountId", n.topic, n.params, n.path, s.email, s.language FROM notification n JOIN notification_setting s ON s.account_id = n.account_id
       WHERE n.id = $1 AND n.mail = 'waiting' AND s.email IS NOT NULL FOR UPDATE OF n`,
      [id],
    );
  }

  async accountsWithDigest(): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(
      `SELECT DISTINCT n.account_id AS id FROM notification n JOIN notification_setting s ON s.account_id = n.account_id WHERE n.mail = 'digest' AND s.email IS NOT NULL`,
    );
    return rows.map(({ id }) => id);
  }

  lockDigest(accountId: Uuid): Promise<MailRow[]> {
    return this.db.query<MailRow>(
      `SELECT n.id, n.account_id AS "accountId", n.topic, n.params, n.path, s.email, s.language FROM notification n JOIN notification_setting s ON s.account_id = n.account_id
       WHERE n.account_id = $1 AND n.mail = 'digest' AND s.email IS NOT NULL ORDER BY n.at FOR UPDATE OF n`,
      [accountId],
    );
  }

  async mailed(ids: Uuid[], at: Date): Promise<void> {
    await this.db.execute(`UPDATE notification SET mail = 'sent', mailed_at = $2 WHERE id = ANY($1::uuid[])`, [ids, at]);
  }
}
