import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Objections to evaluations with their case file. */
export class Objections1764500000230 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE objection (
        id uuid PRIMARY KEY,
        evaluation_id uuid NOT NULL REFERENCES evaluation(id),
        -- The version objected to, and how it stood.
        evaluation_version integer NOT NULL,
        evaluation jsonb NOT NULL,
        employment_id uuid NOT NULL REFERENCES employment(id),
        reasons text NOT NULL,
        received_at timestamptz NOT NULL,
        filed_at timestamptz NOT NULL,
        file_due_at timestamptz,
        decide_due_at timestamptz,
        cites jsonb NOT NULL,
        law jsonb NOT NULL,
        evaluator_employment_id uuid NOT NULL REFERENCES employment(id),
        -- Who may decide, lowest first; an overdue one is open to more of them.
        tiers jsonb NOT NULL,
        tier_employment_ids uuid[] NOT NULL CHECK (cardinality(tier_employment_ids) > 0),
        tier integer NOT NULL DEFAULT 0,
        status text NOT NULL DEFAULT 'filed' CHECK (status IN ('filed','decided','withdrawn')),
        outcome text CHECK (outcome IN ('uphold','change')),
        decision_reason text,
        recommendation text,
        decided_at timestamptz,
        decider jsonb,
        predicate_after text,
        withdrawn_reason text,
        version integer NOT NULL DEFAULT 1,
        CHECK ((status = 'decided') = (outcome IS NOT NULL AND decided_at IS NOT NULL AND decider IS NOT NULL AND decision_reason IS NOT NULL)),
        CHECK (outcome IS DISTINCT FROM 'change' OR recommendation IS NOT NULL)
      );
      -- One case for each version of an evaluation; one withdrawn in time may be filed again.
      CREATE UNIQUE INDEX objection_of_version ON objection(evaluation_id, evaluation_version) WHERE status <> 'withdrawn';
      CREATE INDEX objection_employment ON objection(employment_id);
      CREATE INDEX objection_evaluator ON objection(evaluator_employment_id);
      CREATE INDEX objection_tiers ON objection USING gin (tier_employment_ids);
      CREATE INDEX objection_open ON objection(decide_due_at) WHERE status = 'filed';

      CREATE TABLE objection_statement (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        objection_id uuid NOT NULL REFERENCES objection(id),
        side text NOT NULL CHECK (side IN ('employee','evaluator')),
        question text,
        asked_by text,
        asked_at timestamptz,
        text text,
        given_at timestamptz,
        recorded_by text,
        CHECK ((question IS NULL) = (asked_at IS NULL)),
        CHECK ((text IS NULL) = (given_at IS NULL)),
        CHECK (question IS NOT NULL OR text IS NOT NULL)
      );
      CREATE INDEX objection_statement_case ON objection_statement(objection_id);

      CREATE TABLE objection_evidence (
        id uuid PRIMARY KEY,
        objection_id uuid NOT NULL REFERENCES objection(id),
        file_id uuid NOT NULL REFERENCES stored_file(id),
        side text NOT NULL CHECK (side IN ('employee','evaluator')),
        added_at timestamptz NOT NULL
      );
      CREATE INDEX objection_evidence_case ON objection_evidence(objection_id);

      -- Up to which version each of the three has opened the case.
      CREATE TABLE objection_seen (
        objection_id uuid NOT NULL REFERENCES objection(id),
        employment_id uuid NOT NULL REFERENCES employment(id),
        version integer NOT NULL,
        PRIMARY KEY (objection_id, employment_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
