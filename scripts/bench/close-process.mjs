// Side A of the close: the real service in a Nest application context, SKPD after SKPD.
import { MONTH, openApplication, ours, superadmin } from './built.mjs';
import { peakMegabytes, serve } from './child.mjs';

let opened;
let actor;
let db;
let service;

serve({
  async open({ url, dataDir }) {
    opened = await openApplication(url, dataDir);
    const { app } = opened;
    actor = await superadmin(app);
    db = app.get((await ours('platform/database/database')).Database);
    service = app.get((await ours('tpp/pay-run-close.service')).PayRunCloseService);
  },
  async round() {
    const units = await db.query(
      `SELECT run_id AS "runId", skpd_id AS "skpdId", version FROM pay_run_unit u JOIN pay_run r ON r.id = u.run_id WHERE r.month = $1 ORDER BY skpd_id`,
      [MONTH],
    );
    const started = performance.now();
    for (const { runId, skpdId, version } of units) await service.close(actor, runId, skpdId, version);
    return { ms: performance.now() - started, peak: peakMegabytes() };
  },
  close: () => opened.close(),
});
