// The built API as this program sees it, and the libraries it brings along.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../lib/workspace.mjs';

const api = createRequire(join(root, 'apps/api/package.json'));

/** A module of `apps/api/dist`, e.g. `tpp/pay-run-close.service`. */
export function ours(name) {
  return import(pathToFileURL(join(root, 'apps/api/dist', `${name}.js`)).href);
}

/** A library as the API resolves it: the very instance, so that a spy on `pg` sees what the API asks. */
export async function library(name) {
  const loaded = await import(pathToFileURL(api.resolve(name)).href);
  return loaded.default ?? loaded;
}

export async function workspaceLibrary(name) {
  return import(pathToFileURL(api.resolve(name)).href);
}

/** `pg` with the type parsers of the API: plain handlers shall not lose time on dates that the API keeps as text. */
export async function plainPg() {
  const pg = await library('pg');
  pg.types.setTypeParser(1082, (text) => text);
  pg.types.setTypeParser(1083, (text) => text.slice(0, 5));
  pg.types.setTypeParser(1700, (text) => text);
  pg.types.setTypeParser(20, Number);
  return pg;
}

/** Configuration of the scratch deployment: the clock stands on the working day after the month that is closed. */
export async function scratchConfig(url, dataDir, port = 0) {
  const { readConfig } = await ours('platform/config');
  return readConfig(
    {
      EKINERJA_DATA: dataDir,
      DATABASE_URL: url,
      EKINERJA_CLOCK: CLOCK,
      EKINERJA_SECRET: SECRET,
      PORT: String(port),
      PUBLIC_URL: 'http://127.0.0.1',
    },
    root,
  );
}

export const MONTH = '2026-10';
/** Monday 2 November 2026 in Tanah Laut. */
export const TODAY = '2026-11-02';
export const CLOCK = '2026-11-02T16:30:00+08:00';
export const SECRET = 'hanya-untuk-bench-0123456789-abcdefghijkl';

/** The whole application, without a socket unless somebody listens. */
export async function openApplication(url, dataDir) {
  await library('reflect-metadata');
  const { openDatabase } = await ours('platform/database/data-source');
  const { createHttpApplication } = await ours('http-application');
  const source = await openDatabase(url);
  const app = await createHttpApplication(await scratchConfig(url, dataDir), source, true);
  await app.init();
  return {
    app,
    close: async () => {
      await app.close();
      if (source.isInitialized) await source.destroy();
    },
  };
}

/** Who acts: the superadmin of the seeded government. */
export async function superadmin(app) {
  const { Database } = await ours('platform/database/database');
  const { permissionsOf } = await workspaceLibrary('@ekinerja/contracts/access');
  const row = await app.get(Database).one(
    `SELECT a.id AS "accountId", a.username, a.person_id AS "personId" FROM account_role r JOIN account a ON a.id = r.account_id
     WHERE r.role = 'superadmin' LIMIT 1`,
  );
  return {
    ...row,
    sessionId: row.accountId,
    personName: 'Bench',
    employmentId: null,
    skpdId: null,
    roles: [{ role: 'superadmin', unitId: null }],
    permissions: new Set(permissionsOf(['superadmin'])),
    mustChangePassword: false,
    today: TODAY,
    requestId: 'bench',
    ip: '127.0.0.1',
  };
}
