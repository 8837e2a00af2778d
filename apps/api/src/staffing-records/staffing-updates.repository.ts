import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { StaffingDifference, StaffingStepRecord, StaffingUpdate, StaffingUpdateStatus, SubmitStaffingUpdateRequest, UpdatableField } from '@ekinerja/contracts/staffing-records';
import { Database } from '../platform/database/database.js';
import type { PeopleScope } from './staffing-people.repository.js';

const ON_DAY = (alias: string) => `${alias}.valid_from <= $1 AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= $1)`;
const INSTANT = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const PERSON_COLUMNS = {
  name: 'name', frontTitle: 'front_title', backTitle: 'back_title', birthPlace: 'birth_place', birthDate: 'birth_date', sex: 'sex', education: 'education', email: 'email', phone: 'phone',
} as const satisfies Partial<Record<UpdatableField, string>>;

export type UpdateRow = Omit<StaffingUpdate, 'actions'> & { accurate: boolean | null; personId: Uuid; fileId: Uuid; skpdId: Uuid | null };

/** Updates of staffing data with their steps, and the change of the data itself. */
@Injectable()
export class StaffingUpdatesRepository {
  constructor(private readonly db: Database) {}

  list(
    day: IsoDate, { skpdIds }: PeopleScope,
    filter: { employmentId?: Uuid; id?: Uuid; status?: StaffingUpdateStatus | 'open'; after?: [string | null, Uuid] | null; limit: number },
  ): Promise<UpdateRow[]> {
    return this.db.query<UpdateRow>(
      `SELECT x.id, x.version, x.employment_id AS "employmentId", e.person_id AS "personId", person_display_name(p) AS "personName", n.nip, s.id AS "skpdId", s.name AS "skpdName",
              x.status, x.changes, x.accurate, x.document_number AS "documentNumber", x.document_date AS "documentDate", x.signatory, x.file_id AS "fileId", f.name AS "fileName", x.note,
              ${INSTANT('x.submitted_at')} AS "submittedAt",
              (SELECT coalesce(json_agg(json_build_object('action', t.action, 'at', ${INSTANT('t.at')}, 'by', coalesce(person_display_name(bp), b.username), 'note', t.note,
                                                          'accurate', t.accurate, 'differences', t.differences) ORDER BY t.id), '[]')
               FROM staffing_update_step t JOIN account b ON b.id = t.by_account LEFT JOIN person bp ON bp.id = b.person_id WHERE t.update_id = x.id) AS steps
       FROM staffing_update x JOIN employment e ON e.id = x.employment_id JOIN person p ON p.id = e.person_id JOIN stored_file f ON f.id = x.file_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND ${ON_DAY('n')}
       LEFT JOIN assignment a ON a.employment_id = e.id AND a.kind = 'definitive' AND ${ON_DAY('a')}
       LEFT JOIN post po ON po.id = a.post_id LEFT JOIN unit u ON u.id = po.unit_id LEFT JOIN unit s ON s.id = u.skpd_id
       WHERE ($2::uuid[] IS NULL OR u.skpd_id = ANY($2)) AND ($3::uuid IS NULL OR x.employment_id = $3) AND ($4::uuid IS NULL OR x.id = $4)
         AND ($5::text IS NULL OR x.status = $5 OR ($5 = 'open' AND x.status IN ('submitted','verified','clarified','synchronised')))
         AND ($6::timestamptz IS NULL OR (date_trunc('milliseconds', x.submitted_at), x.id) < ($6, $7::uuid))
       ORDER BY date_trunc('milliseconds', x.submitted_at) DESC, x.id DESC LIMIT $8`,
      [day, skpdIds, filter.employmentId ?? null, filter.id ?? null, filter.status ?? null, filter.after?.[0] ?? null, filter.after?.[1] ?? null, filter.limit],
    );
  }

  lock(id: Uuid): Promise<{ version: number } | null> {
    return this.db.one(`SELECT version FROM staffing_update WHERE id = $1 FOR UPDATE`, [id]);
  }

