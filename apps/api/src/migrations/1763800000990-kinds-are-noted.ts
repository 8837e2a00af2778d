import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A kind of employment that changes is noted by name, as every other dated fact (220 and 221), so that nothing is built anew. */
export class KindsAreNoted1763800000990 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER employment_kind_bumps_version ON employment_kind;
      CREATE TRIGGER employment_kind_insert_noted AFTER INSERT ON employment_kind REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION note_organisation_change('employment', 'employment_id');
      CREATE TRIGGER employment_kind_update_noted AFTER UPDATE ON employment_kind REFERENCING NEW TABLE AS changed OLD TABLE AS was
        FOR EACH STATEMENT EXECUTE FUNCTION note_organisation_change('employment', 'employment_id');
      CREATE TRIGGER employment_kind_delete_noted AFTER DELETE ON employment_kind REFERENCING OLD TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION note_organisation_change('employment', 'employment_id');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
