import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What sign-in needs beyond the account itself, the accounts of generated data, and search over people. */
export class SignIn1763800000110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Failures are counted by the name typed in, whether or not an account has it: a lock gives no hint. Only a hash
      -- of the name is kept, since people type passwords into the wrong field.
      CREATE TABLE sign_in_failure (
        name_hash text PRIMARY KEY,
        failures integer NOT NULL,
        locked_until timestamptz,
        last_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_failure_age ON sign_in_failure(last_at);
      ALTER TABLE account DROP COLUMN failed_attempts, DROP COLUMN locked_until;

      -- Every refresh token a session has used up: whoever shows one of them ends the session.
      CREATE TABLE retired_refresh_token (
        hash text PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session(id) ON DELETE CASCADE
      );
      CREATE INDEX retired_refresh_token_session ON retired_refresh_token(session_id);

      -- Accounts shown on the sign-in page; filled by generated data only.
      CREATE TABLE demo_account (
        username text PRIMARY KEY,
        password text NOT NULL,
        name text NOT NULL,
        post_name text NOT NULL,
        role text NOT NULL,
        position integer NOT NULL
      );

      -- As people write it: titles in front, behind a comma the others.
      CREATE FUNCTION person_display_name(p person) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT concat_ws(', ', concat_ws(' ', nullif(p.front_title, ''), p.name), nullif(p.back_title, '')) $$;

      CREATE INDEX person_by_name ON person(name, id);
      CREATE INDEX employment_nip_search ON employment_nip USING gin (nip gin_trgm_ops);
      CREATE TRIGGER employment_rank_bumps_version AFTER INSERT OR UPDATE OR DELETE ON employment_rank
        FOR EACH STATEMENT EXECUTE FUNCTION bump_organisation_version();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
