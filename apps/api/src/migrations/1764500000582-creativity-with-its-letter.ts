import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Perka BKN 1/2013: creativity counts with the letter that proves it. */
export class CreativityWithItsLetter1764500000582 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE measurement ADD COLUMN creativity jsonb`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE measurement DROP COLUMN creativity`);
  }
}
