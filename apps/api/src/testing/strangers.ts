import type { Uuid } from '@ekinerja/contracts/basics';
import { GRANTED_ROLES, ROLES_OF_A_UNIT, type GrantedRole, type Role } from '@ekinerja/contracts/access';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { TestApp } from './test-app.js';
import type { TinyGovernment } from './tiny-government.js';

/** A user name for each role, of people who have nothing to do with the health office: all serve in the staffing agency. */
export async function strangers(test: TestApp, gov: TinyGovernment): Promise<Record<Role, string>> {
  const names: Partial<Record<Role, string>> = { employee: 'stranger-employee', evaluator: 'kasubbk', 'unit-head': 'kaban' };
  const password = await test.db.one<{ hash: string }>(`SELECT password_hash AS hash FROM account LIMIT 1`);
  await test.db.query(`UPDATE post SET seats = 60 WHERE id = $1`, [gov.posts.stafBk]);
  const roles: (GrantedRole | null)[] = [null, ...GRANTED_ROLES];
  for (const [index, role] of roles.entries()) {
    const username = `stranger-${role ?? 'employee'}`;
    const row = await test.db.one<{ account: Uuid }>(
      `WITH p AS (INSERT INTO person (name) VALUES ($1) RETURNING id),
            e AS (INSERT INTO employment (person_id, kind, valid_from) SELECT id, 'pns', '2024-01-01' FROM p RETURNING id),
            a AS (INSERT INTO assignment (employment_id, post_id, kind, seat, valid_from) SELECT id, $2, 'definitive', $3, '2024-01-01' FROM e),
            c AS (INSERT INTO account (person_id, username, password_hash, must_change_password) SELECT id, $4, $5, false FROM p RETURNING id)
       SELECT c.id AS account FROM c`,
      [`Orang Lain ${index}`, gov.posts.stafBk, 20 + index, username, password!.hash],
    );
    if (role === null) continue;
    names[role] = username;
    await test.db.query(`INSERT INTO account_role (account_id, role, unit_id, valid_from, reason) VALUES ($1,$2,$3,'2024-01-01','uji')`, [
      row!.account, role, ROLES_OF_A_UNIT.includes(role) ? gov.units.bkpsdm : null,
    ]);
  }
  test.app.get(OrganisationService).recheck();
  return names as Record<Role, string>;
}
