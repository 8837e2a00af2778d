import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, Predicate, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';
import type { EvaluationWrite } from './evaluations.repository.js';

export interface PersonSpan {
  nip: string;
  sourceId: string | null;
  employmentId: Uuid;
  kind: EmployeeKind;
  from: IsoDate;
  to: IsoDate | null;
}

@Injectable()
export class EvaluationImportRepository {
  constructor(private readonly db: Database) {}

  /** People by NIP and by the id of the national records. */
  async spansOf(nips: string[], sourceIds: string[]): Promise<{ byNip: Map<string, PersonSpan[]>; bySource: Map<string, PersonSpan[]> }> {
    const rows = await this.db.query<PersonSpan>(
      `SELECT DISTINCT n.nip, m.source_id AS "sourceId", n.employment_id AS "employmentId", e.kind, e.valid_from AS "from", e.valid_to AS "to"
       FROM employment_nip n JOIN employment e ON e.id = n.employment_id LEFT JOIN staffing_match m ON m.employment_id = e.id
       WHERE n.nip = ANY($1::text[]) OR m.source_id = ANY($2::text[])`,
      [nips, sourceIds],
    );
    const by = (key: 'nip' | 'sourceId') => {
      const found = new Map<string, PersonSpan[]>();
      for (const row of rows) if (row[key]) found.set(row[key], [...(found.get(row[key]) ?? []), row]);
      return found;
    };
    return { byNip: by('nip'), bySource: by('sourceId') };
  }

  /** What is on record of these people, by `employment kind month`. */
  async standing(employmentIds: Uuid[]): Promise<Map<string, Predicate>> {
    const rows = await this.db.query<{ key: string; predicate: Predicate }>(
      `SELECT concat_ws(' ', employment_id, kind, month) AS key, predicate FROM evaluation WHERE employment_id = ANY($1::uuid[])`,
      [employmentIds],
    );
    return new Map(rows.map(({ key, predicate }) => [key, predicate]));
  }

  /** Each with its delivery: its time for an objection ran before this system. */
  async insert(rows: EvaluationWrite[], note: string): Promise<void> {
    await this.db.query(
      `WITH e AS (
         INSERT INTO evaluation (employment_id, kind, month, skp_id, method, inputs, predicate, score, quality_score, note, derivation, law, evaluator_employment_id, evaluator, determined_at, origin)
         SELECT "employmentId", kind, month, "skpId", method, inputs, predicate, score, "qualityScore", note, derivation, law, (evaluator -> 'person' ->> 'employmentId')::uuid, evaluator, "determinedAt", origin
         FROM jsonb_to_recordset($1::jsonb) AS r("employmentId" uuid, kind text, month text, "skpId" uuid, method text, inputs jsonb, predicate text, score numeric, "qualityScore" numeric,
           note text, derivation jsonb, law jsonb, evaluator jsonb, "determinedAt" timestamptz, origin text)
         RETURNING id, version, determined_at, evaluator_employment_id
       )
       INSERT INTO evaluation_receipt (evaluation_id, version, received_at, mode, recorded_by_employment_id, note)
       SELECT id, version, determined_at, 'handed-over', evaluator_employment_id, $2 FROM e`,
      [JSON.stringify(rows), note],
    );
  }
}