  async hasOpen(employmentId: Uuid): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM staffing_update WHERE employment_id = $1 AND status IN ('submitted','verified','clarified','synchronised')`, [employmentId])) !== null;
  }

  /** A file counts only where the same account has uploaded it. */
  async ownsFile(fileId: Uuid, accountId: Uuid): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM stored_file WHERE id = $1 AND stored_by = $2`, [fileId, accountId])) !== null;
  }

  /** @returns null when another one is open: the index decides between two sent at once. */
  async insert(employmentId: Uuid, request: SubmitStaffingUpdateRequest, changes: StaffingUpdate['changes'], by: Uuid, at: Date): Promise<Uuid | null> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO staffing_update (employment_id, status, changes, document_number, document_date, signatory, file_id, note, submitted_at, submitted_by)
       VALUES ($1,'submitted',$2,$3,$4,$5,$6,$7,$8,$9)
       ON CONFLICT (employment_id) WHERE status IN ('submitted','verified','clarified','synchronised') DO NOTHING RETURNING id`,
      [employmentId, JSON.stringify(changes), request.documentNumber, request.documentDate, request.signatory, request.fileId, request.note, at, by],
    );
    return row?.id ?? null;
  }

  async move(id: Uuid, status: StaffingUpdateStatus, accurate: boolean | null): Promise<void> {
    await this.db.execute(`UPDATE staffing_update SET status = $2, accurate = coalesce($3, accurate), version = version + 1 WHERE id = $1`, [id, status, accurate]);
  }

  async addStep(id: Uuid, step: { action: StaffingStepRecord['action']; by: Uuid; at: Date; note?: string | null; accurate?: boolean | null; differences?: StaffingDifference[] | null }): Promise<void> {
    await this.db.query(`INSERT INTO staffing_update_step (update_id, action, at, by_account, note, accurate, differences) VALUES ($1,$2,$3,$4,$5,$6,$7)`, [
      id, step.action, step.at, step.by, step.note ?? null, step.accurate ?? null, step.differences ? JSON.stringify(step.differences) : null,
    ]);
  }

  /** Clarifications that the person has now seen for the first time (KS 1 angka 12). */
  async markSeen(employmentId: Uuid, accountId: Uuid, at: Date): Promise<void> {
    await this.db.query(
      `INSERT INTO staffing_update_step (update_id, action, at, by_account)
       SELECT x.id, 'seen', $3, $2 FROM staffing_update x WHERE x.employment_id = $1
         AND EXISTS (SELECT 1 FROM staffing_update_step t WHERE t.update_id = x.id AND t.action = 'clarify')
         AND NOT EXISTS (SELECT 1 FROM staffing_update_step t WHERE t.update_id = x.id AND t.action = 'seen')`,
      [employmentId, accountId, at],
    );
  }

  async changePerson(personId: Uuid, values: Partial<Record<UpdatableField, string | null>>): Promise<void> {
    const columns = Object.entries(PERSON_COLUMNS).filter(([field]) => field in values);
    if (columns.length === 0) return;
    const sets = columns.map(([, column], index) => `${column} = $${index + 2}`).join(', ');
    await this.db.execute(`UPDATE person SET ${sets} WHERE id = $1`, [personId, ...columns.map(([field]) => values[field as UpdatableField] ?? null)]);
  }

  /** The rank held today, and its first day; earlier ones end before it, one already decided for later stays. */
  async correctRank(employmentId: Uuid, rank: string, since: IsoDate, today: IsoDate): Promise<void> {
    await this.db.execute(`DELETE FROM employment_rank WHERE employment_id = $1 AND valid_from BETWEEN $2 AND $3`, [employmentId, since, today]);
    await this.db.execute(`UPDATE employment_rank SET valid_to = $2::date - 1 WHERE employment_id = $1 AND valid_from < $2 AND (valid_to IS NULL OR valid_to >= $2)`, [employmentId, since]);
    await this.db.query(
      `INSERT INTO employment_rank (employment_id, rank, valid_from, valid_to)
       SELECT $1, $2, $3, min(valid_from) - 1 FROM employment_rank WHERE employment_id = $1 AND valid_from > $4`,
      [employmentId, rank, since, today],
    );
  }
}
