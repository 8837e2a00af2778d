import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second factor beside the password, recovery by one-time code, and counting of requests that several replicas share. */
export class SecondFactorAndRecovery1763800000240 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE account ADD COLUMN password_changed_at timestamptz;

      CREATE TABLE second_factor (
        account_id uuid PRIMARY KEY REFERENCES account(id),
        -- Sealed with a key that the database does not hold.
        secret text NOT NULL,
        begun_at timestamptz NOT NULL,
        -- Null while nobody has shown that the device works.
        confirmed_at timestamptz,
        -- The step of the last code taken: the same or an older one is refused.
        last_step bigint
      );
      CREATE TABLE second_factor_code (
        account_id uuid NOT NULL REFERENCES account(id),
        hash text NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (account_id, hash)
      );

      CREATE TABLE account_recovery (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account(id),
        code_hash text NOT NULL,
        made_by uuid NOT NULL REFERENCES account(id),
        made_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        -- Removes the second factor as well, for a lost phone.
        second_factor boolean NOT NULL,
        reason text NOT NULL,
        CHECK (made_by <> account_id)
      );
      CREATE INDEX account_recovery_account ON account_recovery(account_id, made_at DESC);

      -- Lost in a crash without harm, so not written ahead.
      CREATE UNLOGGED TABLE request_rate (
        key text PRIMARY KEY,
        hits integer NOT NULL,
        until timestamptz NOT NULL
      );
      CREATE INDEX request_rate_until ON request_rate(until);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
