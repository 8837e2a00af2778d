import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Headings that a region's files of the national application bear, beside those that are known. */
export class NationalHeadings1764500000503 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE national_headings (
        file text PRIMARY KEY CHECK (file IN ('results','skp')),
        columns jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        changed_at timestamptz NOT NULL,
        changed_by uuid NOT NULL REFERENCES account(id)
      );
      CREATE INDEX staffing_match_source ON staffing_match(source_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
