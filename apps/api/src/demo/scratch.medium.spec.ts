import { CONFIG } from '../platform/platform.module.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { testApp } from '../testing/test-app.js';
import { seedDemo } from './demo.loader.js';
import { DAERAH } from '@ekinerja/regulations/presets';
const N = Number(process.env.N ?? 300);
const WHICH = process.env.D ? [process.env.D as 'tanah-laut'] : DAERAH;
it.each([...WHICH])('%s', async (daerah) => {
  const test = await testApp({ enact: false, daerah, clock: process.env.C ?? `2026-11-22T09:00:00+08:00` });
  const t0 = Date.now(); const log: string[] = [];
  const db = test.app.get(Database); const q = db.query.bind(db); const per = new Map<string, number>();
  db.query = (async (sql: string, ps: unknown[] = []) => { const t = Date.now(); try { return await q(sql, ps); } finally { const k = sql.trim().slice(0, 46); per.set(k, (per.get(k) ?? 0) + Date.now() - t); } }) as typeof db.query;
  const cpu0 = process.cpuUsage().user;
  try {
    await seedDemo(test.app, { daerah, seed: 1, today: process.env.T ?? '2026-11-22', employees: N, dataDir: test.app.get<Config>(CONFIG).dataDir, onProgress: (t) => log.push(`${Date.now() - t0} ${t}`) });
  } finally { log.push(`${Date.now() - t0} end cpu ${(process.cpuUsage().user - cpu0) / 1000}`); log.push(JSON.stringify([...per].sort((a, b) => b[1] - a[1]).slice(0, 12), null, 1)); console.log(log.join('\n'));
  console.log(await test.db.query(`SELECT (SELECT count(*) FROM activity) AS act, (SELECT count(*) FROM activity_event) AS ev, (SELECT count(*) FROM payslip) AS slips, (SELECT count(*) FROM pay_run_waiver) AS waivers, (SELECT count(*) FROM evaluation) AS evals, (SELECT pg_size_pretty(pg_database_size(current_database()))) AS size, (SELECT json_object_agg(status,n) FROM (SELECT status,count(*) n FROM activity GROUP BY 1) x) AS st, (SELECT count(*) FROM activity WHERE status='submitted' AND due_at < now()) AS overdue, (SELECT json_object_agg(predicate,n) FROM (SELECT predicate,count(*) n FROM evaluation GROUP BY 1) x) AS pr, (SELECT json_object_agg(decision_mode,n) FROM (SELECT coalesce(decision_mode,'-') decision_mode,count(*) n FROM activity GROUP BY 1) x) AS modes`));
  console.log((await test.db.query<{d: string}>(`SELECT po.name || ' | ' || a.date || ' ' || a.start_time || '-' || a.end_time || ' ' || a.description || ' | ' || a.output_quantity || ' ' || a.output_unit || ' | ' || r.title AS d FROM activity a JOIN skp_result r ON r.id=a.skp_result_id JOIN skp s ON s.id=r.skp_id JOIN post po ON po.id=s.post_id ORDER BY md5(a.id::text) LIMIT 40`)).map((x) => x.d).join('\n'));
  await test.close(); }
}, 900000);
