import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event put right: the one recorded in its place points to it. */
export class EventsPutRight1764500000471 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE employment_event ADD COLUMN corrects_id uuid UNIQUE REFERENCES employment_event(id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE employment_event DROP COLUMN corrects_id`);
  }
}
