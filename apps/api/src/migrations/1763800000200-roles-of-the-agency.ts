import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The managers and officers of the staffing agency are roles of their own. */
export class RolesOfTheAgency1763800000200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE account_role DROP CONSTRAINT account_role_role_check;
      ALTER TABLE account_role ADD CONSTRAINT account_role_role_check CHECK (role IN (
        'superadmin','auditor','regent','agency-head','field-head','ekinerja-manager','staffing-manager','sector-admin',
        'secretariat-officer','subsection-officer','unit-admin','performance-manager','treasurer'));
      ALTER TABLE account_role ADD CONSTRAINT account_role_of_a_unit CHECK (role <> 'performance-manager' OR unit_id IS NOT NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
