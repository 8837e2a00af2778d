import { Injectable } from '@nestjs/common';
import type { DecimalString, DerivationStep, IsoMonth, LawReference, Predicate, Rating, Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation, EvaluationInputs } from '@ekinerja/contracts/evaluations';
import type { EvaluatorLink, EvaluatorPerson } from '@ekinerja/contracts/organisation';
import type { PersonSnapshot } from '@ekinerja/contracts/skp';
import { Database } from '../platform/database/database.js';

/** Who determined, in which capacity, how they were found, and as what they signed. */
export interface SignerSnapshot {
  person: EvaluatorPerson;
  signedAs: PersonSnapshot;
  chain: EvaluatorLink[];
}

export interface EvaluationRow {
  id: Uuid;
  employmentId: Uuid;
  personName: string;
  month: IsoMonth;
  method: string;
  inputs: EvaluationInputs;
  predicate: Predicate;
  score: DecimalString | null;
  qualityScore: DecimalString | null;
  note: string | null;
  derivation: DerivationStep[];
  law: LawReference[];
  evaluator: SignerSnapshot;
  determinedAt: Date;
  version: number;
}

export interface EvaluationWrite {
  employmentId: Uuid;
  month: IsoMonth;
  skpId: Uuid | null;
  method: string;
  inputs: EvaluationInputs;
  predicate: Predicate;
  score: DecimalString | null;
  qualityScore: DecimalString | null;
  note: string | null;
  derivation: DerivationStep[];
  law: LawReference[];
  evaluator: SignerSnapshot;
  determinedAt: Date;
}

const SELECT = `
  SELECT v.id, v.employment_id AS "employmentId", person_display_name(p) AS "personName", v.month, v.method, v.inputs, v.predicate, v.score,
         v.quality_score AS "qualityScore", v.note, v.derivation, v.law, v.evaluator, v.determined_at AS "determinedAt", v.version
  FROM evaluation v JOIN employment e ON e.id = v.employment_id JOIN person p ON p.id = e.person_id`;

@Injectable()
export class EvaluationsRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<EvaluationRow | null> {
    return this.db.one<EvaluationRow>(`${SELECT} WHERE v.id = $1`, [id]);
  }

  lock(employmentId: Uuid, month: IsoMonth): Promise<EvaluationRow | null> {
    return this.db.one<EvaluationRow>(`${SELECT} WHERE v.employment_id = $1 AND v.month = $2 FOR UPDATE OF v`, [employmentId, month]);
  }

  ofEmployment(employmentId: Uuid): Promise<EvaluationRow[]> {
    return this.db.query<EvaluationRow>(`${SELECT} WHERE v.employment_id = $1 ORDER BY v.month DESC`, [employmentId]);
  }

  /** The latest of each person in a span of months. */
  latest(employmentIds: Uuid[], from: IsoMonth, to: IsoMonth): Promise<EvaluationRow[]> {
    return this.db.query<EvaluationRow>(
      `SELECT DISTINCT ON ("employmentId") * FROM (${SELECT} WHERE v.employment_id = ANY($1::uuid[]) AND v.month BETWEEN $2 AND $3) found
       ORDER BY "employmentId", month DESC`,
      [employmentIds, from, to],
    );
  }

  /** The same without inputs, derivation and signer, which are most of the bytes: what the pay of thousands asks. */
  latestPredicates(
    employmentIds: Uuid[], from: IsoMonth, to: IsoMonth,
  ): Promise<Pick<EvaluationRow, 'employmentId' | 'month' | 'predicate' | 'score' | 'qualityScore' | 'law'>[]> {
    return this.db.query(
      `SELECT DISTINCT ON (employment_id) employment_id AS "employmentId", month, predicate, score, quality_score AS "qualityScore", law
       FROM evaluation WHERE employment_id = ANY($1::uuid[]) AND month BETWEEN $2 AND $3 ORDER BY employment_id, month DESC`,
      [employmentIds, from, to],
    );
  }

  /** Two who determine the same month for the first time meet the unique key: the second is refused. */
  async create(evaluation: EvaluationWrite): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO evaluation (skp_id, method, inputs, predicate, score, quality_score, note, derivation, law, evaluator_employment_id,
         evaluator, determined_at, employment_id, month)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14) RETURNING id`,
      [...values(evaluation), evaluation.employmentId, evaluation.month],
    );
    return row!.id;
  }

  async change(id: Uuid, evaluation: EvaluationWrite): Promise<void> {
    await this.db.execute(
      `UPDATE evaluation SET skp_id = $1, method = $2, inputs = $3, predicate = $4, score = $5, quality_score = $6, note = $7, derivation = $8,
         law = $9, evaluator_employment_id = $10, evaluator = $11, determined_at = $12, version = version + 1
       WHERE id = $13`,
      [...values(evaluation), id],
    );
  }
}

function values(e: EvaluationWrite): unknown[] {
  return [
    e.skpId, e.method, JSON.stringify(e.inputs), e.predicate, e.score, e.qualityScore, e.note, JSON.stringify(e.derivation),
    JSON.stringify(e.law), e.evaluator.person.employmentId, JSON.stringify(e.evaluator), e.determinedAt,
  ];
}

export function evaluationView(row: EvaluationRow): Evaluation {
  const { id, employmentId, personName, month, method, inputs, predicate, score, note, derivation, version } = row;
  return {
    id, employmentId, personName, month, method, inputs, predicate, score, note, derivation, version,
    resultRating: (inputs.workRating ?? null) as Rating | null,
    behaviourRating: (inputs.behaviourRating ?? null) as Rating | null,
    references: row.law,
    evaluator: row.evaluator.person,
    determinedAt: row.determinedAt.toISOString(),
  };
}
