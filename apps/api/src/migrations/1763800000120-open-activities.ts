import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open entries by due date, whoever they wait for: what the lapse job asks every five minutes (KS 23(7)). */
export class OpenActivities1763800000120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX activity_open_due ON activity(due_at, id) WHERE status = 'submitted'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX activity_open_due`);
  }
}
