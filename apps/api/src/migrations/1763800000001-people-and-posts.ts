import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units, posts, people and who holds what when. The database itself refuses overlaps where the law allows one. */
export class PeopleAndPosts1763800000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      -- One row: the government this deployment serves.
      CREATE TABLE government (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        daerah text NOT NULL,
        name text NOT NULL,
        agency text NOT NULL,
        time_zone text NOT NULL,
        accent text NOT NULL,
        demo boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      -- Counts every change of units, posts and assignments, so that snapshots held in memory know when they are stale.
      CREATE TABLE organisation_version (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        version bigint NOT NULL DEFAULT 1
      );
      INSERT INTO organisation_version DEFAULT VALUES;
      CREATE FUNCTION bump_organisation_version() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN UPDATE organisation_version SET version = version + 1; RETURN NULL; END $$;

      CREATE TABLE unit (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        code text NOT NULL UNIQUE,
        name text NOT NULL,
        kind text NOT NULL,
        parent_id uuid REFERENCES unit(id),
        -- The SKPD this unit belongs to: its own id when it is one, null only for the government itself.
        skpd_id uuid REFERENCES unit(id),
        valid_from date NOT NULL,
        valid_to date,
        CHECK (valid_to IS NULL OR valid_to >= valid_from)
      );
      CREATE INDEX unit_parent ON unit(parent_id);
      CREATE INDEX unit_skpd ON unit(skpd_id);

      CREATE TABLE post (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        unit_id uuid NOT NULL REFERENCES unit(id),
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('jpt','administrator','pengawas','pelaksana','fungsional','regent')),
        level text,
        superior_post_id uuid REFERENCES post(id),
        -- Leads its unit (and the SKPD where the unit is one).
        leader boolean NOT NULL DEFAULT false,
        seats integer NOT NULL DEFAULT 1 CHECK (seats > 0),
        -- A standing delegation of the PPK to whoever holds it, e.g. heads of schools and health centres.
        standing_delegate boolean NOT NULL DEFAULT false,
        valid_from date NOT NULL,
        valid_to date,
        CHECK (valid_to IS NULL OR valid_to >= valid_from),
        CHECK (superior_post_id <> id)
      );
      CREATE INDEX post_unit ON post(unit_id);
      CREATE INDEX post_superior ON post(superior_post_id);

      CREATE TABLE post_class (
        post_id uuid NOT NULL REFERENCES post(id),
        class text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        decree text,
        PRIMARY KEY (post_id, valid_from),
        EXCLUDE USING gist (post_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      );

      CREATE TABLE person (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        front_title text,
        back_title text,
        birth_date date,
        sex text CHECK (sex IN ('male','female'))
      );
      CREATE INDEX person_name_search ON person USING gin (name gin_trgm_ops);

      CREATE TABLE employment (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL REFERENCES person(id),
        kind text NOT NULL CHECK (kind IN ('pns','cpns','pppk','pppk-part-time','non-asn')),
        valid_from date NOT NULL,
        valid_to date,
        end_reason text,
        CHECK (valid_to IS NULL OR valid_to >= valid_from)
      );
      CREATE INDEX employment_person ON employment(person_id);

      -- NIP is a dated attribute: a PPPK who becomes PNS gets another one.
      CREATE TABLE employment_nip (
        employment_id uuid NOT NULL REFERENCES employment(id),
        nip text NOT NULL CHECK (nip ~ '^[0-9]{18}$'),
        valid_from date NOT NULL,
        valid_to date,
        PRIMARY KEY (employment_id, valid_from),
        EXCLUDE USING gist (nip WITH =, daterange(valid_from, valid_to, '[]') WITH &&),
        EXCLUDE USING gist (employment_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      );
      CREATE INDEX employment_nip_nip ON employment_nip(nip);

      CREATE TABLE employment_rank (
        employment_id uuid NOT NULL REFERENCES employment(id),
        rank text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        PRIMARY KEY (employment_id, valid_from),
        EXCLUDE USING gist (employment_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      );

      CREATE TABLE assignment (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        post_id uuid NOT NULL REFERENCES post(id),
        kind text NOT NULL CHECK (kind IN ('definitive','plt','plh','pj','additional')),
        -- Which of the post's seats; 1 where the post is exclusive.
        seat integer NOT NULL DEFAULT 1 CHECK (seat > 0),
        valid_from date NOT NULL,
        valid_to date,
        decree_number text,
        decree_date date,
        -- A decree may give the holder another class than the post's.
        class_override text,
        CHECK (valid_to IS NULL OR valid_to >= valid_from),
        EXCLUDE USING gist (employment_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (kind = 'definitive'),
        EXCLUDE USING gist (post_id WITH =, seat WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (kind = 'definitive'),
        EXCLUDE USING gist (post_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (kind IN ('plt','plh','pj'))
      );
      CREATE INDEX assignment_employment ON assignment(employment_id);
      CREATE INDEX assignment_post ON assignment(post_id);

      -- Recorded delegation of the PPK to a functional official (BN 13(2)-(3)) over posts of a unit or one post.
      CREATE TABLE evaluator_delegation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        delegate_employment_id uuid NOT NULL REFERENCES employment(id),
        post_id uuid REFERENCES post(id),
        unit_id uuid REFERENCES unit(id),
        valid_from date NOT NULL,
        valid_to date,
        decree text NOT NULL,
        CHECK (post_id IS NOT NULL OR unit_id IS NOT NULL)
      );

      -- An override of the derived evaluator: a recorded act with its reason and grantor.
      CREATE TABLE evaluator_override (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        evaluator_employment_id uuid NOT NULL REFERENCES employment(id),
        valid_from date NOT NULL,
        valid_to date,
        reason text NOT NULL,
        grantor text NOT NULL,
        CHECK (employment_id <> evaluator_employment_id),
        EXCLUDE USING gist (employment_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      );
    `);
    for (const table of ['unit', 'post', 'post_class', 'employment', 'assignment', 'evaluator_delegation', 'evaluator_override', 'employment_nip', 'person']) {
      await db.query(
        `CREATE TRIGGER ${table}_bumps_version AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION bump_organisation_version()`,
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: drop the database instead.');
  }
}
