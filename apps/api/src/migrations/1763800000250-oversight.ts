import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who read whose data, in which role and by which request; and the duty of confidentiality, accepted once on record (KS 26(1)). */
export class Oversight1763800000250 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE read_log
        ADD COLUMN actor_name text,
        ADD COLUMN roles text[] NOT NULL DEFAULT '{}',
        ADD COLUMN route text,
        ADD COLUMN export boolean NOT NULL DEFAULT false,
        -- Whose data the answer held.
        ADD COLUMN employment_ids uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN ip text,
        ADD COLUMN reason text;
      CREATE INDEX read_log_people ON read_log USING gin (employment_ids);
      CREATE INDEX read_log_at ON read_log(at);
      CREATE INDEX audit_event_at ON audit_event(at);
      CREATE INDEX audit_event_actor ON audit_event(actor_account_id, id);

      CREATE TABLE duty_acceptance (
        account_id uuid NOT NULL REFERENCES account(id),
        version integer NOT NULL,
        text_hash text NOT NULL,
        accepted_at timestamptz NOT NULL,
        request_id text,
        ip text,
        PRIMARY KEY (account_id, version)
      );
      CREATE TRIGGER duty_acceptance_append_only BEFORE UPDATE OR DELETE ON duty_acceptance FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
