import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens to people in service: events by decree, the kind of employment as a dated attribute, absences. */
export class PeopleOverTime1763800000230 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- CPNS becomes PNS, PPPK becomes part-time: from a day on, and the past keeps what it was.
      CREATE TABLE employment_kind (
        employment_id uuid NOT NULL REFERENCES employment(id),
        kind text NOT NULL CHECK (kind IN ('pns','cpns','pppk','pppk-part-time','non-asn')),
        -- Part of a full week, for part-time contracts.
        share_percent integer CHECK (share_percent BETWEEN 1 AND 99),
        valid_from date NOT NULL,
        valid_to date,
        PRIMARY KEY (employment_id, valid_from),
        CHECK (valid_to IS NULL OR valid_to >= valid_from),
        EXCLUDE USING gist (employment_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      );
      INSERT INTO employment_kind (employment_id, kind, valid_from) SELECT id, kind, valid_from FROM employment;

      CREATE FUNCTION employment_begins_with_kind() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN INSERT INTO employment_kind (employment_id, kind, valid_from) VALUES (NEW.id, NEW.kind, NEW.valid_from); RETURN NULL; END $$;
      CREATE TRIGGER employment_has_kind AFTER INSERT ON employment FOR EACH ROW EXECUTE FUNCTION employment_begins_with_kind();
      CREATE FUNCTION employment_moves_with_kind() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE employment_kind SET valid_from = NEW.valid_from
           WHERE employment_id = NEW.id AND valid_from = OLD.valid_from AND (valid_to IS NULL OR valid_to >= NEW.valid_from);
          RETURN NULL;
        END $$;
      CREATE TRIGGER employment_keeps_kind AFTER UPDATE OF valid_from ON employment
        FOR EACH ROW WHEN (OLD.valid_from <> NEW.valid_from) EXECUTE FUNCTION employment_moves_with_kind();
      -- \`employment.kind\` stays the latest one, for lists that ask for no day.
      CREATE FUNCTION employment_kind_is_latest() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE employment SET kind = (SELECT k.kind FROM employment_kind k WHERE k.employment_id = NEW.employment_id ORDER BY k.valid_from DESC LIMIT 1)
           WHERE id = NEW.employment_id
             AND kind <> (SELECT k.kind FROM employment_kind k WHERE k.employment_id = NEW.employment_id ORDER BY k.valid_from DESC LIMIT 1);
          RETURN NULL;
        END $$;
      CREATE TRIGGER employment_kind_latest AFTER INSERT OR UPDATE ON employment_kind FOR EACH ROW EXECUTE FUNCTION employment_kind_is_latest();

      CREATE FUNCTION employment_kind_on(employment uuid, day date) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT kind FROM employment_kind WHERE employment_id = employment AND (valid_from <= day OR valid_from = (SELECT min(valid_from) FROM employment_kind f WHERE f.employment_id = employment))
         ORDER BY valid_from DESC LIMIT 1 $$;

      CREATE TABLE employment_absence (
        employment_id uuid NOT NULL REFERENCES employment(id),
        kind text NOT NULL CHECK (kind IN ('leave','study')),
        valid_from date NOT NULL,
        valid_to date,
        expected_to date,
        PRIMARY KEY (employment_id, valid_from),
        CHECK (valid_to IS NULL OR valid_to >= valid_from),
        EXCLUDE USING gist (employment_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      );

      CREATE TABLE employment_event (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        kind text NOT NULL,
        effective_on date NOT NULL,
        spmt_on date,
        decree_number text NOT NULL,
        decree_date date NOT NULL,
        signatory text NOT NULL,
        file_id uuid REFERENCES stored_file(id),
        note text,
        post_id uuid REFERENCES post(id),
        rank text,
        until date,
        share_percent integer,
        releases_post boolean NOT NULL DEFAULT false,
        -- As shown before it was saved.
        effects jsonb NOT NULL,
        -- Workbook it came with, when many came at once.
        batch_id uuid,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account(id),
        UNIQUE (employment_id, kind, effective_on)
      );
      CREATE INDEX employment_event_time ON employment_event(recorded_at);
    `);
    await db.query(
      `CREATE TRIGGER employment_kind_bumps_version AFTER INSERT OR UPDATE OR DELETE ON employment_kind FOR EACH STATEMENT EXECUTE FUNCTION bump_organisation_version()`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
