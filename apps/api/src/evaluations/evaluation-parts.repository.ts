import { Injectable } from '@nestjs/common';
import type { DecimalString, DerivationStep, IsoDate, IsoMonth, LawReference, Predicate, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationInputs, EvaluationKind, EvaluationPart } from '@ekinerja/contracts/evaluations';
import { Database } from '../platform/database/database.js';
import type { SignerSnapshot } from './evaluations.repository.js';

export interface PartRow {
  id: Uuid;
  employmentId: Uuid;
  evaluatorEmploymentId: Uuid;
  from: IsoDate;
  to: IsoDate;
  inputs: EvaluationInputs;
  predicate: Predicate;
  score: DecimalString | null;
  note: string | null;
  evaluator: SignerSnapshot;
  determinedAt: Date;
}
export interface PartWrite extends Omit<PartRow, 'id'> {
  kind: EvaluationKind;
  month: IsoMonth;
  derivation: DerivationStep[];
  law: LawReference[];
}

/** Parts of a period, each judged by the evaluator it had then. */
@Injectable()
export class EvaluationPartsRepository {
  constructor(private readonly db: Database) {}

  of(employmentIds: Uuid[], kind: EvaluationKind, month: IsoMonth): Promise<PartRow[]> {
    return this.db.query<PartRow>(
      `SELECT id, employment_id AS "employmentId", evaluator_employment_id AS "evaluatorEmploymentId", valid_from AS "from", valid_to AS "to", inputs, predicate, score, note,
              evaluator, determined_at AS "determinedAt"
       FROM evaluation_part WHERE employment_id = ANY($1::uuid[]) AND kind = $2 AND month = $3 ORDER BY valid_from`,
      [employmentIds, kind, month],
    );
  }

  /** Written again, it replaces what the same evaluator judged of the same part. */
  async save(p: PartWrite): Promise<void> {
    await this.db.query(
      `INSERT INTO evaluation_part (employment_id, kind, month, evaluator_employment_id, valid_from, valid_to, inputs, predicate, score, note, derivation, law, evaluator, determined_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)
       ON CONFLICT (employment_id, kind, month, evaluator_employment_id) DO UPDATE SET valid_from = excluded.valid_from, valid_to = excluded.valid_to, inputs = excluded.inputs,
         predicate = excluded.predicate, score = excluded.score, note = excluded.note, derivation = excluded.derivation, law = excluded.law,
         evaluator = excluded.evaluator, determined_at = excluded.determined_at, version = evaluation_part.version + 1`,
      [
        p.employmentId, p.kind, p.month, p.evaluatorEmploymentId, p.from, p.to, JSON.stringify(p.inputs), p.predicate, p.score, p.note,
        JSON.stringify(p.derivation), JSON.stringify(p.law), JSON.stringify(p.evaluator), p.determinedAt,
      ],
    );
  }
}

export function partView(row: PartRow): EvaluationPart {
  const { id, from, to, predicate, score, inputs, note } = row;
  return { id, from, to, predicate, score, inputs, note, evaluatorName: row.evaluator.person.personName, determinedAt: row.determinedAt.toISOString() };
}
