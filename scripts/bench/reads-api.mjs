// Side A of the reads: the real API on a socket. Its `pg` carries a spy that notes the statements of a request.
import { library, openApplication, ours } from './built.mjs';
import { serve } from './child.mjs';

let opened;
let app;
let heard = null;

serve({
  async open({ url, dataDir, enact }) {
    spyOn(await library('pg'));
    opened = await openApplication(url, dataDir);
    app = opened.app;
    if (enact) await enactLaw();
    await app.listen(0, '127.0.0.1');
  },
  port: () => app.getHttpServer().address().port,

  /** A session and its token for each account, without the cost of a password. */
  async tokens(accountIds) {
    const { Clock } = await ours('platform/clock');
    const { Database } = await ours('platform/database/database');
    const { SessionAuthenticator } = await ours('auth/session-authenticator');
    const now = app.get(Clock).now();
    const rows = await app.get(Database).query(
      `INSERT INTO session (account_id, refresh_hash, rotated_at, created_at, expires_at)
       SELECT id, gen_random_uuid()::text, $2::timestamptz, $2::timestamptz, $2::timestamptz + interval '12 hours' FROM unnest($1::uuid[]) id RETURNING id, account_id`,
      [accountIds, now],
    );
    const authenticator = app.get(SessionAuthenticator);
    const tokens = [];
    for (const { id, account_id } of rows)
      tokens.push((await authenticator.issue(account_id, id)).accessToken);
    return { tokens, offset: now.getTime() - Date.now() };
  },
  listen() {
    heard = [];
  },
  heard() {
    const statements = heard;
    heard = null;
    return statements;
  },
  close: () => opened.close(),
});

/** A government without people: enough for the page on which everybody signs in. */
async function enactLaw() {
  await app.get((await ours('platform/jobs/work-queue')).WorkQueue).prepare();
  await app
    .get((await ours('regulations/regulations.service')).RegulationsService)
    .enactPreset('tanah-laut', new Date('2026-01-01T00:00:00Z'));
}

function spyOn(pg) {
  const real = pg.Client.prototype.query;
  pg.Client.prototype.query = function query(...args) {
    if (heard) {
      const text = typeof args[0] === 'string' ? args[0] : args[0]?.text;
      const values = Array.isArray(args[1]) ? args[1] : (args[0]?.values ?? []);
      if (text) heard.push({ text, values });
    }
    return real.apply(this, args);
  };
}
