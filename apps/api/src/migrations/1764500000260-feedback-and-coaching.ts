import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Continuous feedback, marks of progress with their measures, coaching, and invitations to people outside (TL 16–20). */
export class FeedbackAndCoaching1764500000260 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- TL 18(2): the rhythm as agreed; one row a person in force, earlier ones stay.
      CREATE TABLE feedback_rhythm (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        every text NOT NULL CHECK (every IN ('weekly','monthly','quarterly','semester','yearly')),
        proposed_by uuid NOT NULL REFERENCES employment(id),
        proposed_at timestamptz NOT NULL,
        agreed_by uuid REFERENCES employment(id),
        agreed_at timestamptz,
        ended_at timestamptz,
        CHECK ((agreed_by IS NULL) = (agreed_at IS NULL)),
        CHECK (agreed_by <> proposed_by)
      );
      CREATE UNIQUE INDEX feedback_rhythm_proposed ON feedback_rhythm (employment_id) WHERE ended_at IS NULL AND agreed_at IS NULL;
      CREATE UNIQUE INDEX feedback_rhythm_agreed ON feedback_rhythm (employment_id) WHERE ended_at IS NULL AND agreed_at IS NOT NULL;

      -- A person outside writes once by a link; only the hash of its secret is kept.
      CREATE TABLE feedback_invitation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        invited_by uuid NOT NULL REFERENCES employment(id),
        name text NOT NULL,
        office text NOT NULL,
        email text,
        question text,
        secret_hash text NOT NULL UNIQUE,
        invited_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        withdrawn_at timestamptz,
        CHECK (used_at IS NULL OR withdrawn_at IS NULL)
      );
      CREATE INDEX feedback_invitation_of ON feedback_invitation (employment_id, invited_at);

      CREATE TABLE feedback (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        giver text NOT NULL CHECK (giver IN ('leader','peer','subordinate','other')),
        giver_employment_id uuid REFERENCES employment(id),
        giver_name text NOT NULL,
        giver_office text,
        invitation_id uuid UNIQUE REFERENCES feedback_invitation(id),
        kind text NOT NULL CHECK (kind IN ('periodic','incidental')),
        way text NOT NULL CHECK (way IN ('direct','indirect')),
        held_on date,
        given_on date NOT NULL,
        subject text NOT NULL CHECK (subject IN ('result','indicator','behaviour','general')),
        result_id uuid,
        about text,
        text text NOT NULL,
        given_at timestamptz NOT NULL,
        answer text,
        answered_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CHECK ((giver_employment_id IS NULL) = (invitation_id IS NOT NULL)),
        CHECK ((way = 'direct') = (held_on IS NOT NULL)),
        CHECK ((answer IS NULL) = (answered_at IS NULL)),
        CHECK (giver_employment_id <> employment_id)
      );
      CREATE INDEX feedback_of ON feedback (employment_id, given_at DESC);
      CREATE INDEX feedback_by ON feedback (giver_employment_id, given_on);

      CREATE TABLE coaching (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        coach_employment_id uuid NOT NULL REFERENCES employment(id),
        kind text NOT NULL CHECK (kind IN ('guidance','counselling')),
        status text NOT NULL CHECK (status IN ('proposed','running','ended')),
        reason text NOT NULL,
        opened_at timestamptz NOT NULL,
        outcome text,
        ended_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CHECK ((status = 'ended') = (ended_at IS NOT NULL)),
        CHECK (ended_at IS NULL OR outcome IS NOT NULL)
      );
      CREATE INDEX coaching_of ON coaching (employment_id, opened_at DESC);
      CREATE TABLE coaching_session (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coaching_id uuid NOT NULL REFERENCES coaching(id),
        held_on date NOT NULL,
        notes text NOT NULL,
        outcome text NOT NULL,
        held_by uuid NOT NULL REFERENCES employment(id),
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX coaching_session_of ON coaching_session (coaching_id, held_on);

      CREATE TABLE progress_mark (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        result_id uuid,
        about text NOT NULL,
        progress boolean NOT NULL,
        note text NOT NULL,
        marked_at timestamptz NOT NULL,
        marked_by uuid NOT NULL REFERENCES employment(id)
      );
      CREATE INDEX progress_mark_of ON progress_mark (employment_id, marked_at DESC);
      CREATE TABLE progress_measure (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        mark_id uuid NOT NULL REFERENCES progress_mark(id),
        measure text NOT NULL CHECK (measure IN ('appreciation','assignment','expectations','resources','coaching','coaching-proposal','take-over')),
        note text NOT NULL,
        skp_change_id uuid REFERENCES skp_change(id),
        coaching_id uuid REFERENCES coaching(id),
        cite jsonb NOT NULL,
        taken_at timestamptz NOT NULL,
        taken_by uuid NOT NULL REFERENCES employment(id)
      );
      CREATE UNIQUE INDEX progress_measure_once ON progress_measure (mark_id, measure);
      CREATE INDEX progress_measure_change ON progress_measure (skp_change_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE progress_measure, progress_mark, coaching_session, coaching, feedback, feedback_invitation, feedback_rhythm`);
  }
}
