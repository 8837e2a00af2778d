import { Injectable } from '@nestjs/common';
import type { SupportView } from '@ekinerja/contracts/personal-data';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

const INSTANT = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const NAME_OF = (account: string) => `(SELECT coalesce(person_display_name(p), a.username) FROM account a LEFT JOIN person p ON p.id = a.person_id WHERE a.id = ${account})`;
const SHOWN = 50;

/** Looks on behalf of a person. */
@Injectable()
export class SupportViewsRepository {
  constructor(private readonly db: Database) {}

  async insert(view: { viewerId: Uuid; accountId: Uuid; reason: string; now: Date; expiresAt: Date }): Promise<Uuid> {
    // One at a time: a new look ends the one before.
    await this.db.execute(`UPDATE support_view SET ended_at = $2 WHERE viewer_account_id = $1 AND ended_at IS NULL AND expires_at > $2`, [view.viewerId, view.now]);
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO support_view (viewer_account_id, account_id, reason, opened_at, expires_at) VALUES ($1,$2,$3,$4,$5) RETURNING id`,
      [view.viewerId, view.accountId, view.reason, view.now, view.expiresAt],
    );
    return row!.id;
  }

  openOf(id: Uuid, viewerId: Uuid, now: Date): Promise<{ accountId: Uuid; reason: string } | null> {
    return this.db.one(`SELECT account_id AS "accountId", reason FROM support_view WHERE id = $1 AND viewer_account_id = $2 AND ended_at IS NULL AND expires_at > $3`, [id, viewerId, now]);
  }

  async end(id: Uuid, viewerId: Uuid, now: Date): Promise<boolean> {
    return (await this.db.execute(`UPDATE support_view SET ended_at = $3 WHERE id = $1 AND viewer_account_id = $2 AND ended_at IS NULL`, [id, viewerId, now])) > 0;
  }

  /** Newest first: of one's own account, or the one just opened. */
  list(filter: { accountId?: Uuid; id?: Uuid }): Promise<SupportView[]> {
    return this.db.query<SupportView>(
      `SELECT v.id, ${NAME_OF('v.account_id')} AS "personName", ${NAME_OF('v.viewer_account_id')} AS "viewerName", v.reason, ${INSTANT('v.opened_at')} AS "openedAt",
              ${INSTANT('v.expires_at')} AS "expiresAt", ${INSTANT('v.ended_at')} AS "endedAt"
       FROM support_view v WHERE ($1::uuid IS NULL OR v.account_id = $1) AND ($2::uuid IS NULL OR v.id = $2) ORDER BY v.opened_at DESC LIMIT ${SHOWN}`,
      [filter.accountId ?? null, filter.id ?? null],
    );
  }
}
