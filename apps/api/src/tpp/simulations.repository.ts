import { Injectable } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { SimulationPerson, SimulationQuestion, SimulationStatus, SimulationTotals, SimulationUnit } from '@ekinerja/contracts/pay-simulations';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { Database } from '../platform/database/database.js';
import type { Effect } from './simulation-engine.js';

export interface SimulationInput extends SimulationQuestion {
  /** How many documents were enacted when it was asked: `before` is the law of that moment. */
  enacted: number;
}

export interface SimulationSummary {
  totals: SimulationTotals;
  units: SimulationUnit[];
  documents: { id: string; title: string }[];
}

export interface SimulationRecord {
  id: Uuid;
  name: string;
  month: IsoMonth;
  input: SimulationInput;
  status: SimulationStatus;
  percent: number;
  failure: string | null;
  summary: SimulationSummary | null;
  createdBy: string;
  createdAt: Date;
  finishedAt: Date | null;
}

const LISTED = 100;
const CHANGES_SHOWN = 20;
const SIMULATION = `s.id, s.name, s.month, s.input, s.status, s.percent, s.failure, s.summary, coalesce(person_display_name(p), a.username) AS "createdBy",
  s.created_at AS "createdAt", s.finished_at AS "finishedAt" FROM pay_simulation s JOIN account a ON a.id = s.created_by LEFT JOIN person p ON p.id = a.person_id`;
const PERSON = `x.employment_id AS "employmentId", x.skpd_id AS "skpdId", u.name AS "skpdName", x.name, x.nip, x.post_name AS "postName", x.class, x.before, x.after,
  x.difference, x.missing FROM pay_simulation_person x JOIN unit u ON u.id = x.skpd_id`;

@Injectable()
export class SimulationsRepository {
  constructor(private readonly db: Database) {}

  async regularRun(month: IsoMonth): Promise<Uuid | null> {
    return (await this.db.one<{ id: Uuid }>(`SELECT id FROM pay_run WHERE month = $1 AND kind = 'regular' ORDER BY sequence LIMIT 1`, [month]))?.id ?? null;
  }

  async lastClosedMonth(): Promise<IsoMonth | null> {
    return (await this.db.one<{ month: IsoMonth | null }>(`SELECT max(month) AS month FROM closed_month`))?.month ?? null;
  }

  /** SKPDs in which somebody holds a post on any day of the month, by name. */
  async skpdsOf(month: IsoMonth, only: readonly Uuid[]): Promise<{ skpdId: Uuid; skpdName: string }[]> {
    return this.db.query(
      `SELECT DISTINCT s.id AS "skpdId", s.name AS "skpdName" FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id JOIN unit s ON s.id = u.skpd_id
       WHERE a.kind = 'definitive' AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $1) AND (cardinality($3::uuid[]) = 0 OR s.id = ANY($3::uuid[]))
       ORDER BY s.name, s.id`,
      [firstDay(month), lastDay(month), only],
    );
  }

  async insert(simulation: { name: string; month: IsoMonth; input: SimulationInput; by: Uuid }, at: Date): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(`INSERT INTO pay_simulation (name, month, input, created_by, created_at) VALUES ($1,$2,$3,$4,$5) RETURNING id`, [
      simulation.name, simulation.month, JSON.stringify(simulation.input), simulation.by, at,
    ]);
    return row!.id;
  }

  async list(): Promise<SimulationRecord[]> {
    return this.db.query<SimulationRecord>(`SELECT ${SIMULATION} ORDER BY s.created_at DESC, s.id LIMIT ${LISTED}`);
  }

  async find(id: Uuid): Promise<SimulationRecord | null> {
    return this.db.one<SimulationRecord>(`SELECT ${SIMULATION} WHERE s.id = $1`, [id]);
  }

  async unfinished(): Promise<Uuid[]> {
    return (await this.db.query<{ id: Uuid }>(`SELECT id FROM pay_simulation WHERE status IN ('queued','running') ORDER BY created_at`)).map(({ id }) => id);
  }

  /** Begins, also again after a crash: what was there is worked out anew. */
  async begin(id: Uuid): Promise<void> {
    await this.db.execute(`DELETE FROM pay_simulation_person WHERE simulation_id = $1`, [id]);
    await this.db.execute(`UPDATE pay_simulation SET status = 'running', percent = 0 WHERE id = $1`, [id]);
  }

  async progress(id: Uuid, percent: number): Promise<void> {
    await this.db.execute(`UPDATE pay_simulation SET percent = $2 WHERE id = $1`, [id, Math.round(percent)]);
  }

  async finish(id: Uuid, summary: SimulationSummary, at: Date): Promise<void> {
    await this.db.execute(`UPDATE pay_simulation SET status = 'done', percent = 100, summary = $2, finished_at = $3 WHERE id = $1`, [id, JSON.stringify(summary), at]);
  }

  async fail(id: Uuid, failure: string, at: Date): Promise<void> {
    await this.db.execute(`UPDATE pay_simulation SET status = 'failed', failure = $2, finished_at = $3 WHERE id = $1`, [id, failure, at]);
  }

  async insertEffects(id: Uuid, effects: readonly Effect[]): Promise<void> {
    if (effects.length === 0) return;
    await this.db.query(
      `INSERT INTO pay_simulation_person (simulation_id, employment_id, skpd_id, name, nip, post_name, class, before, after, missing)
       SELECT $1, e.* FROM jsonb_to_recordset($2::jsonb)
         AS e("employmentId" uuid, "skpdId" uuid, name text, nip text, "postName" text, class text, before bigint, after bigint, missing text[])
       ON CONFLICT DO NOTHING`,
      [id, JSON.stringify(effects)],
    );
  }

  /** The biggest changes one way. */
  async biggest(id: Uuid, way: 'up' | 'down'): Promise<SimulationPerson[]> {
    const [sign, order] = way === 'up' ? ['>', 'DESC'] : ['<', 'ASC'];
    return this.db.query<SimulationPerson>(
      `SELECT ${PERSON} WHERE x.simulation_id = $1 AND x.difference ${sign} 0 ORDER BY x.difference ${order}, x.name, x.employment_id LIMIT ${CHANGES_SHOWN}`,
      [id],
    );
  }

  async people(id: Uuid, asked: { q: string | null; skpdId: Uuid | null; after: [string, Uuid] | null; limit: number }): Promise<SimulationPerson[]> {
    return this.db.query<SimulationPerson>(
      `SELECT ${PERSON} WHERE x.simulation_id = $1 AND ($2::text IS NULL OR x.name ILIKE $2 OR x.nip LIKE $2) AND ($3::uuid IS NULL OR x.skpd_id = $3)
         AND ($4::text IS NULL OR (x.name, x.employment_id) > ($4, $5::uuid))
       ORDER BY x.name, x.employment_id LIMIT $6`,
      [id, asked.q === null ? null : `%${asked.q.replace(/[\\%_]/g, '\\$&')}%`, asked.skpdId, asked.after?.[0] ?? null, asked.after?.[1] ?? null, asked.limit],
    );
  }

  async person(id: Uuid, employmentId: Uuid): Promise<SimulationPerson | null> {
    return this.db.one<SimulationPerson>(`SELECT ${PERSON} WHERE x.simulation_id = $1 AND x.employment_id = $2`, [id, employmentId]);
  }
}
