import type { MigrationInterface, QueryRunner } from 'typeorm';

/** However a session ends, the open pages of its account hear of it at once, in every replica (`NotificationStream`). */
export class SessionsEndAloud1764500000472 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION session_ends_aloud() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_notify('ekinerja_notification', NEW.account_id::text); RETURN NULL; END $$;
      CREATE TRIGGER session_ended AFTER UPDATE OF ended_at ON session
        FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION session_ends_aloud();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER session_ended ON session; DROP FUNCTION session_ends_aloud();`);
  }
}
