import type { INestApplicationContext } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { systemActor } from '../audit/audit.service.js';
import { AccountsService } from '../auth/accounts.service.js';
import { FirstCodesService } from '../auth/first-codes.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';

const USERNAME = 'admin';
/** Replicas start together: whoever comes within this time leaves the code that another has just shown as it is. */
const TOGETHER_MS = 120_000;
const REASON = 'Hari pembukaan: akun pertama, sampai dua superadmin ditunjuk';

/**
 * The account an empty regency is set up with; it belongs to no person and holds no post. As long as nobody has signed
 * in with it, every start gives it a new code, so that a code lost with the terminal is no dead end.
 * @param replica one of several processes of the same start
 * @returns its one-time code, known to nobody afterwards; null once there are other accounts or it has been used, and
 * for the replicas after the first.
 */
export async function firstSuperadminCode(app: INestApplicationContext, replica = false): Promise<{ username: string; code: string } | null> {
  const db = app.get(Database);
  return db.transaction(async () => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtext('first-superadmin'))`);
    const accounts = await db.query<{ id: Uuid; username: string; unused: boolean }>(
      `SELECT id, username, must_change_password AND person_id IS NULL AS unused FROM account ORDER BY created_at LIMIT 2 FOR UPDATE`,
    );
    const [first] = accounts;
    if (accounts.length > 1 || (first && !(first.username === USERNAME && first.unused))) return null;
    const codes = app.get(FirstCodesService);
    if (first && replica && (await codes.madeSince(first.id, new Date(app.get(Clock).now().getTime() - TOGETHER_MS)))) return null;
    const actor = systemActor('setup');
    const accountId = first?.id ?? (await createAccount(app, await codes.unusableHash()));
    return { username: USERNAME, code: await codes.makeOne(actor, accountId) };
  });
}

function createAccount(app: INestApplicationContext, passwordHash: string): Promise<Uuid> {
  return app.get(AccountsService).create(systemActor('setup'), {
    personId: null, username: USERNAME, passwordHash, mustChange: true,
    roles: [{ role: 'superadmin', unitId: null, from: app.get(Clock).today(), reason: REASON }],
  });
}
