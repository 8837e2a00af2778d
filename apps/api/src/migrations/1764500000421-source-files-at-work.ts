import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file of the national records is read and compared behind the request: its row says how far that is. */
export class SourceFilesAtWork1764500000421 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE staffing_import DROP CONSTRAINT staffing_import_status_check;
      ALTER TABLE staffing_import ADD CHECK (status IN ('queued','reading','comparing','applied','invalid','failed'));
      ALTER TABLE staffing_import ADD COLUMN percent integer NOT NULL DEFAULT 100 CHECK (percent BETWEEN 0 AND 100);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE staffing_import DROP COLUMN percent;
      ALTER TABLE staffing_import DROP CONSTRAINT staffing_import_status_check;
      ALTER TABLE staffing_import ADD CHECK (status IN ('applied','invalid')) NOT VALID;
    `);
  }
}
