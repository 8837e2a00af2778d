// The last evening of a month: 40 entries a second and 5 bulk approvals of 30 a second, each with its page reads, over two
// years of history; then the same statements bare at that rate; then API and database killed with -9 in the middle.
//   --full               five minutes over 12 million activities (the measure of the product)
//   --short              ten seconds a part over a small history: does the program itself still work?
//   --seconds 60 --rows 1000000 --employees 300 --entries 40 --bulks 5 --times 10 --port 4390
import '../lib/node-version.mjs';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { call, nextEntry, openLoop, summary } from './last-evening/load.mjs';
import { evaluatorsOf, fillHistory, fillWaiting, signIn, writers } from './last-evening/people.mjs';
import { openSite } from './last-evening/site.mjs';

const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    full: { type: 'boolean', default: false }, short: { type: 'boolean', default: false },
    seconds: { type: 'string' }, rows: { type: 'string' }, employees: { type: 'string' }, entries: { type: 'string' },
    bulks: { type: 'string' }, times: { type: 'string', default: '10' }, port: { type: 'string', default: '4390' },
  },
});
const size = options.full
  ? { seconds: 300, rows: 12_000_000, employees: 300, entries: 40, bulks: 5 }
  : options.short
    ? { seconds: 10, rows: 20_000, employees: 100, entries: 10, bulks: 1 }
    : { seconds: 60, rows: 1_000_000, employees: 300, entries: 40, bulks: 5 };
const asked = (name) => Number(options[name] ?? size[name]);
const [seconds, rows, entriesPerSecond, bulksPerSecond, times, SIZE] = [asked('seconds'), asked('rows'), asked('entries'), asked('bulks'), Number(options.times), 30];
const say = (text) => console.log(`  ${text}`);
const ms = (value) => `${value.toFixed(0)} ms`;
const failures = [];

