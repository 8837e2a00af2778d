import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was sent to the national staffing platform: each version of a result once. */
export class SiasnDeliveries1764500000152 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE siasn_delivery (
        evaluation_id uuid NOT NULL REFERENCES evaluation(id),
        version integer NOT NULL,
        status text NOT NULL CHECK (status IN ('waiting','sent','failed')),
        asked_by uuid NOT NULL REFERENCES account(id),
        at timestamptz NOT NULL,
        answer text,
        PRIMARY KEY (evaluation_id, version)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
