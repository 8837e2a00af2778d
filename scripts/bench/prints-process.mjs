// Papers of many as the worker sets them: the month closed, then slips, monthly reports, and recap with lists of every SKPD.
import { MONTH, openApplication, ours, superadmin } from './built.mjs';
import { peakMegabytes, serve } from './child.mjs';

let opened;
let actor;
let db;
let runId;

serve({
  async open({ url, dataDir }) {
    opened = await openApplication(url, dataDir);
    const { app } = opened;
    actor = await superadmin(app);
    db = app.get((await ours('platform/database/database')).Database);
    const close = app.get((await ours('tpp/pay-run-close.service')).PayRunCloseService);
    const units = await db.query(
      `SELECT run_id AS "runId", skpd_id AS "skpdId", version, status FROM pay_run_unit u JOIN pay_run r ON r.id = u.run_id WHERE r.month = $1`,
      [MONTH],
    );
    for (const { runId: run, skpdId, version, status } of units) {
      if (status === 'checked') await close.close(actor, run, skpdId, version);
      runId = run;
    }
  },

  /** Asked for and set to the end; pages of lists are not counted by the work, so files stand for them. */
  async print(kind) {
    const prints = opened.app.get((await ours('reports/prints.service')).PrintsService);
    const queue = opened.app.get((await ours('platform/jobs/work-queue')).WorkQueue);
    const cpu = process.cpuUsage();
    const started = performance.now();
    await prints.ask(actor, runId, null, kind);
    await queue.runDue();
    const ms = performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    const [job] = (await prints.list(actor, runId, null)).filter((one) => one.kind === kind);
    if (job.status !== 'done') throw new Error(`${kind}: ${job.status}`);
    return { ms, pages: job.pages, files: job.files.length, people: job.total, cpuMs: (user + system) / 1000, peak: peakMegabytes() };
  },
  close: () => opened.close(),
});
