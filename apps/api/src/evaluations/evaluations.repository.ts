import { Injectable } from '@nestjs/common';
import type { DecimalString, DerivationStep, IsoMonth, LawReference, Predicate, Rating, Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation, EvaluationInputs, EvaluationKind, EvaluationOrigin, ReceiptMode } from '@ekinerja/contracts/evaluations';
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
  kind: EvaluationKind;
  month: IsoMonth;
  skpId: Uuid | null;
  method: string;
  inputs: EvaluationInputs;
  predicate: Predicate;
  score: DecimalString | null;
  qualityScore: DecimalString | null;
  note: string | null;
  recommendation: string | null;
  derivation: DerivationStep[];
  law: LawReference[];
  evaluator: SignerSnapshot;
  /** TL 35(d): who decided the objection; the evaluator stays who they were. */
  decidedBy: SignerSnapshot | null;
  determinedAt: Date;
  origin: EvaluationOrigin;
  objectionId: Uuid | null;
  version: number;
  receivedAt: Date | null;
  receiptMode: ReceiptMode | null;
  receiptNote: string | null;
}

export interface EvaluationWrite {
  employmentId: Uuid;
  kind: EvaluationKind;
  month: IsoMonth;
  skpId: Uuid | null;
  method: string;
  inputs: EvaluationInputs;
  predicate: Predicate;
  score: DecimalString | null;
  qualityScore: DecimalString | null;
  note: string | null;
  recommendation: string | null;
  derivation: DerivationStep[];
  law: LawReference[];
  evaluator: SignerSnapshot;
  decidedBy: SignerSnapshot | null;
  determinedAt: Date;
  origin: EvaluationOrigin;
}

const SELECT = `
  SELECT v.id, v.employment_id AS "employmentId", person_display_name(p) AS "personName", v.kind, v.month, v.skp_id AS "skpId", v.method, v.inputs,
         v.predicate, v.score, v.quality_score AS "qualityScore", v.note, v.recommendation, v.derivation, v.law, v.evaluator, v.decided_by AS "decidedBy",
         v.determined_at AS "determinedAt", v.origin, v.objection_id AS "objectionId", v.version,
         r.received_at AS "receivedAt", r.mode AS "receiptMode", r.note AS "receiptNote"
  FROM evaluation v JOIN employment e ON e.id = v.employment_id JOIN person p ON p.id = e.person_id
  LEFT JOIN evaluation_receipt r ON r.evaluation_id = v.id AND r.version = v.version`;

