import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evaluations that were determined before this system, taken in from a file. */
export class EarlierEvaluations1764500000501 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE evaluation DROP CONSTRAINT evaluation_origin_check;
      ALTER TABLE evaluation ADD CONSTRAINT evaluation_origin_check CHECK (origin IN ('evaluator','objection','imported'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
