import type { MigrationInterface, QueryRunner } from 'typeorm';

/** TL 18(4): a party outside gives periodic or incidental feedback, about whatever the leader asks. */
export class InvitationsSayAboutWhat1764500000580 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE feedback_invitation
        ADD COLUMN kind text NOT NULL DEFAULT 'incidental' CHECK (kind IN ('periodic','incidental')),
        ADD COLUMN subject text NOT NULL DEFAULT 'general' CHECK (subject IN ('result','indicator','behaviour','general')),
        ADD COLUMN result_id uuid,
        ADD COLUMN about text,
        ADD CHECK ((subject = 'general') = (about IS NULL));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE feedback_invitation DROP COLUMN about, DROP COLUMN result_id, DROP COLUMN subject, DROP COLUMN kind`);
  }
}
