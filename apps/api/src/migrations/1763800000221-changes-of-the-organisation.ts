import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each table, with what its rows are about: kind and column. */
const TABLES: Record<string, [kind: 'unit' | 'post' | 'employment' | 'person' | 'line', column: string][]> = {
  unit: [['unit', 'id']],
  unit_history: [['unit', 'unit_id']],
  post: [['post', 'id']],
  post_history: [['post', 'post_id']],
  post_class: [['post', 'post_id']],
  person: [['person', 'id']],
  employment: [['employment', 'id']],
  employment_nip: [['employment', 'employment_id']],
  employment_rank: [['employment', 'employment_id']],
  assignment: [['employment', 'employment_id'], ['post', 'post_id']],
  evaluator_delegation: [['line', 'id']],
  evaluator_override: [['line', 'id']],
};

/** What changed, beside that something changed: a snapshot held in memory is mended where it is stale instead of being built anew. */
export class ChangesOfTheOrganisation1763800000221 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organisation_change (
        version bigint NOT NULL,
        -- 'all': too much to name.
        kind text NOT NULL CHECK (kind IN ('unit','post','employment','person','line','all')),
        id uuid
      );
      CREATE INDEX organisation_change_version ON organisation_change(version);

      -- Arguments: kind and column, in pairs. The last 5000 versions stay.
      CREATE FUNCTION note_organisation_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        source text := CASE TG_OP WHEN 'UPDATE' THEN '(SELECT * FROM changed UNION ALL SELECT * FROM was)' ELSE 'changed' END;
        next bigint;
        touched bigint;
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM changed) THEN RETURN NULL; END IF;
        UPDATE organisation_version SET version = version + 1 RETURNING version INTO next;
        FOR at IN 0 .. TG_NARGS - 1 BY 2 LOOP
          EXECUTE format('INSERT INTO organisation_change (version, kind, id) SELECT DISTINCT $1, %L, c.%I FROM %s AS c LIMIT 2001', TG_ARGV[at], TG_ARGV[at + 1], source)
            USING next;
          GET DIAGNOSTICS touched = ROW_COUNT;
          IF touched > 2000 THEN
            DELETE FROM organisation_change WHERE version = next;
            INSERT INTO organisation_change (version, kind) VALUES (next, 'all');
            EXIT;
          END IF;
        END LOOP;
        IF next % 500 = 0 THEN DELETE FROM organisation_change WHERE version < next - 5000; END IF;
        RETURN NULL;
      END $$;
    `);
    for (const [table, parts] of Object.entries(TABLES)) {
      const args = parts.flat().map((part) => `'${part}'`).join(', ');
      await db.query(`
        DROP TRIGGER ${table}_bumps_version ON ${table};
        CREATE TRIGGER ${table}_insert_noted AFTER INSERT ON ${table} REFERENCING NEW TABLE AS changed
          FOR EACH STATEMENT EXECUTE FUNCTION note_organisation_change(${args});
        CREATE TRIGGER ${table}_update_noted AFTER UPDATE ON ${table} REFERENCING NEW TABLE AS changed OLD TABLE AS was
          FOR EACH STATEMENT EXECUTE FUNCTION note_organisation_change(${args});
        CREATE TRIGGER ${table}_delete_noted AFTER DELETE ON ${table} REFERENCING OLD TABLE AS changed
          FOR EACH STATEMENT EXECUTE FUNCTION note_organisation_change(${args});
      `);
    }
    // A table that only says that it changed is mended by building anew.
    await db.query(`
      CREATE OR REPLACE FUNCTION bump_organisation_version() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE next bigint;
      BEGIN
        UPDATE organisation_version SET version = version + 1 RETURNING version INTO next;
        INSERT INTO organisation_change (version, kind) VALUES (next, 'all');
        RETURN NULL;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
