import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Retention that reports what it removed, and looks on behalf of a person that this person can read about. */
export class PersonalData1764500000151 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE retention_run (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        before date NOT NULL,
        removed integer NOT NULL CHECK (removed > 0),
        ran_at timestamptz NOT NULL
      );
      CREATE INDEX retention_run_time ON retention_run(ran_at);

      CREATE TABLE support_view (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        viewer_account_id uuid NOT NULL REFERENCES account(id),
        -- The one whose portal is looked at.
        account_id uuid NOT NULL REFERENCES account(id),
        reason text NOT NULL,
        opened_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        CHECK (viewer_account_id <> account_id)
      );
      CREATE INDEX support_view_account ON support_view(account_id, opened_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
