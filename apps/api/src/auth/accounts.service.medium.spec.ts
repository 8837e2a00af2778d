import type { SessionAnswer } from '@ekinerja/contracts/auth';
import { systemActor } from '../audit/audit.service.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { AccountsService } from './accounts.service.js';
import { lockSeconds } from './sign-in-attempts.js';

describe('accounts', () => {
  let test: TestApp;
  let tiny: TinyGovernment;
  beforeAll(async () => {
    test = await testApp();
    tiny = await tinyGovernment(test);
  });
  afterAll(() => test?.close());

  it('are made in bulk with one hash, with dated roles', async () => {
    const accounts = test.app.get(AccountsService);
    const passwordHash = await accounts.hashPassword('sandi demo yang sama');
    const role = { role: 'auditor' as const, unitId: null, reason: 'uji' };
    await accounts.createMany(systemActor('uji'), [
      { personId: null, username: 'Pemeriksa', passwordHash, mustChange: false, roles: [{ ...role, from: '2026-01-01' }] },
      { personId: null, username: 'mantan', passwordHash, mustChange: false, roles: [{ ...role, from: '2025-01-01', to: '2026-11-22' }] },
    ]);
    const rolesOf = async (username: string) => {
      const answer = await test.call<SessionAnswer>('POST', '/auth/sign-in', { body: { username, password: 'sandi demo yang sama' } });
      return answer.body.profile.roles.map((held) => held.role);
    };
    expect(await rolesOf('pemeriksa')).toEqual(['auditor']);
    expect(await rolesOf('mantan')).toEqual([]);
  });

  it('cannot be given a role by themselves', async () => {
    await expect(
      test.db.execute(`INSERT INTO account_role (account_id, role, valid_from, granted_by, reason) VALUES ($1, 'superadmin', '2026-01-01', $1, 'saya mau')`, [
        tiny.accounts.siti,
      ]),
    ).rejects.toThrow(/check/);
  });

  it('are locked for longer each time, an hour at most', () => {
    expect([1, 4, 5, 6, 7, 10, 11, 12, 500].map(lockSeconds)).toEqual([0, 0, 60, 120, 240, 1920, 3600, 3600, 3600]);
  });
});
