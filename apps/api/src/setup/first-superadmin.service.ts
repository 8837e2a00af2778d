import type { INestApplicationContext } from '@nestjs/common';
import { systemActor } from '../audit/audit.service.js';
import { AccountsService } from '../auth/accounts.service.js';
import { FirstCodesService } from '../auth/first-codes.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';

const USERNAME = 'admin';
const REASON = 'Hari pembukaan: akun pertama, sampai dua superadmin ditunjuk';

/**
 * The account an empty regency is set up with; it belongs to no person and holds no post.
 * @returns its one-time code, known to nobody afterwards; null when there is an account already.
 */
export async function createFirstSuperadmin(app: INestApplicationContext): Promise<{ username: string; code: string } | null> {
  const db = app.get(Database);
  return db.transaction(async () => {
    if (await db.one(`SELECT 1 FROM account LIMIT 1`)) return null;
    const codes = app.get(FirstCodesService);
    const actor = systemActor('setup');
    const accountId = await app.get(AccountsService).create(actor, {
      personId: null, username: USERNAME, passwordHash: await codes.unusableHash(), mustChange: true,
      roles: [{ role: 'superadmin', unitId: null, from: app.get(Clock).today(), reason: REASON }],
    });
    return { username: USERNAME, code: await codes.makeOne(actor, accountId) };
  });
}
