import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A month that is paid inside its year closes by its first days alone: the days after stay open for entries and presence. */
export class MonthsClosedToADay1764500000530 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE closed_month ADD COLUMN until date`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE closed_month DROP COLUMN until`);
  }
}
