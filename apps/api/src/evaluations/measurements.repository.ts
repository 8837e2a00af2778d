import { Injectable } from '@nestjs/common';
import type { DecimalString, DerivationStep, IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { Creativity, MeasurementLine, MeasurementRhythm, MeasurementStatus } from '@ekinerja/contracts/measurements';
import type { EvaluatorPerson } from '@ekinerja/contracts/organisation';
import { Database } from '../platform/database/database.js';

export interface MeasuredScore {
  score: DecimalString;
  derivation: DerivationStep[];
}
export interface MeasurementRow {
  id: Uuid;
  employmentId: Uuid;
  skpId: Uuid;
  rhythm: MeasurementRhythm;
  month: IsoMonth;
  status: Exclude<MeasurementStatus, 'none'>;
  lines: MeasurementLine[];
  statedAt: Date | null;
  confirmedAt: Date | null;
  confirmedBy: EvaluatorPerson | null;
  score: DecimalString | null;
  derivation: DerivationStep[];
  creativity: Creativity | null;
  version: number;
}
export interface GatheredRow {
  resultId: Uuid;
  unit: string;
  quantity: DecimalString;
  entries: number;
  evidence: number;
  minutes: number;
}

const SELECT = `SELECT id, employment_id AS "employmentId", skp_id AS "skpId", rhythm, month, status, lines, stated_at AS "statedAt",
  confirmed_at AS "confirmedAt", confirmed_by AS "confirmedBy", score, derivation, creativity, version FROM measurement`;

@Injectable()
export class MeasurementsRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<MeasurementRow | null> {
    return this.db.one<MeasurementRow>(`${SELECT} WHERE id = $1`, [id]);
  }

  lock(id: Uuid): Promise<MeasurementRow | null> {
    return this.db.one<MeasurementRow>(`${SELECT} WHERE id = $1 FOR UPDATE`, [id]);
  }

  of(skpId: Uuid, rhythm: MeasurementRhythm, month: IsoMonth): Promise<MeasurementRow | null> {
    return this.db.one<MeasurementRow>(`${SELECT} WHERE skp_id = $1 AND rhythm = $2 AND month = $3 FOR UPDATE`, [skpId, rhythm, month]);
  }

  ofMany(employmentIds: Uuid[], rhythm: MeasurementRhythm, month: IsoMonth): Promise<MeasurementRow[]> {
    return this.db.query<MeasurementRow>(`${SELECT} WHERE employment_id = ANY($1::uuid[]) AND rhythm = $2 AND month = $3`, [employmentIds, rhythm, month]);
  }

  /** Two devices that store the first statement meet the unique key: the second is refused. */
  async create(m: Pick<MeasurementRow, 'employmentId' | 'skpId' | 'rhythm' | 'month' | 'status' | 'lines' | 'statedAt'>): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO measurement (employment_id, skp_id, rhythm, month, status, lines, stated_at) VALUES ($1,$2,$3,$4,$5,$6,$7) RETURNING id`,
      [m.employmentId, m.skpId, m.rhythm, m.month, m.status, JSON.stringify(m.lines), m.statedAt],
    );
    return row!.id;
  }

  async state(id: Uuid, status: 'draft' | 'stated', lines: MeasurementLine[], statedAt: Date | null): Promise<void> {
    await this.db.execute(
      `UPDATE measurement SET status = $2, lines = $3, stated_at = $4, confirmed_at = NULL, confirmed_by = NULL, score = NULL, derivation = '[]', creativity = NULL, version = version + 1
       WHERE id = $1`,
      [id, status, JSON.stringify(lines), statedAt],
    );
  }

  async confirm(id: Uuid, lines: MeasurementLine[], creativity: Creativity | null, measured: MeasuredScore | null, by: EvaluatorPerson, at: Date): Promise<void> {
    await this.db.execute(
      `UPDATE measurement SET status = 'confirmed', lines = $2, score = $3, derivation = $4, confirmed_by = $5, confirmed_at = $6, creativity = $7, version = version + 1 WHERE id = $1`,
      [id, JSON.stringify(lines), measured?.score ?? null, JSON.stringify(measured?.derivation ?? []), JSON.stringify(by), at, creativity && JSON.stringify(creativity)],
    );
  }

  /** Accepted entries by result and unit of output. */
  gathered(employmentId: Uuid, from: IsoDate, to: IsoDate): Promise<GatheredRow[]> {
    return this.db.query<GatheredRow>(
      `SELECT a.skp_result_id AS "resultId", a.output_unit AS unit, sum(a.output_quantity)::text AS quantity, count(*)::int AS entries,
              (sum((a.evidence_link IS NOT NULL)::int) + coalesce(sum(e.n), 0))::int AS evidence,
              sum(a.minutes)::int AS minutes
       FROM activity a
       LEFT JOIN (SELECT activity_id, count(*) AS n FROM activity_evidence WHERE removed_at IS NULL GROUP BY activity_id) e ON e.activity_id = a.id
       WHERE a.employment_id = $1 AND a.status = 'accepted' AND a.date BETWEEN $2 AND $3 GROUP BY a.skp_result_id, a.output_unit`,
      [employmentId, from, to],
    );
  }
}
