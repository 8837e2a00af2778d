import { Injectable } from '@nestjs/common';
import type { SuggestionKind, SuggestionMessage, SuggestionStatus } from '@ekinerja/contracts/suggestions';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export interface SuggestionRow {
  id: Uuid;
  kind: SuggestionKind;
  senderAccountId: Uuid;
  sender: string;
  skpdId: Uuid | null;
  unitName: string | null;
  activityId: Uuid | null;
  activityDate: IsoDate | null;
  activityDescription: string | null;
  activityOwner: string | null;
  status: SuggestionStatus;
  sentAt: Date;
  answeredAt: Date | null;
  version: number;
  messages: SuggestionMessage[];
}

/** A receiver: suggestions of a kind, for an SKPD (null: wherever they come from). */
export interface Reception {
  kind: SuggestionKind;
  skpdId: Uuid | null;
}

const SELECT = `
  SELECT s.id, s.kind, s.sender_account_id AS "senderAccountId", s.sender_name AS sender, s.skpd_id AS "skpdId", u.name AS "unitName", s.activity_id AS "activityId",
         a.date AS "activityDate", a.description AS "activityDescription", person_display_name(p) AS "activityOwner", s.status, s.sent_at AS "sentAt",
         s.answered_at AS "answeredAt", s.version,
         (SELECT json_agg(json_build_object('at', to_char(m.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'author', m.author, 'side', m.side, 'text', m.body) ORDER BY m.id)
          FROM suggestion_message m WHERE m.suggestion_id = s.id) AS messages
  FROM suggestion s LEFT JOIN unit u ON u.id = s.sender_skpd_id
  LEFT JOIN activity a ON a.id = s.activity_id LEFT JOIN employment e ON e.id = a.employment_id LEFT JOIN person p ON p.id = e.person_id`;
const RECEIVED = `EXISTS (SELECT 1 FROM jsonb_to_recordset($1::jsonb) AS r(kind text, "skpdId" uuid) WHERE r.kind = s.kind AND (r."skpdId" IS NULL OR r."skpdId" = s.skpd_id))`;

/** Suggestions and requests for help about daily records, with what was answered. */
@Injectable()
export class SuggestionsRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<SuggestionRow | null> {
    return this.db.one<SuggestionRow>(`${SELECT} WHERE s.id = $1`, [id]);
  }

  async lock(id: Uuid): Promise<SuggestionRow | null> {
    await this.db.query(`SELECT 1 FROM suggestion WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(id);
  }

  sent(accountId: Uuid, after: { at: string | null; id: Uuid } | null, limit: number): Promise<SuggestionRow[]> {
    return this.db.query<SuggestionRow>(
      `${SELECT} WHERE s.sender_account_id = $1 AND ($2::timestamptz IS NULL OR (s.sent_at, s.id) < ($2::timestamptz, $3::uuid)) ORDER BY s.sent_at DESC, s.id DESC LIMIT $4`,
      [accountId, after?.at ?? null, after?.id ?? null, limit],
    );
  }

  received(as: Reception[], after: { at: string | null; id: Uuid } | null, limit: number): Promise<SuggestionRow[]> {
    return this.db.query<SuggestionRow>(
      `${SELECT} WHERE ${RECEIVED} AND ($2::timestamptz IS NULL OR (s.sent_at, s.id) < ($2::timestamptz, $3::uuid)) ORDER BY s.sent_at DESC, s.id DESC LIMIT $4`,
      [JSON.stringify(as), after?.at ?? null, after?.id ?? null, limit],
    );
  }

  async countOpen(as: Reception[]): Promise<number> {
    const row = await this.db.one<{ n: number }>(`SELECT count(*)::int AS n FROM suggestion s WHERE s.status = 'open' AND ${RECEIVED}`, [JSON.stringify(as)]);
    return row?.n ?? 0;
  }

  /** @returns false where the id is taken */
  async add(row: { id: Uuid; kind: SuggestionKind; accountId: Uuid; sender: string; skpdId: Uuid | null; senderSkpdId: Uuid | null; activityId: Uuid | null; at: Date }): Promise<boolean> {
    const made = await this.db.query(
      `INSERT INTO suggestion (id, kind, sender_account_id, sender_name, skpd_id, sender_skpd_id, activity_id, status, sent_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,'open',$8) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [row.id, row.kind, row.accountId, row.sender, row.skpdId, row.senderSkpdId, row.activityId, row.at],
    );
    return made.length === 1;
  }

  async addMessage(message: { suggestionId: Uuid; at: Date; accountId: Uuid; author: string; side: 'sender' | 'receiver'; text: string }): Promise<void> {
    await this.db.query(`INSERT INTO suggestion_message (suggestion_id, at, account_id, author, side, body) VALUES ($1,$2,$3,$4,$5,$6)`, [
      message.suggestionId, message.at, message.accountId, message.author, message.side, message.text,
    ]);
  }

  async setStatus(id: Uuid, status: SuggestionStatus, answeredAt: Date | null): Promise<void> {
    await this.db.execute(`UPDATE suggestion SET status = $2, answered_at = coalesce($3, answered_at), version = version + 1 WHERE id = $1`, [id, status, answeredAt]);
  }

  /** Owner and evaluator of the entry that a suggestion speaks of. */
  entry(id: Uuid): Promise<{ employmentId: Uuid; evaluatorEmploymentId: Uuid | null; skpdId: Uuid } | null> {
    return this.db.one(`SELECT employment_id AS "employmentId", evaluator_employment_id AS "evaluatorEmploymentId", skpd_id AS "skpdId" FROM activity WHERE id = $1`, [id]);
  }
}
