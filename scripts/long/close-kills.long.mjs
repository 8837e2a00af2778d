// The month close, killed with SIGKILL at random points: every SKPD is closed whole or not at all, and however often it
// was killed the slips come out as the very bytes of an undisturbed close.
//   --kills 100        how often      --people 2000      how many employees      --seed 1      the same moments again
import { parseArgs } from 'node:util';
import { createHash } from 'node:crypto';
import { plainPg } from '../bench/built.mjs';
import { startChild } from '../bench/child.mjs';
import { openScratch } from '../bench/scratch.mjs';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { kills: { type: 'string', default: '100' }, people: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
  strict: false,
});
const kills = Number(values.kills);
let state = Number(values.seed) >>> 0 || 1;
/** The same seed kills at the same moments (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

const scratch = await openScratch();
let failed = false;
try {
  const site = await scratch.seed(Number(values.people), (text) => console.log(`  ${text}`));
  const pg = await plainPg();
  const db = new pg.Client({ connectionString: site.url });
  await db.connect();
  const yardstick = await startChild('./close-yardstick.mjs', site);
  let service = await startChild('./close-process.mjs', site);
  try {
    await yardstick.call('reset');
    const { ms } = await service.call('round');
    const whole = await fingerprint(db);
    let closedAfterKill = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      await yardstick.call('reset');
      const round = service.call('round').catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, random() * ms));
      await service.kill();
      await round;
      closedAfterKill += await requireWhole(db, kill);
      service = await startChild('./close-process.mjs', site);
      await service.call('round');
      await requireWhole(db, kill);
      const again = await fingerprint(db);
      if (again !== whole) throw new Error(`kill ${kill}: the slips differ from those of an undisturbed close`);
    }
    console.log(`  ${kills} kali dimatikan di tengah penutupan (${closedAfterKill} SKPD sudah utuh saat itu); hasilnya selalu sama. / killed ${kills} times, one result.`);
  } finally {
    await service.stop();
    await yardstick.stop();
    await db.end();
  }
} catch (error) {
  failed = true;
  console.error(error);
} finally {
  await scratch.remove();
}
process.exit(failed ? 1 : 0);

/** Each unit has every slip of its totals and is closed, or none and is not. @returns how many are closed */
async function requireWhole(db, kill) {
  const { rows } = await db.query(
    `SELECT u.skpd_id, u.status, coalesce((u.totals->>'employees')::int, 0) AS employees, coalesce((u.totals->>'net')::bigint, 0) AS net,
            count(s.id)::int AS slips, coalesce(sum(s.net), 0)::bigint AS paid,
            EXISTS (SELECT 1 FROM closed_month c WHERE c.skpd_id = u.skpd_id AND c.month = r.month) AS shut
     FROM pay_run_unit u JOIN pay_run r ON r.id = u.run_id LEFT JOIN payslip s ON s.run_id = u.run_id AND s.skpd_id = u.skpd_id GROUP BY u.run_id, u.skpd_id, r.month, u.status, u.totals`,
  );
  for (const unit of rows) {
    const closed = unit.status === 'closed';
    const sound = closed ? unit.shut && unit.slips === unit.employees && String(unit.paid) === String(unit.net) : !unit.shut && unit.slips === 0;
    if (!sound) throw new Error(`kill ${kill}: half-written ${JSON.stringify(unit)}`);
  }
  return rows.filter(({ status }) => status === 'closed').length;
}

async function fingerprint(db) {
  const { rows } = await db.query(`SELECT employment_id, content FROM payslip ORDER BY employment_id, content`);
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${row.employment_id} ${row.content}\n`);
  return hash.digest('hex');
}