@Injectable()
export class EvaluationsRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<EvaluationRow | null> {
    return this.db.one<EvaluationRow>(`${SELECT} WHERE v.id = $1`, [id]);
  }

  lock(employmentId: Uuid, kind: EvaluationKind, month: IsoMonth): Promise<EvaluationRow | null> {
    return this.db.one<EvaluationRow>(`${SELECT} WHERE v.employment_id = $1 AND v.kind = $2 AND v.month = $3 FOR UPDATE OF v`, [employmentId, kind, month]);
  }

  lockById(id: Uuid): Promise<EvaluationRow | null> {
    return this.db.one<EvaluationRow>(`${SELECT} WHERE v.id = $1 FOR UPDATE OF v`, [id]);
  }

  ofEmployment(employmentId: Uuid): Promise<EvaluationRow[]> {
    return this.db.query<EvaluationRow>(`${SELECT} WHERE v.employment_id = $1 ORDER BY v.month DESC, v.kind`, [employmentId]);
  }

  /** All of many people, newest first. */
  ofMany(employmentIds: Uuid[]): Promise<EvaluationRow[]> {
    return this.db.query<EvaluationRow>(`${SELECT} WHERE v.employment_id = ANY($1::uuid[]) ORDER BY v.month DESC, v.kind`, [employmentIds]);
  }

  /** The latest periodic one of each person in a span of months. */
  latest(employmentIds: Uuid[], from: IsoMonth, to: IsoMonth): Promise<EvaluationRow[]> {
    return this.db.query<EvaluationRow>(
      `SELECT DISTINCT ON ("employmentId") * FROM (${SELECT} WHERE v.employment_id = ANY($1::uuid[]) AND v.kind = 'periodic' AND v.month BETWEEN $2 AND $3) found
       ORDER BY "employmentId", month DESC`,
      [employmentIds, from, to],
    );
  }

  /** The same without inputs, derivation and signer, which are most of the bytes: what the pay of thousands asks. */
  latestPredicates(
    employmentIds: Uuid[], from: IsoMonth, to: IsoMonth,
  ): Promise<Pick<EvaluationRow, 'employmentId' | 'month' | 'predicate' | 'score' | 'qualityScore'>[]> {
    return this.db.query(
      `SELECT DISTINCT ON (employment_id) employment_id AS "employmentId", month, predicate, score, quality_score AS "qualityScore"
       FROM evaluation WHERE employment_id = ANY($1::uuid[]) AND kind = 'periodic' AND month BETWEEN $2 AND $3 ORDER BY employment_id, month DESC`,
      [employmentIds, from, to],
    );
  }

  /** Two who determine the same month for the first time meet the unique key: the second is refused. */
  async create(evaluation: EvaluationWrite): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO evaluation (skp_id, method, inputs, predicate, score, quality_score, note, derivation, law, evaluator_employment_id,
         evaluator, determined_at, recommendation, origin, decided_by, employment_id, kind, month)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18) RETURNING id`,
      [...values(evaluation), evaluation.employmentId, evaluation.kind, evaluation.month],
    );
    return row!.id;
  }

  async change(id: Uuid, evaluation: EvaluationWrite): Promise<void> {
    await this.db.execute(
      `UPDATE evaluation SET skp_id = $1, method = $2, inputs = $3, predicate = $4, score = $5, quality_score = $6, note = $7, derivation = $8,
         law = $9, evaluator_employment_id = $10, evaluator = $11, determined_at = $12, recommendation = $13, origin = $14,
         decided_by = $15, version = version + 1
       WHERE id = $16`,
      [...values(evaluation), id],
    );
  }
}

function values(e: EvaluationWrite): unknown[] {
  return [
    e.skpId, e.method, JSON.stringify(e.inputs), e.predicate, e.score, e.qualityScore, e.note, JSON.stringify(e.derivation),
    JSON.stringify(e.law), e.evaluator.person.employmentId, JSON.stringify(e.evaluator), e.determinedAt,
    e.recommendation, e.origin, e.decidedBy && JSON.stringify(e.decidedBy),
  ];
}

export function evaluationView(row: EvaluationRow): Evaluation {
  const { id, employmentId, personName, kind, month, method, inputs, predicate, score, note, recommendation, origin, derivation, version } = row;
  return {
    id, employmentId, personName, kind, month, method, inputs, predicate, score, note, recommendation, origin, derivation, version,
    underObjection: row.objectionId !== null && origin !== 'objection',
    receipt:
      row.receivedAt && row.receiptMode ? { version, receivedAt: row.receivedAt.toISOString(), mode: row.receiptMode, note: row.receiptNote } : null,
    resultRating: (inputs.workRating ?? null) as Rating | null,
    behaviourRating: (inputs.behaviourRating ?? null) as Rating | null,
    references: row.law,
    evaluator: row.evaluator.person,
    decidedBy: row.decidedBy?.person ?? null,
    determinedAt: row.determinedAt.toISOString(),
  };
}

/** The evaluator, and whoever decided an objection to it: they need no right to read the person. */
export function setBy({ evaluator, decidedBy }: EvaluationRow, employmentId: Uuid | null): boolean {
  return employmentId !== null && [evaluator, decidedBy].some((signer) => signer?.person.employmentId === employmentId);
}
