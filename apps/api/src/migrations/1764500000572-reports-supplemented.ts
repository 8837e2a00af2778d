import type { MigrationInterface, QueryRunner } from 'typeorm';

/** TL 27: who was rated, or changed, after the report was sent is reported by a supplement. */
export class ReportsSupplemented1764500000572 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE performance_report ADD COLUMN number integer NOT NULL DEFAULT 1 CHECK (number > 0);
      ALTER TABLE performance_report DROP CONSTRAINT performance_report_kind_month_from_employment_id_key;
      ALTER TABLE performance_report ADD CONSTRAINT performance_report_of_period UNIQUE (kind, month, from_employment_id, number);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
