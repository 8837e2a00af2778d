import { library, MONTH, openApplication, ours, plainPg, superadmin } from './built.mjs';
import { serve } from './child.mjs';

let context;

serve({
  async open(options) {
    context = options;
  },

  /** Migrations, law, people, facts, and the run of the month opened and checked by the real services. */
  async seed() {
    const { url, dataDir, people } = context;
    const law = await openApplication(url, dataDir);
    await law.app.get((await ours('platform/jobs/work-queue')).WorkQueue).prepare();
    await law.app
      .get((await ours('regulations/regulations.service')).RegulationsService)
      .enactPreset('tanah-laut', new Date('2026-01-01T00:00:00Z'));
    await law.close();
    await fill(url, people);

    const { app, close } = await openApplication(url, dataDir);
    const actor = await superadmin(app);
    const { PayRunOpenService } = await ours('tpp/pay-run-open.service');
    const { PayRunCheckService } = await ours('tpp/pay-run-check.service');
    const opened = await app.get(PayRunOpenService).open(actor, { month: MONTH });
    const check = app.get(PayRunCheckService);
    const started = performance.now();
    for (const unit of opened.unitList) await check.check(actor, opened.id, unit.skpdId, unit.version);
    const checked = performance.now() - started;
    await close();
    return { units: opened.unitList.length, checked };
  },
  close() {},
});

async function fill(url, people) {
  const pg = await plainPg();
  const { hash } = await library('@node-rs/argon2');
  const passwordHash = await hash('kata-sandi-bench-1', { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { seedGovernment } = await import('./seed.mjs');
  const started = performance.now();
  try {
    // While rows pour in, fewer checkpoints; what is measured runs with the settings of a real server again.
    await client.query(`SET synchronous_commit = off`);
    await checkpoints(client, [`SET max_wal_size = '4GB'`, `SET checkpoint_timeout = '1h'`]);
    await seedGovernment((sql, values) => client.query(sql, values), {
      people,
      passwordHash,
      say: (text) => console.log(`  … ${text} (${((performance.now() - started) / 1000).toFixed(0)} s)`),
    });
    await checkpoints(client, ['RESET max_wal_size', 'RESET checkpoint_timeout']);
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

async function checkpoints(client, settings) {
  for (const setting of settings) await client.query(`ALTER SYSTEM ${setting}`);
  await client.query('SELECT pg_reload_conf()');
}
