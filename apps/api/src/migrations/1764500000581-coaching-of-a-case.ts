import type { MigrationInterface, QueryRunner } from 'typeorm';

/** KS 31(1): the step that says coaching leads to the coaching itself, with its sessions. */
export class CoachingOfACase1764500000581 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE follow_up_step ADD COLUMN coaching_id uuid REFERENCES coaching(id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE follow_up_step DROP COLUMN coaching_id`);
  }
}
