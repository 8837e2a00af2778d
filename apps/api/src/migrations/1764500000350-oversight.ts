import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports upward, and data asked for by others: who, what, why, with whom it was coordinated, answer (KS 24–29). */
export class Oversight1764500000350 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION account_display_name(account_id uuid) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT coalesce(person_display_name(p), a.username) FROM account a LEFT JOIN person p ON p.id = a.person_id WHERE a.id = account_id
      $$;
      CREATE TABLE oversight_report (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('use','results','infrastructure')),
        period text NOT NULL,
        month_from text NOT NULL,
        month_to text NOT NULL,
        notes text NOT NULL,
        -- As they stood when it was drawn up.
        figures jsonb NOT NULL,
        file_id uuid REFERENCES stored_file(id),
        drawn_at timestamptz NOT NULL,
        drawn_by uuid NOT NULL REFERENCES account(id),
        published_at timestamptz,
        published_medium text,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (kind, period)
      );
      CREATE TABLE oversight_delivery (
        report_id uuid NOT NULL REFERENCES oversight_report(id),
        receiver text NOT NULL,
        delivered_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account(id),
        PRIMARY KEY (report_id, receiver)
      );
      CREATE TABLE data_request (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number text NOT NULL UNIQUE,
        party text NOT NULL,
        purpose text NOT NULL,
        subject text NOT NULL CHECK (subject IN ('staffing','performance','daily-activities')),
        skpd_id uuid NOT NULL REFERENCES unit(id),
        month_from text NOT NULL,
        month_to text NOT NULL CHECK (month_to >= month_from),
        letter_number text NOT NULL,
        letter_date date NOT NULL,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open','approved','refused','handed-over')),
        registered_at timestamptz NOT NULL,
        registered_by uuid NOT NULL REFERENCES account(id),
        decided_at timestamptz,
        decided_by uuid REFERENCES account(id),
        answer text,
        handed_over_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CHECK (status = 'open' OR decided_at IS NOT NULL)
      );
      CREATE INDEX data_request_order ON data_request(registered_at DESC, id);
      CREATE TABLE data_request_coordination (
        request_id uuid NOT NULL REFERENCES data_request(id),
        coordinated_with text NOT NULL CHECK (coordinated_with IN ('agency-head','unit-head')),
        official text NOT NULL,
        held_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account(id),
        PRIMARY KEY (request_id, coordinated_with)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
