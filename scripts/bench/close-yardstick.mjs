// Side B of the close: what a plain program pays for the same facts and the same slips. It reads presence, activities,
// evaluations and people grouped per employee and inserts copies of the slips that the service made, one transaction an
// SKPD; no law is applied, nothing is checked, audited or announced.
import { MONTH, plainPg } from './built.mjs';
import { serve } from './child.mjs';

const FIRST = `${MONTH}-01`;
const LAST = `${MONTH}-31`;
const BATCH = 1000;
let client;
let units = [];
let slips = new Map();

const COLUMNS =
  'id, run_id, skpd_id, employment_id, gross, cuts, deductions, adjustments, net, content, content_hash';

serve({
  async open({ url }) {
    const pg = await plainPg();
    client = new pg.Client({ connectionString: url });
    await client.connect();
  },

  /** Keeps the slips of a finished close: in memory, and in a table for copying inside the server. */
  async learn() {
    await client.query(`CREATE TABLE bench_slip AS SELECT * FROM payslip`);
    await client.query(`CREATE INDEX ON bench_slip (skpd_id)`);
    await client.query(`VACUUM (ANALYZE) bench_slip`);
    units = (await client.query(`SELECT skpd_id FROM pay_run_unit ORDER BY skpd_id`)).rows.map(
      (row) => row.skpd_id,
    );
    slips = new Map(units.map((skpdId) => [skpdId, []]));
    for (const row of (await client.query(`SELECT * FROM bench_slip`)).rows) slips.get(row.skpd_id).push(row);
    const { rows } = await client.query(
      `SELECT count(*) AS slips, avg(octet_length(content))::int AS bytes, max(octet_length(content)) AS most, (SELECT count(*) FROM pay_run_exclusion) AS excluded FROM bench_slip`,
    );
    return rows[0];
  },

  /** Back to the state before the close: everything checked, nothing closed. */
  async reset() {
    await client.query(`TRUNCATE payslip, adjustment, held_pay, pay_run_exclusion, closed_month`);
    await client.query(
      `UPDATE pay_run_unit SET status = 'checked', version = version - 1, closed_by = NULL, closed_at = NULL WHERE status = 'closed'`,
    );
    await client.query(`CHECKPOINT`);
  },

  /** @param way `sent`: the client sends the slips, as any program must; `copied`: they never leave the server */
  async round(way) {
    const started = performance.now();
    for (const skpdId of units) {
      await client.query('BEGIN');
      await read(skpdId);
      if (way === 'copied') {
        await client.query(
          `INSERT INTO payslip (${COLUMNS}) SELECT ${COLUMNS} FROM bench_slip WHERE skpd_id = $1`,
          [skpdId],
        );
      } else {
        await send(slips.get(skpdId));
      }
      await client.query('COMMIT');
    }
    return { ms: performance.now() - started };
  },
  close: () => client.end(),
});

async function read(skpdId) {
  const { rows: people } = await client.query(
    `SELECT e.id, pe.name, e.kind, e.valid_from, e.valid_to, n.nip, k.rank, c.class, p.name AS post, p.kind AS post_kind, u.id AS unit_id, u.name AS unit
     FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id JOIN employment e ON e.id = a.employment_id JOIN person pe ON pe.id = e.person_id
     LEFT JOIN post_class c ON c.post_id = p.id AND c.valid_from <= $2 AND (c.valid_to IS NULL OR c.valid_to >= $2)
     LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= $2 AND (n.valid_to IS NULL OR n.valid_to >= $2)
     LEFT JOIN employment_rank k ON k.employment_id = e.id AND k.valid_from <= $2 AND (k.valid_to IS NULL OR k.valid_to >= $2)
     WHERE u.skpd_id = $1 AND a.kind = 'definitive' AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $2) ORDER BY pe.name, e.id`,
    [skpdId, FIRST, LAST],
  );
  // By SKPD, not by person: every page of the big tables is read once.
  await client.query(
    `SELECT employment_id, string_agg(concat_ws('|', date, status, check_in, check_out), ';' ORDER BY date) AS days
     FROM presence_day WHERE skpd_id = $1 AND date BETWEEN $2 AND $3 GROUP BY employment_id`,
    [skpdId, FIRST, LAST],
  );
  await client.query(
    `SELECT employment_id, count(*) FILTER (WHERE status = 'accepted') AS accepted, sum(minutes) FILTER (WHERE status = 'accepted') AS minutes,
            count(DISTINCT date) AS days, count(*) FILTER (WHERE status = 'submitted') AS open
     FROM activity WHERE skpd_id = $1 AND date BETWEEN $2 AND $3 GROUP BY employment_id`,
    [skpdId, FIRST, LAST],
  );
  await client.query(
    `SELECT employment_id, predicate, score, quality_score FROM evaluation WHERE employment_id = ANY($1::uuid[]) AND month = $2`,
    [people.map((person) => person.id), MONTH],
  );
}

async function send(rows) {
  for (let start = 0; start < rows.length; start += BATCH) {
    const part = rows.slice(start, start + BATCH);
    const column = (name) => part.map((row) => row[name]);
    await client.query(
      `INSERT INTO payslip (${COLUMNS})
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::text[], $11::text[])`,
      COLUMNS.split(', ').map(column),
    );
  }
}