const site = await openSite({ employees: asked('employees'), port: Number(options.port) });
try {
  const db = await site.connect();
  const { rows: [{ fsync }] } = await db.query(`SELECT current_setting('fsync') AS fsync`);
  const bareSeconds = Math.min(seconds, 60);
  const lots = await fillWaiting(db, Math.ceil(bulksPerSecond * (seconds * 2 + bareSeconds)) + 4, SIZE);
  await fillHistory(db, rows, say);
  const people = await writers(db, site.base, 60);
  const deciders = new Map((await evaluatorsOf(db, site.base, [...new Set(lots.map(({ evaluator }) => evaluator))])).map((one) => [one.employment, one]));
  say(`fsync ${fsync}; ${people.length} penulis, ${deciders.size} penilai; ${entriesPerSecond} catatan/d dan ${bulksPerSecond} × ${SIZE} persetujuan/d selama ${seconds} d`);

  const acknowledged = { entries: [], accepted: [] };
  const evening = async (patient) => {
    const spent = { month: [], entry: [], waiting: [], bulk: [] };
    const errors = [];
    // A device keeps what was not acknowledged and sends it again under the same id.
    const insist = async (kind, due, ask, good) => {
      for (let attempt = 0; ; attempt += 1) {
        try {
          const answer = await ask();
          if (good(answer)) {
            if (attempt === 0) spent[kind].push(performance.now() - due);
            return answer;
          }
          if (answer.status < 500 && !(patient && answer.status === 401)) {
            errors.push(`${kind}: ${answer.status} ${answer.text.slice(0, 200)}`);
            return null;
          }
          if (!patient) errors.push(`${kind}: ${answer.status}`);
        } catch (error) {
          if (!patient) errors.push(`${kind}: ${error.message}`);
        }
        if (!patient || attempt > 400) return null;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    };
    const fine = ({ status }) => status === 200;
    const entry = async (at, due) => {
      const writer = people[at % people.length];
      const { id, body } = nextEntry(writer);
      await insist('month', due, () => call(site.base, writer.token, 'GET', '/activities/month?month=2026-11'), fine);
      const begun = performance.now();
      const saved = await insist('entry', begun, () => call(site.base, writer.token, 'PUT', `/activities/${id}`, body), fine);
      if (saved) acknowledged.entries.push({ id, description: body.description });
    };
    const bulk = async (_at, due) => {
      const lot = lots.pop();
      const decider = lot && deciders.get(lot.evaluator);
      if (!decider) return;
      await insist('waiting', due, () => call(site.base, decider.token, 'GET', '/activities/waiting?limit=100'), fine);
      const begun = performance.now();
      const saved = await insist('bulk', begun, () => call(site.base, decider.token, 'POST', '/activities/accept', { entries: lot.ids.map((id) => ({ id, version: 1 })) }), fine);
      if (!saved) return;
      const { accepted, skipped } = JSON.parse(saved.text);
      acknowledged.accepted.push(...accepted);
      // Asked again after a crash, what had been accepted already is said so; anything else is a failure.
      const strange = skipped.filter(({ code }) => !(patient && code === 'state-refused'));
      if (strange.length > 0) errors.push(`bulk: ${JSON.stringify(strange[0])} (${strange.length})`);
    };
    await Promise.all([
      openLoop({ perSecond: entriesPerSecond, seconds, work: entry }),
      openLoop({ perSecond: bulksPerSecond, seconds, work: bulk }),
    ]);
    return { spent, errors };
  };

  // What each request runs in the database, once, one after the other.
  const recorded = {};
  const note = async (kind, ask) => {
    writeFileSync(join(site.dataDir, 'record'), '');
    const answer = await ask();
    rmSync(join(site.dataDir, 'record'));
    if (answer.status !== 200) throw new Error(`${kind}: ${answer.status} ${answer.text}`);
    recorded[kind] = readFileSync(join(site.dataDir, 'statements.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
    rmSync(join(site.dataDir, 'statements.jsonl'));
  };
  // Kept apart by its words: its copies, run bare, are no doubled entries.
  const [sample, lot] = [nextEntry(people[0]), lots.pop()];
  sample.body.description = 'Contoh untuk pernyataan polos';
  const decider = deciders.get(lot.evaluator);
  await call(site.base, people[0].token, 'GET', '/activities/month?month=2026-11');
  await note('month', () => call(site.base, people[0].token, 'GET', '/activities/month?month=2026-11'));
  await note('entry', () => call(site.base, people[0].token, 'PUT', `/activities/${sample.id}`, sample.body));
  await note('waiting', () => call(site.base, decider.token, 'GET', '/activities/waiting?limit=100'));
  await note('bulk', () => call(site.base, decider.token, 'POST', '/activities/accept', { entries: lot.ids.map((id) => ({ id, version: 1 })) }));
  say(`pernyataan SQL: ${Object.entries(recorded).map(([kind, list]) => `${kind} ${list.length}`).join(', ')}`);

  const first = await evening(false);
  const bare = await bareEvening();
  console.log('\n  permintaan   jumlah    p50      p95      p99      terlama   | polos p99   kelipatan');
  for (const kind of ['month', 'entry', 'waiting', 'bulk']) {
    const api = summary(first.spent[kind]);
    const own = summary(bare[kind]);
    const ratio = api.p99 / Math.max(own.p99, 0.1);
    console.log(`  ${kind.padEnd(10)} ${String(api.count).padStart(7)} ${ms(api.p50).padStart(8)} ${ms(api.p95).padStart(8)} ${ms(api.p99).padStart(8)} ${ms(api.max).padStart(9)}   | ${ms(own.p99).padStart(8)} ${ratio.toFixed(1).padStart(9)}×`);
    if (ratio > times) failures.push(`${kind}: p99 ${ratio.toFixed(1)} × bare, at most ${times} ×`);
  }
  if (first.errors.length > 0) failures.push(`${first.errors.length} errors: ${first.errors.slice(0, 3).join(' | ')}`);
  await verify('after the evening', db);
  await db.end();

  // Killed in the middle; what was acknowledged before must be there, and what was not is sent again.
  let down = 0;
  const killing = new Promise((resolve, reject) => {
    setTimeout(() => {
      site.killBoth().then(async (spent) => {
        down = spent;
        for (const one of [...people, ...deciders.values()]) one.token = await signIn(site.base, one.username);
        resolve();
      }, reject);
    }, (seconds * 1000) / 2);
  });
  const [second] = await Promise.all([evening(true), killing]);
  if (second.errors.length > 0) failures.push(`after kill -9: ${second.errors.length} errors: ${second.errors.slice(0, 3).join(' | ')}`);
  const again = await site.connect();
  await verify(`after kill -9 of API and database (away for ${down.toFixed(1)} s)`, again);
  await again.end();

  async function verify(when, client) {
    const { rows: found } = await client.query(`SELECT id, description FROM activity WHERE id = ANY($1::uuid[])`, [acknowledged.entries.map(({ id }) => id)]);
    const there = new Map(found.map(({ id, description }) => [id, description]));
    const lost = acknowledged.entries.filter(({ id, description }) => there.get(id) !== description);
    const { rows: [{ open }] } = await client.query(`SELECT count(*)::int AS open FROM activity WHERE id = ANY($1::uuid[]) AND status <> 'accepted'`, [acknowledged.accepted]);
    const { rows: [{ twice }] } = await client.query(
      `SELECT count(*)::int AS twice FROM (SELECT 1 FROM activity WHERE description LIKE 'Malam terakhir%' GROUP BY employment_id, date, start_time HAVING count(*) > 1) d`,
    );
    const { rows: [{ events }] } = await client.query(
      `SELECT count(*)::int AS events FROM (SELECT 1 FROM activity_event WHERE action = 'accepted' AND activity_id = ANY($1::uuid[]) GROUP BY activity_id HAVING count(*) > 1) d`,
      [acknowledged.accepted],
    );
    say(`${when}: ${acknowledged.entries.length} catatan dan ${acknowledged.accepted.length} persetujuan diakui; hilang ${lost.length + open}, ganda ${twice + events}`);
    if (lost.length + open + twice + events > 0) failures.push(`${when}: lost ${lost.length + open}, doubled ${twice + events}`);
  }

  /**
   * The same statements at the same rate, by a plain client: nothing of ours in between. Each is asked for other people
   * and other rows, as the application is: on one and the same row they would only wait for each other.
   */
  async function bareEvening() {
    const pool = site.pool(10);
    const spent = { month: [], entry: [], waiting: [], bulk: [] };
    const asIf = (from, to) => [['employment', 'account', 'result'].map((name) => [from[name], to[name]]).filter(([a, b]) => a && b)].flat();
    const play = async (kind, due, pairs) => {
      const client = await pool.connect();
      try {
        for (const { text, parameters } of recorded[kind]) {
          await client.query(text, JSON.parse(pairs.reduce((json, [from, to]) => json.replaceAll(from, to), JSON.stringify(parameters))));
        }
      } finally {
        client.release();
      }
      spent[kind].push(performance.now() - due);
    };
    const write = async (at, due) => {
      const writer = asIf(people[0], people[at % people.length]);
      await play('month', due, writer);
      await play('entry', performance.now(), [...writer, [sample.id, randomUUID()]]);
    };
    const accept = async (_at, due) => {
      const other = lots.pop();
      const chief = other && deciders.get(other.evaluator);
      if (!chief) return;
      const leader = asIf(decider, chief);
      await play('waiting', due, leader);
      await play('bulk', performance.now(), [...leader, ...lot.ids.map((id, n) => [id, other.ids[n]])]);
    };
    await Promise.all([
      openLoop({ perSecond: entriesPerSecond, seconds: bareSeconds, work: write }),
      openLoop({ perSecond: bulksPerSecond, seconds: bareSeconds, work: accept }),
    ]);
    await pool.end();
    return spent;
  }
} finally {
  await site.close();
}
for (const failure of failures) console.error(`  ✘ ${failure}`);
console.log(failures.length === 0 ? '  ✔ malam terakhir: tidak ada yang hilang, ganda, atau terlalu lama' : '');
process.exit(failures.length === 0 ? 0 : 1);
