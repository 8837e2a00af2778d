import type { MigrationInterface, QueryRunner } from 'typeorm';

/** TL 35(d), 39: who decided an objection stands beside the evaluator, whose evaluation it stays. */
export class ObjectionsDecidedApart1764500000570 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- As the evaluator is kept: person, what they signed as, and how they were found.
      ALTER TABLE evaluation ADD COLUMN decided_by jsonb;
      -- Until now the one who decided was written over the evaluator; the version before the decision still names them.
      UPDATE evaluation v SET decided_by = v.evaluator, evaluator = jsonb_build_object('person', o.evaluator, 'chain', '[]'::jsonb),
             evaluator_employment_id = (o.evaluator ->> 'employmentId')::uuid
      FROM (SELECT DISTINCT ON (evaluation_id) evaluation_id, evaluation -> 'evaluator' AS evaluator FROM evaluation_version
            WHERE replaced_by = 'objection' ORDER BY evaluation_id, version DESC) o
      WHERE o.evaluation_id = v.id AND v.origin = 'objection';
      ALTER TABLE evaluation ADD CONSTRAINT evaluation_decided_by_check CHECK ((origin = 'objection') = (decided_by IS NOT NULL));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
