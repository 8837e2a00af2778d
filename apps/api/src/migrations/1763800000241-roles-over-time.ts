import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Grants remember their letter and their end; two superadmins without an end remain, whatever takes one away. */
export class RolesOverTime1763800000241 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE account_role
        ADD COLUMN letter_number text,
        ADD COLUMN letter_date date,
        ADD COLUMN ended_at timestamptz,
        ADD COLUMN ended_by uuid REFERENCES account(id),
        ADD COLUMN end_reason text;

      -- Asked at the commit, one after the other: the end of a role, a closed account and an end of service count alike,
      -- also when two happen at the same moment.
      CREATE FUNCTION superadmins_remain() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE remaining integer;
        BEGIN
          -- One inside the other: a row of one table has no columns of the other.
          IF TG_TABLE_NAME = 'employment' THEN
            IF NOT EXISTS (SELECT 1 FROM account a JOIN account_role r ON r.account_id = a.id
                           WHERE a.person_id = NEW.person_id AND r.role = 'superadmin' AND r.valid_to IS NULL) THEN RETURN NULL; END IF;
          ELSIF TG_TABLE_NAME = 'account' THEN
            IF NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = NEW.id AND r.role = 'superadmin' AND r.valid_to IS NULL) THEN RETURN NULL; END IF;
          END IF;
          PERFORM pg_advisory_xact_lock(7310660);
          SELECT count(DISTINCT a.id) INTO remaining FROM account a JOIN account_role r ON r.account_id = a.id
          WHERE r.role = 'superadmin' AND r.valid_to IS NULL AND a.disabled_at IS NULL
            AND (a.person_id IS NULL OR EXISTS (SELECT 1 FROM employment e WHERE e.person_id = a.person_id AND e.valid_to IS NULL));
          IF remaining < 2 THEN
            RAISE EXCEPTION USING ERRCODE = 'EK001', MESSAGE = 'superadmins-remain', DETAIL = '{"least":2}';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER account_role_superadmins_remain AFTER UPDATE ON account_role DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (OLD.role = 'superadmin' AND OLD.valid_to IS NULL AND (NEW.valid_to IS NOT NULL OR NEW.role <> 'superadmin'))
        EXECUTE FUNCTION superadmins_remain();
      CREATE CONSTRAINT TRIGGER account_role_superadmins_kept AFTER DELETE ON account_role DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (OLD.role = 'superadmin' AND OLD.valid_to IS NULL) EXECUTE FUNCTION superadmins_remain();
      CREATE CONSTRAINT TRIGGER account_superadmins_remain AFTER UPDATE ON account DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (OLD.disabled_at IS NULL AND NEW.disabled_at IS NOT NULL) EXECUTE FUNCTION superadmins_remain();
      CREATE CONSTRAINT TRIGGER employment_superadmins_remain AFTER UPDATE ON employment DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (OLD.valid_to IS NULL AND NEW.valid_to IS NOT NULL) EXECUTE FUNCTION superadmins_remain();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
