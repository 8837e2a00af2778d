import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other systems as callers: an account that nobody signs in to, scopes, and keys that follow one another. */
export class Integrators1763800000242 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE integrator (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL UNIQUE REFERENCES account(id),
        name text NOT NULL,
        purpose text NOT NULL,
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES account(id),
        revoked_at timestamptz
      );
      CREATE UNIQUE INDEX integrator_name ON integrator(lower(name)) WHERE revoked_at IS NULL;
      CREATE TABLE integrator_key (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        integrator_id uuid NOT NULL REFERENCES integrator(id),
        hash text NOT NULL UNIQUE,
        -- The first letters, by which people tell keys apart.
        hint text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        last_ip text
      );
      CREATE INDEX integrator_key_integrator ON integrator_key(integrator_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
