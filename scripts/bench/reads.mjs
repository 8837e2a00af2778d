// The busiest reads of the real API against bare handlers that run the same statements.
import { MONTH, plainPg } from './built.mjs';
import { startChild } from './child.mjs';
import { median, ratios, turned } from './measure.mjs';

const PEOPLE = 40;
const CONCURRENCY = 10;
const AIM = 0.4;

export async function measureReads(site, { rounds, windowMs, say }) {
  const [api, bare, load] = [
    await startChild('./reads-api.mjs', site),
    await startChild('./reads-bare.mjs', site),
    await startChild('./load.mjs', {}),
  ];
  try {
    const ports = { api: await api.call('port'), bare: await bare.call('port') };
    const rows = [];
    for (const route of await routes(site.url)) {
      const { tokens, offset } = await api.call(
        'tokens',
        route.readers.map((reader) => reader.account),
      );
      const requests = route.readers.map((reader, index) => ({ url: reader.url, token: tokens[index] }));
      const plan = await recorded(api, ports.api, requests);
      await bare.call('learn', plan, offset);
      await same(ports, requests, plan);
      const run = (port) => load.call('run', { port, requests, concurrency: CONCURRENCY, ms: windowMs });
      await run(ports.api);
      await run(ports.bare);
      const speeds = { api: [], bare: [], again: [] };
      for (let round = 0; round < rounds; round += 1) {
        for (const side of turned(['api', 'bare', 'again'], round))
          speeds[side].push(await run(side === 'api' ? ports.api : ports.bare));
      }
      const ratio = ratios(speeds.api, speeds.bare);
      const bytes = Math.round(median(plan.map(({ body }) => Buffer.byteLength(body))));
      say(`${route.name}: ${plan[0].statements.length} pernyataan SQL, ${bytes} B`);
      rows.push({
        measure: `${route.name} (${plan[0].statements.length} SQL, ${(bytes / 1024).toFixed(1)} KiB)`,
        a: `${median(speeds.api).toFixed(0)}/s`,
        b: `${median(speeds.bare).toFixed(0)}/s`,
        ratio,
        control: ratios(speeds.again, speeds.bare).median,
        aim: `≥ ${AIM}`,
        met: ratio.median >= AIM,
      });
    }
    return rows;
  } finally {
    for (const child of [load, api, bare]) await child.stop();
  }
}

/** Who reads what: as many different people as take part, so that no row stays in one processor's cache. */
async function routes(url) {
  const pg = await plainPg();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const ask = async (sql) => (await client.query(`${sql} LIMIT ${PEOPLE}`, [])).rows;
  try {
    const owners = await ask(
      `SELECT a.id AS account FROM account a JOIN employment e ON e.person_id = a.person_id WHERE EXISTS (SELECT 1 FROM activity WHERE employment_id = e.id) ORDER BY md5(a.username)`,
    );
    const evaluators = await ask(
      `SELECT a.id AS account FROM post p JOIN assignment s ON s.post_id = p.id JOIN employment e ON e.id = s.employment_id JOIN account a ON a.person_id = e.person_id
       WHERE p.kind = 'pengawas' ORDER BY md5(a.username)`,
    );
    const admins = await ask(
      `SELECT r.account_id AS account, r.unit_id AS unit, (SELECT id FROM pay_run) AS run FROM account_role r JOIN unit u ON u.id = r.unit_id
       WHERE r.role = 'unit-admin' AND u.code <> '01' ORDER BY u.code`,
    );
    const closed = (await ask(`SELECT 1 FROM pay_run_unit WHERE status <> 'closed'`)).length === 0;
    const route = (name, people, path) => ({
      name,
      readers: people.map((person) => ({ account: person.account, url: `/api/v1${path(person)}` })),
    });
    return [
      route('my month', owners, () => `/activities/month?month=${MONTH}`),
      route('what waits for me', evaluators, () => '/activities/waiting'),
      route('unit list: people', admins, ({ unit }) => `/employees?skpdId=${unit}`),
      route(
        `unit list: pay, ${closed ? 'closed' : 'open'}`,
        admins,
        ({ unit, run }) => `/pay-runs/${run}/units/${unit}`,
      ),
    ];
  } finally {
    await client.end();
  }
}

/** The statements and the answer of each request once everything that is kept in memory is there. */
async function recorded(api, port, requests) {
  const plan = [];
  for (const { url, token } of requests) {
    await answerOf(port, url, token);
    for (let attempt = 1; ; attempt += 1) {
      const first = await heardFor(api, port, url, token);
      const second = await heardFor(api, port, url, token);
      // A scheduled job in between would be heard as well.
      if (attempt === 5 || texts(first) === texts(second)) {
        plan.push({ session: sessionOf(token), url, statements: second.statements, body: second.body });
        break;
      }
    }
  }
  return plan;
}

async function heardFor(api, port, url, token) {
  await api.call('listen');
  const body = await answerOf(port, url, token);
  return { body, statements: await api.call('heard') };
}

function texts({ statements }) {
  return statements.map((statement) => statement.text).join('\n');
}

async function answerOf(port, url, token) {
  const answer = await fetch(`http://127.0.0.1:${port}${url}`, {
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' },
  });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${body}`);
  return body;
}

/** Both sides answer with the same bytes, or the comparison would be worth nothing. */
async function same(ports, requests, plan) {
  const body = await answerOf(ports.bare, requests[0].url, requests[0].token);
  if (body !== plan[0].body) throw new Error(`${requests[0].url}: isi jawaban berbeda / the answers differ`);
}

function sessionOf(token) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url')).sid;
}
