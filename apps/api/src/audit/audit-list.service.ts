import { Injectable } from '@nestjs/common';
import type { AuditItem } from '@ekinerja/contracts/audit';
import type { Page } from '@ekinerja/contracts/basics';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { ListAuditQuery } from './audit.dto.js';
import { AuditService } from './audit.service.js';

/** The trail for auditors and superadmins; looking at it is itself logged. */
@Injectable()
export class AuditListService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  async page(actor: Actor, query: ListAuditQuery): Promise<Page<AuditItem>> {
    const limit = pageLimit(query.limit);
    const cursor = readCursor(query.cursor, 'number');
    await this.audit.logRead(actor, 'audit.list', query.subjectType ?? 'audit', query.subjectId ?? '*');
    const rows = await this.db.query<AuditItem>(
      `SELECT e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, e.actor_name AS "actorName", a.username AS "actorUsername", e.action,
              e.subject_type AS "subjectType", e.subject_id AS "subjectId", v.before, v.after, e.reason, e.request_id AS "requestId",
              s.event_id IS NOT NULL AS sealed
       FROM audit_event e
       LEFT JOIN audit_value v ON v.event_id = e.id
       LEFT JOIN audit_seal s ON s.event_id = e.id
       LEFT JOIN account a ON a.id = e.actor_account_id
       WHERE ($1::bigint IS NULL OR e.id < $1) AND ($2::text IS NULL OR e.subject_type = $2) AND ($3::text IS NULL OR e.subject_id = $3)
       ORDER BY e.id DESC LIMIT $4`,
      [cursor?.[0] ?? null, query.subjectType ?? null, query.subjectId ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.id]);
  }
}
