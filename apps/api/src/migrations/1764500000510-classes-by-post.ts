import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The class of a post on a day, answered from the index alone: of the keys that are there, the planner takes the one
 * that keeps spans apart, twenty times slower, and a month's close asks for the class of everybody.
 */
export class ClassesByPost1764500000510 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX post_class_of_day ON post_class (post_id, valid_from) INCLUDE (valid_to, class)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX post_class_of_day`);
  }
}
