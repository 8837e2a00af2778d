import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { StaffingData, StaffingDifference, StaffingPerson, StaffingStanding } from '@ekinerja/contracts/staffing-records';
import { Database } from '../platform/database/database.js';
import { personFound } from '../platform/database/search.js';

const ON_DAY = (alias: string) => `${alias}.valid_from <= $1 AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= $1)`;
const INSTANT = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const STANDING = `json_build_object(
  'validated', m.validated_at IS NOT NULL, 'validatedAt', ${INSTANT('m.validated_at')},
  'validatedBy', (SELECT coalesce(person_display_name(vp), va.username) FROM account va LEFT JOIN person vp ON vp.id = va.person_id WHERE va.id = m.validated_by),
  'basis', m.basis, 'note', m.note, 'receivedAt', ${INSTANT('m.received_at')}, 'differences', coalesce(m.differences, '[]'::jsonb))`;
/** Who counts: civil servants in service that day. */
const IN_SERVICE = `${ON_DAY('e')} AND k.kind <> 'non-asn'`;
const KIND = `CROSS JOIN LATERAL employment_kinds_on(e.id, $1::date) k`;

export interface HeldRow {
  employmentId: Uuid;
  personId: Uuid;
  data: StaffingData;
}
export interface MatchRow {
  source: Partial<StaffingData>;
  differences: StaffingDifference[];
  validated: boolean;
  basis: StaffingStanding['basis'];
}
export interface MatchWrite {
  employmentId: Uuid;
  differences: StaffingDifference[];
  /** Given by an import; otherwise what stands. */
  source?: { data: Partial<StaffingData>; id: string | null };
  validated: boolean;
  basis: StaffingStanding['basis'];
  /** The validation that stands goes on, with its day, its officer and their note. */
  goesOn: boolean;
  note: string | null;
}
export interface PeopleScope {
  /** Null: everywhere. */
  skpdIds: Uuid[] | null;
}

/** What is held of people, and how they stand against the national records. */
@Injectable()
export class StaffingPeopleRepository {
  constructor(private readonly db: Database) {}

  /** Staffing data as held on a day. */
  held(employmentIds: Uuid[], day: IsoDate): Promise<HeldRow[]> {
    return this.db.query<HeldRow>(
      `SELECT e.id AS "employmentId", p.id AS "personId", json_build_object(
         'name', p.name, 'frontTitle', nullif(p.front_title, ''), 'backTitle', nullif(p.back_title, ''), 'birthPlace', p.birth_place, 'birthDate', p.birth_date,
         'sex', p.sex, 'education', p.education, 'email', p.email, 'phone', p.phone, 'kind', employment_kind_on(e.id, $1), 'rank', r.rank, 'rankSince', r.valid_from,
         'post', po.name, 'postSince', a.valid_from, 'unit', u.name, 'skpd', s.name, 'class', coalesce(a.class_override, c.class)) AS data
       FROM unnest($2::uuid[]) AS asked(id) JOIN employment e ON e.id = asked.id JOIN person p ON p.id = e.person_id
       LEFT JOIN employment_rank r ON r.employment_id = e.id AND ${ON_DAY('r')}
       LEFT JOIN assignment a ON a.employment_id = e.id AND a.kind = 'definitive' AND ${ON_DAY('a')}
       LEFT JOIN post po ON po.id = a.post_id LEFT JOIN unit u ON u.id = po.unit_id LEFT JOIN unit s ON s.id = u.skpd_id
       LEFT JOIN post_class c ON c.post_id = po.id AND ${ON_DAY('c')}`,
      [day, employmentIds],
    );
  }

  async matches(employmentIds: Uuid[]): Promise<Map<Uuid, MatchRow>> {
    const rows = await this.db.query<MatchRow & { id: Uuid }>(
      `SELECT employment_id AS id, source, differences, validated_at IS NOT NULL AS validated, basis FROM staffing_match WHERE employment_id = ANY($1)`,
      [employmentIds],
    );
    return new Map(rows.map(({ id, ...row }) => [id, row]));
  }

  async write(rows: MatchWrite[], by: Uuid | null, at: Date, importId: Uuid | null): Promise<void> {
    await this.db.query(
      `WITH w AS (SELECT * FROM jsonb_to_recordset($1::jsonb)
                    AS r(id uuid, source jsonb, source_id text, differences jsonb, validated boolean, basis text, goes_on boolean, note text))
       INSERT INTO staffing_match AS m (employment_id, source, source_id, import_id, received_at, differences, validated_at, validated_by, basis, note)
       SELECT w.id, coalesce(w.source, '{}'), w.source_id, CASE WHEN w.source IS NULL THEN NULL ELSE $4::uuid END, CASE WHEN w.source IS NULL THEN NULL ELSE $3::timestamptz END,
              w.differences, CASE WHEN w.validated THEN $3::timestamptz END, CASE WHEN w.validated THEN $2::uuid END, w.basis, w.note
       FROM w
       ON CONFLICT (employment_id) DO UPDATE SET
         source = CASE WHEN excluded.import_id IS NULL THEN m.source ELSE excluded.source END,
         source_id = CASE WHEN excluded.import_id IS NULL THEN m.source_id ELSE excluded.source_id END,
         import_id = coalesce(excluded.import_id, m.import_id), received_at = coalesce(excluded.received_at, m.received_at), differences = excluded.differences,
         validated_at = CASE WHEN m.validated_at IS NOT NULL AND (SELECT goes_on FROM w WHERE w.id = m.employment_id) THEN m.validated_at ELSE excluded.validated_at END,
         validated_by = CASE WHEN m.validated_at IS NOT NULL AND (SELECT goes_on FROM w WHERE w.id = m.employment_id) THEN m.validated_by ELSE excluded.validated_by END,
         note = CASE WHEN m.validated_at IS NOT NULL AND (SELECT goes_on FROM w WHERE w.id = m.employment_id) THEN m.note ELSE excluded.note END,
         basis = excluded.basis`,
      [
        JSON.stringify(rows.map((row) => ({
          id: row.employmentId, source: row.source?.data ?? null, source_id: row.source?.id ?? null, differences: row.differences,
          validated: row.validated, basis: row.basis, goes_on: row.goesOn, note: row.note,
        }))),
        by, at, importId,
      ],
    );
  }

