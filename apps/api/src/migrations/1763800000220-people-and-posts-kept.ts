import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What units and posts were before they changed, the papers behind assignments and delegations, and who leads without evaluating. */
export class PeopleAndPostsKept1763800000220 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- States that have ended. The row of unit or post itself holds what is so since the last of them.
      CREATE TABLE unit_history (
        unit_id uuid NOT NULL REFERENCES unit(id),
        name text NOT NULL,
        kind text NOT NULL,
        parent_id uuid REFERENCES unit(id),
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        PRIMARY KEY (unit_id, valid_from),
        CHECK (valid_to >= valid_from),
        EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      );
      CREATE TABLE post_history (
        post_id uuid NOT NULL REFERENCES post(id),
        unit_id uuid NOT NULL REFERENCES unit(id),
        name text NOT NULL,
        kind text NOT NULL,
        level text,
        superior_post_id uuid REFERENCES post(id),
        leader boolean NOT NULL,
        seats integer NOT NULL,
        standing_delegate boolean NOT NULL,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        PRIMARY KEY (post_id, valid_from),
        CHECK (valid_to >= valid_from),
        EXCLUDE USING gist (post_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      );

      ALTER TABLE unit ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE post ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE assignment ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN decree_file_id uuid REFERENCES stored_file(id);

      -- Without a post or unit the delegate evaluates the own line although the post is below a supervisory one (BN 13(3)).
      ALTER TABLE evaluator_delegation DROP CONSTRAINT evaluator_delegation_check;
      ALTER TABLE evaluator_delegation
        ADD CHECK (post_id IS NULL OR unit_id IS NULL),
        ADD CHECK (valid_to IS NULL OR valid_to >= valid_from),
        ADD COLUMN decree_date date,
        ADD COLUMN decree_file_id uuid REFERENCES stored_file(id),
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD EXCLUDE USING gist (post_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (post_id IS NOT NULL),
        ADD EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (unit_id IS NOT NULL);
      ALTER TABLE evaluator_override
        ADD CHECK (valid_to IS NULL OR valid_to >= valid_from),
        ADD COLUMN decree_number text,
        ADD COLUMN decree_date date,
        ADD COLUMN decree_file_id uuid REFERENCES stored_file(id),
        ADD COLUMN version integer NOT NULL DEFAULT 1;

      -- Named authorities: PPK and PyB (TL 1 angka 9 and 10), one of each on a day.
      CREATE TABLE authority (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('ppk','pyb')),
        employment_id uuid NOT NULL REFERENCES employment(id),
        valid_from date NOT NULL,
        valid_to date,
        decree_number text,
        decree_date date,
        decree_file_id uuid REFERENCES stored_file(id),
        version integer NOT NULL DEFAULT 1,
        CHECK (valid_to IS NULL OR valid_to >= valid_from),
        EXCLUDE USING gist (kind WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      );

      -- Officials who give feedback and assignments without being the evaluator (TL 1 angka 16).
      CREATE TABLE leader (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        scope text NOT NULL CHECK (scope IN ('own-unit','other-unit','other-agency','outside-government')),
        leader_employment_id uuid REFERENCES employment(id),
        -- Of another agency or outside government: nobody of ours.
        outside_name text,
        outside_office text,
        reason text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        version integer NOT NULL DEFAULT 1,
        CHECK (valid_to IS NULL OR valid_to >= valid_from),
        CHECK (leader_employment_id <> employment_id),
        CHECK ((leader_employment_id IS NULL) = (outside_name IS NOT NULL)),
        CHECK ((outside_name IS NULL) = (outside_office IS NULL))
      );
      CREATE INDEX leader_of ON leader(employment_id);
      CREATE INDEX leader_leads ON leader(leader_employment_id);

      CREATE INDEX post_name_search ON post USING gin (name gin_trgm_ops);
      CREATE INDEX unit_name_search ON unit USING gin (name gin_trgm_ops);
    `);
    for (const table of ['unit_history', 'post_history']) {
      await db.query(
        `CREATE TRIGGER ${table}_bumps_version AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION bump_organisation_version()`,
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
