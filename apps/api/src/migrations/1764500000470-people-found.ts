import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is found by part of a name or NIP, and of which kind somebody is on a day, as functions that the planner sees
 * through: their plan is made with the question around them.
 */
export class PeopleFound1764500000470 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION employments_found(pattern text) RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $$
        SELECT e.id FROM person p JOIN employment e ON e.person_id = p.id WHERE p.name ILIKE pattern
        UNION SELECT n.employment_id FROM employment_nip n WHERE n.nip LIKE pattern $$;

      -- The latest kind up to the day, or the first one there is.
      CREATE FUNCTION employment_kinds_on(employment uuid, day date) RETURNS TABLE (kind text) LANGUAGE sql STABLE ROWS 1 AS $$
        SELECT coalesce((SELECT k.kind FROM employment_kind k WHERE k.employment_id = employment AND k.valid_from <= day ORDER BY k.valid_from DESC LIMIT 1),
                        (SELECT k.kind FROM employment_kind k WHERE k.employment_id = employment ORDER BY k.valid_from LIMIT 1)) $$;
      CREATE OR REPLACE FUNCTION employment_kind_on(employment uuid, day date) RETURNS text LANGUAGE sql STABLE COST 2000 AS $$
        SELECT kind FROM employment_kinds_on(employment, day) $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION employment_kind_on(employment uuid, day date) RETURNS text LANGUAGE sql STABLE COST 100 AS $$
        SELECT kind FROM employment_kind WHERE employment_id = employment AND (valid_from <= day OR valid_from = (SELECT min(valid_from) FROM employment_kind f WHERE f.employment_id = employment))
         ORDER BY valid_from DESC LIMIT 1 $$;
      DROP FUNCTION employment_kinds_on(uuid, date);
      DROP FUNCTION employments_found(text);
    `);
  }
}
