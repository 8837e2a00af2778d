import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { AgreementAttainmentInput, AgreementStatus, AgreementTarget, AgreementTargetInput, UnitAgreementItem } from '@ekinerja/contracts/skp-cascade';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';

export interface AgreementRow {
  id: Uuid;
  unitId: Uuid;
  unitName: string;
  skpdId: Uuid;
  year: number;
  status: AgreementStatus;
  version: number;
  number: string | null;
  signedOn: IsoDate | null;
  finalisedAt: Date | null;
}

const SELECT = `SELECT a.id, a.unit_id AS "unitId", u.name AS "unitName", u.skpd_id AS "skpdId", a.year, a.status, a.version, a.number,
  a.signed_on AS "signedOn", a.finalised_at AS "finalisedAt" FROM unit_agreement a JOIN unit u ON u.id = a.unit_id`;

/** Performance agreements of units (perjanjian kinerja). */
@Injectable()
export class UnitAgreementsRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<AgreementRow | null> {
    return this.db.one<AgreementRow>(`${SELECT} WHERE a.id = $1`, [id]);
  }

  lock(id: Uuid): Promise<AgreementRow | null> {
    return this.db.one<AgreementRow>(`${SELECT} WHERE a.id = $1 FOR UPDATE OF a`, [id]);
  }

  /** Units of an SKPD, or the SKPDs themselves, with the agreement of the year where there is one. */
  list(year: number, skpdId: Uuid | null, today: IsoDate, after: { name: string; id: Uuid } | null, limit: number): Promise<UnitAgreementItem[]> {
    return this.db.query<UnitAgreementItem>(
      `SELECT u.id AS "unitId", u.name AS "unitName", u.skpd_id AS "skpdId", a.id, a.status, a.number,
              (SELECT count(*)::int FROM unit_agreement_target t WHERE t.agreement_id = a.id AND t.removed_at IS NULL) AS targets
       FROM unit u LEFT JOIN unit_agreement a ON a.unit_id = u.id AND a.year = $1
       WHERE u.valid_from <= $6 AND (u.valid_to IS NULL OR u.valid_to >= $6)
         AND (CASE WHEN $2::uuid IS NULL THEN u.skpd_id = u.id ELSE u.skpd_id = $2 END)
         AND ($3::text IS NULL OR (u.name, u.id) > ($3::text, $4::uuid))
       ORDER BY u.name, u.id LIMIT $5`,
      [year, skpdId, after?.name ?? null, after?.id ?? null, limit, today],
    );
  }

  unit(unitId: Uuid): Promise<{ skpdId: Uuid | null } | null> {
    return this.db.one(`SELECT skpd_id AS "skpdId" FROM unit WHERE id = $1`, [unitId]);
  }

  /** @returns null when the unit has one for the year already */
  async start(unitId: Uuid, year: number, at: Date): Promise<Uuid | null> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO unit_agreement (unit_id, year, status, created_at) VALUES ($1,$2,'draft',$3) ON CONFLICT (unit_id, year) DO NOTHING RETURNING id`,
      [unitId, year, at],
    );
    return row?.id ?? null;
  }

  targets(id: Uuid): Promise<AgreementTarget[]> {
    return this.db.query<AgreementTarget>(
      `SELECT t.id, t.objective, t.indicator, t.target, t.unit, t.attainment, t.result, t.benefit, t.removed_at IS NOT NULL AS removed, l.links
       FROM unit_agreement_target t
       CROSS JOIN LATERAL (SELECT count(*)::int AS links FROM skp_result r WHERE r.objective_id = t.id AND r.removed_at IS NULL) l
       WHERE t.agreement_id = $1 AND (t.removed_at IS NULL OR l.links > 0) ORDER BY t.removed_at IS NOT NULL, t.position`,
      [id],
    );
  }

  /** Replaces the objectives; one that is left out is marked, never deleted: results may carry it. */
  async replace(id: Uuid, targets: AgreementTargetInput[], at: Date): Promise<void> {
    await this.db.execute(`UPDATE unit_agreement_target SET removed_at = $3 WHERE agreement_id = $1 AND removed_at IS NULL AND NOT (id = ANY($2::uuid[]))`, [
      id, targets.map((target) => target.id), at,
    ]);
    const written = await this.db.query<{ id: Uuid }>(
      `INSERT INTO unit_agreement_target (id, agreement_id, position, objective, indicator, target, unit)
       SELECT t.id, $1, t.position, t.objective, t.indicator, t.target, t.unit
       FROM jsonb_to_recordset($2::jsonb) AS t(id uuid, position int, objective text, indicator text, target text, unit text)
       ON CONFLICT (id) DO UPDATE SET position = excluded.position, objective = excluded.objective, indicator = excluded.indicator, target = excluded.target,
         unit = excluded.unit, removed_at = NULL
       WHERE unit_agreement_target.agreement_id = excluded.agreement_id RETURNING id`,
      [id, JSON.stringify(targets.map((target, position) => ({ ...target, position })))],
    );
    if (written.length !== targets.length) throw new DomainError('duplicate', { field: 'targets' });
    await this.db.execute(`UPDATE unit_agreement SET version = version + 1 WHERE id = $1`, [id]);
  }

  async setStatus(id: Uuid, status: AgreementStatus, paper: { number: string; signedOn: IsoDate; at: Date } | null): Promise<void> {
    await this.db.execute(
      `UPDATE unit_agreement SET status = $2, version = version + 1, number = coalesce($3, number), signed_on = coalesce($4, signed_on),
         finalised_at = coalesce($5, finalised_at) WHERE id = $1`,
      [id, status, paper?.number ?? null, paper?.signedOn ?? null, paper?.at ?? null],
    );
  }

  async attain(id: Uuid, items: AgreementAttainmentInput[]): Promise<number> {
    await this.db.execute(`UPDATE unit_agreement SET version = version + 1 WHERE id = $1`, [id]);
    return this.db.execute(
      `UPDATE unit_agreement_target t SET attainment = i.attainment, result = i.result, benefit = i.benefit
       FROM jsonb_to_recordset($2::jsonb) AS i("targetId" uuid, attainment text, result text, benefit text)
       WHERE t.agreement_id = $1 AND t.id = i."targetId" AND t.removed_at IS NULL`,
      [id, JSON.stringify(items)],
    );
  }
}
