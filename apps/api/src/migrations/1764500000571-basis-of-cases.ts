import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of a result a case rests on; a case that was taken back makes room for another. */
export class BasisOfCases1764500000571 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE follow_up_case ADD COLUMN evaluation_version integer;
      -- The version whose document the employee had when the case was opened.
      UPDATE follow_up_case c SET evaluation_version = coalesce(
        (SELECT max(r.version) FROM evaluation_receipt r JOIN follow_up_step s ON s.case_id = c.id AND s.number = 1
         WHERE r.evaluation_id = c.evaluation_id AND r.received_at <= s.at), 1)
      WHERE c.kind = 'sanction';
      ALTER TABLE follow_up_case ADD CONSTRAINT follow_up_case_basis_check CHECK ((kind = 'sanction') = (evaluation_version IS NOT NULL));
      DROP INDEX follow_up_case_of_evaluation;
      DROP INDEX follow_up_case_of_month;
      CREATE UNIQUE INDEX follow_up_case_of_evaluation ON follow_up_case (evaluation_id) WHERE evaluation_id IS NOT NULL AND status <> 'withdrawn';
      CREATE UNIQUE INDEX follow_up_case_of_month ON follow_up_case (kind, employment_id, month) WHERE kind <> 'sanction' AND status <> 'withdrawn';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