  async isValidated(employmentId: Uuid): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM staffing_match WHERE employment_id = $1 AND validated_at IS NOT NULL`, [employmentId])) !== null;
  }

  list(
    day: IsoDate, { skpdIds }: PeopleScope,
    filter: { state: 'unvalidated' | 'validated' | null; skpdId: Uuid | null; pattern: string | null; employmentId: Uuid | null; after: [string, Uuid] | null; limit: number },
  ): Promise<(StaffingPerson & { sortName: string; personId: Uuid })[]> {
    return this.db.query(
      `WITH shown AS MATERIALIZED (
         SELECT e.id, a.post_id FROM employment e JOIN person p ON p.id = e.person_id
         LEFT JOIN assignment a ON a.employment_id = e.id AND a.kind = 'definitive' AND ${ON_DAY('a')}
         LEFT JOIN post po ON po.id = a.post_id LEFT JOIN unit u ON u.id = po.unit_id
         LEFT JOIN staffing_match m ON m.employment_id = e.id
         ${KIND}
         WHERE ${IN_SERVICE} AND ($2::uuid[] IS NULL OR u.skpd_id = ANY($2)) AND ($3::uuid IS NULL OR u.skpd_id = $3)
           AND ($4::text IS NULL OR ($4 = 'validated') = (m.validated_at IS NOT NULL))
           AND ${personFound(filter.pattern, '$5')} AND ($6::uuid IS NULL OR e.id = $6)
           AND ($7::text IS NULL OR p.name >= $7 AND (p.name, e.id) > ($7, $8::uuid))
         ORDER BY p.name, e.id LIMIT $9
       ) SELECT e.id AS "employmentId", p.id AS "personId", p.name AS "sortName", person_display_name(p) AS name, n.nip, employment_kind_on(e.id, $1) AS kind, po.name AS "postName", s.name AS "skpdName",
              ${STANDING} AS standing
       FROM shown JOIN employment e ON e.id = shown.id JOIN person p ON p.id = e.person_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND ${ON_DAY('n')}
       LEFT JOIN post po ON po.id = shown.post_id LEFT JOIN unit u ON u.id = po.unit_id LEFT JOIN unit s ON s.id = u.skpd_id
       LEFT JOIN staffing_match m ON m.employment_id = e.id
       ORDER BY p.name, e.id`,
      [day, skpdIds, filter.skpdId, filter.state, filter.pattern, filter.employmentId, filter.after?.[0] ?? null, filter.after?.[1] ?? null, filter.limit],
    );
  }

  async counts(day: IsoDate, { skpdIds }: PeopleScope): Promise<{ employees: number; validated: number; neverReceived: number; openUpdates: number; lastImportAt: string | null }> {
    const row = await this.db.one<{ employees: number; validated: number; neverReceived: number; openUpdates: number; lastImportAt: string | null }>(
      `SELECT count(*) AS employees, count(m.validated_at) AS validated, count(*) FILTER (WHERE m.validated_at IS NULL AND m.received_at IS NULL) AS "neverReceived",
              count(o.id) AS "openUpdates", (SELECT ${INSTANT('max(imported_at)')} FROM staffing_import WHERE status = 'applied') AS "lastImportAt"
       FROM employment e
       LEFT JOIN assignment a ON a.employment_id = e.id AND a.kind = 'definitive' AND ${ON_DAY('a')}
       LEFT JOIN post po ON po.id = a.post_id LEFT JOIN unit u ON u.id = po.unit_id
       LEFT JOIN staffing_match m ON m.employment_id = e.id
       LEFT JOIN staffing_update o ON o.employment_id = e.id AND o.status IN ('submitted','verified','clarified','synchronised')
       ${KIND}
       WHERE ${IN_SERVICE} AND ($2::uuid[] IS NULL OR u.skpd_id = ANY($2))`,
      [day, skpdIds],
    );
    return row!;
  }

  async standing(employmentId: Uuid): Promise<StaffingStanding> {
    const row = await this.db.one<{ standing: StaffingStanding }>(
      `SELECT ${STANDING} AS standing FROM employment e LEFT JOIN staffing_match m ON m.employment_id = e.id WHERE e.id = $1`, [employmentId],
    );
    return row!.standing;
  }
}
