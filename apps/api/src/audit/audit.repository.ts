import { Injectable } from '@nestjs/common';
import type { AuditItem, AuditQuery, ReadItem, ReadsQuery } from '@ekinerja/contracts/audit';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Clock } from '../platform/clock.js';
import { partOf } from '../platform/database/search.js';
import { Database } from '../platform/database/database.js';

const INSTANT = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** Records that belong to a person, by the id under which the trail knows them. */
const OF_PERSON = (employment: string) => `
  SELECT ${employment}::text AS id
  UNION SELECT e.person_id::text FROM employment e WHERE e.id = ${employment}
  UNION SELECT a.id::text FROM account a JOIN employment e ON e.person_id = a.person_id WHERE e.id = ${employment}
  UNION SELECT id::text FROM assignment WHERE employment_id = ${employment}
  UNION SELECT id::text FROM skp WHERE employment_id = ${employment}
  UNION SELECT id::text FROM activity WHERE employment_id = ${employment}
  UNION SELECT id::text FROM evaluation WHERE employment_id = ${employment}
  UNION SELECT id::text FROM payslip WHERE employment_id = ${employment}`;
const NAMES_SHOWN = 5;

/** Every query of the trail and of the read log. */
@Injectable()
export class AuditRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  events(query: AuditQuery, before: number | null, limit: number): Promise<AuditItem[]> {
    return this.db.query<AuditItem>(
      `SELECT e.id, ${INSTANT('e.at')} AS at, e.actor_name AS "actorName", a.username AS "actorUsername", e.action,
              e.subject_type AS "subjectType", e.subject_id AS "subjectId", v.before, v.after, e.reason, e.request_id AS "requestId",
              s.event_id IS NOT NULL AS sealed
       FROM audit_event e
       LEFT JOIN audit_value v ON v.event_id = e.id
       LEFT JOIN audit_seal s ON s.event_id = e.id
       LEFT JOIN account a ON a.id = e.actor_account_id
       WHERE ($1::bigint IS NULL OR e.id < $1) AND ($2::text IS NULL OR e.subject_type = $2) AND ($3::text IS NULL OR e.subject_id = $3)
         AND ($5::uuid IS NULL OR e.subject_id IN (${OF_PERSON('$5::uuid')})
              OR e.actor_account_id IN (SELECT x.id FROM account x JOIN employment m ON m.person_id = x.person_id WHERE m.id = $5))
         AND ($6::text IS NULL OR e.actor_name ILIKE $6 OR a.username ILIKE $6)
         AND ($7::text IS NULL OR starts_with(e.action, $7))
         AND ($8::date IS NULL OR e.at >= ($8::date)::timestamp AT TIME ZONE $11) AND ($9::date IS NULL OR e.at < ($9::date + 1)::timestamp AT TIME ZONE $11)
         AND ($10::text IS NULL OR e.reason ILIKE $10 OR e.actor_name ILIKE $10 OR e.action ILIKE $10)
       ORDER BY e.id DESC LIMIT $4`,
      [
        before, query.subjectType ?? null, query.subjectId ?? null, limit, query.employmentId ?? null, partOf(query.actor), query.action ?? null,
        query.from ?? null, query.to ?? null, partOf(query.text), this.clock.timeZone,
      ],
    );
  }

  /** Newest first. Reads of one person: those whose answer held them, and papers of an SKPD's run in which they have a slip. */
  reads(query: ReadsQuery, employmentIds: Uuid[] | null, before: number | null, limit: number): Promise<ReadItem[]> {
    return this.db.query<ReadItem>(
      `SELECT r.id, ${INSTANT('r.at')} AS at, r.actor_name AS "actorName", a.username AS "actorUsername", r.roles, r.what,
              r.subject_type AS "subjectType", r.subject_id AS "subjectId", r.route, r.export, cardinality(r.employment_ids) AS people,
              ARRAY(SELECT person_display_name(p) FROM employment e JOIN person p ON p.id = e.person_id
                    WHERE e.id = ANY(r.employment_ids[1:${NAMES_SHOWN}]) ORDER BY p.name) AS names, r.reason, r.ip
       FROM read_log r LEFT JOIN account a ON a.id = r.account_id
       WHERE ($1::bigint IS NULL OR r.id < $1)
         AND ($2::uuid[] IS NULL OR r.employment_ids && $2
              OR (r.subject_type = 'pay-run-unit' AND r.subject_id IN (SELECT run_id || '/' || skpd_id FROM payslip WHERE employment_id = ANY($2))))
         AND ($3::text IS NULL OR r.actor_name ILIKE $3 OR a.username ILIKE $3)
         AND ($4::date IS NULL OR r.at >= ($4::date)::timestamp AT TIME ZONE $8) AND ($5::date IS NULL OR r.at < ($5::date + 1)::timestamp AT TIME ZONE $8)
         AND (NOT $6::boolean OR r.export)
       ORDER BY r.id DESC LIMIT $7`,
      [before, employmentIds, partOf(query.actor), query.from ?? null, query.to ?? null, query.exportsOnly ?? false, limit, this.clock.timeZone],
    );
  }
}
