import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { NotificationItem, NotificationParams, NotificationSettings, NotificationTopic, SaveNotificationSettings } from '@ekinerja/contracts/notifications';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { ScheduledWork } from '../platform/jobs/scheduled.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { MailService } from './mail.service.js';
import { fill, MAIL_FRAME, MAIL_WORDS } from './notification-words.js';
import { NotificationsRepository, type MailRow } from './notifications.repository.js';

export interface Notice {
  topic: NotificationTopic;
  /** Names the matter: an account is told of it once, ever. */
  key: string;
  params?: NotificationParams;
  path: string;
}

export const CHANNEL = 'ekinerja_notification';
const DAY_SECONDS = 86_400;

/** Tells people: a row for the bell, a signal to every replica's open pages, a mail as they chose. */
@Injectable()
export class NotificationsService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: NotificationsRepository,
    private readonly mail: MailService,
    private readonly work: WorkQueue,
    private readonly scheduled: ScheduledWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.work.define<{ id: Uuid }>('notifications.mail', ({ id }) => this.mailOne(id));
    this.work.define<{ accountId: Uuid }>('notifications.digest', ({ accountId }) => this.mailDigest(accountId));
    this.work.define<{ to: string; subject: string; text: string; messageId: string }>('notifications.outside', (mail) => this.mail.send(mail));
  }

  async tell(employmentIds: readonly Uuid[], notice: Notice): Promise<void> {
    if (employmentIds.length > 0) await this.tellAccounts(await this.repository.accountsOf([...new Set(employmentIds)]), notice);
  }

  /** In the caller's transaction: the signal goes out with its commit. */
  async tellAccounts(accountIds: readonly Uuid[], { topic, key, params = {}, path }: Notice): Promise<void> {
    if (accountIds.length === 0) return;
    await this.db.transaction(async () => {
      const told = await this.repository.tell([...accountIds], { topic, key, params, path }, this.clock.now());
      for (const { id, accountId, mail } of told) {
        await this.db.query(`SELECT pg_notify($1, $2)`, [CHANNEL, accountId]);
        if (mail === 'waiting' && this.mail.works) await this.work.add('notifications.mail', { id });
      }
    });
  }

  /** To somebody without an account. */
  async mailOutside(mail: { to: string; subject: string; text: string; messageId: string }): Promise<void> {
    if (this.mail.works) await this.work.add('notifications.outside', mail, { key: mail.messageId });
  }

  async list(actor: Actor, query: PageQuery): Promise<Page<NotificationItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid') as [string, Uuid] | null;
    const page = pageOf(await this.repository.list(actor.accountId, after && { at: after[0], id: after[1] }, limit + 1), limit, (row) => [row.at.toISOString(), row.id]);
    return { ...page, items: page.items.map((row) => ({ ...row, at: row.at.toISOString(), readAt: row.readAt?.toISOString() ?? null })) };
  }

  unread(actor: Actor): Promise<number> {
    return this.repository.unread(actor.accountId);
  }

  async read(actor: Actor, id: Uuid | null): Promise<number> {
    return this.db.transaction(async () => {
      if (id !== null && !(await this.repository.exists(actor.accountId, id))) throw new DomainError('not-found');
      await this.repository.read(actor.accountId, id, this.clock.now());
      await this.db.query(`SELECT pg_notify($1, $2)`, [CHANNEL, actor.accountId]);
      return this.repository.unread(actor.accountId);
    });
  }

  async settings(actor: Actor): Promise<NotificationSettings> {
    const row = await this.repository.setting(actor.accountId);
    return { ...(row ?? { email: null, mail: 'off' as const, language: 'id' as const, muted: [] }), mailWorks: this.mail.works };
  }

  async saveSettings(actor: Actor, settings: SaveNotificationSettings): Promise<NotificationSettings> {
    if (settings.mail !== 'off' && settings.email === null) throw new DomainError('validation-failed', {}, { fields: [{ field: 'email', rule: 'required' }] });
    await this.repository.saveSetting(actor.accountId, settings);
    return this.settings(actor);
  }

  /** Each morning at seven, once whatever the number of replicas. */
  @Cron('0 0 7 * * *')
  async sendDigests(): Promise<void> {
    if (!this.mail.works) return;
    await this.scheduled.once('notifications.digest', DAY_SECONDS, async () => {
      for (const accountId of await this.repository.accountsWithDigest()) await this.work.add('notifications.digest', { accountId }, { key: `digest:${accountId}` });
    });
  }

  /** The row is locked while its mail goes out and marked in the same transaction: a second worker finds it sent. */
  private async mailOne(id: Uuid): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.repository.lockForMail(id);
      if (!row) return;
      const line = lineOf(row);
      await this.mail.send({ to: row.email, subject: fill(MAIL_FRAME[row.language].one, { line }), text: this.text(row, [row]), messageId: `<notice-${id}@ekinerja>` });
      await this.repository.mailed([id], this.clock.now());
    });
  }

  private async mailDigest(accountId: Uuid): Promise<void> {
    await this.db.transaction(async () => {
      const rows = await this.repository.lockDigest(accountId);
      const [first] = rows;
      if (!first) return;
      const subject = fill(MAIL_FRAME[first.language].digest, { count: rows.length });
      await this.mail.send({ to: first.email, subject, text: this.text(first, rows), messageId: `<digest-${first.id}@ekinerja>` });
      await this.repository.mailed(rows.map(({ id }) => id), this.clock.now());
    });
  }

  private text({ language }: MailRow, rows: MailRow[]): string {
    const lines = rows.map((row) => `${lineOf(row)}\n${this.config.publicUrl}${row.path}`);
    return `${lines.join('\n\n')}\n\n${fill(MAIL_FRAME[language].foot, { url: `${this.config.publicUrl}/pemberitahuan` })}\n`;
  }
}

function lineOf({ topic, params, language }: MailRow): string {
  return fill(MAIL_WORDS[language][topic], params);
}
