import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits anywhere, and what a post has had: found without reading the SKPs of every year. */
export class SkpLists1764500000440 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX skp_waiting ON skp(status, submitted_at, id) WHERE status IN ('submitted','reviewed','agreed','disputed');
      CREATE INDEX skp_post_year ON skp(post_id, year);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX skp_waiting; DROP INDEX skp_post_year;`);
  }
}
