import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session that the government's identity server opened after a second factor of its own. */
export class StrongSessions1764500000502 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE session ADD COLUMN second_factor_elsewhere boolean NOT NULL DEFAULT false`);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
