// Two years of history, what waits on the last evening, and people signed in.
import { randomUUID } from 'node:crypto';

const PASSWORD = 'contoh-2026-kinerja';
const COLUMNS = `id, employment_id, skpd_id, post_id, skp_result_id, date, start_time, end_time, minutes, description, output_quantity, output_unit, task, status,
  submitted_at, due_at, evaluator_employment_id, law_hash, created_at`;

/**
 * Copies of real entries over the days of two years, lying on disk day after day as they would have come in. References
 * are those of the entries copied, so they are not checked again; the indexes are built once all rows are there. One row in
 * fifty is of the people of the demo (300 of 15,000): the others of the regency are there by their numbers only, so that
 * nobody has more entries than two years can hold.
 */
export async function fillHistory(db, rows, say) {
  const LOT = 500_000;
  await db.query(
    `CREATE TEMPORARY TABLE source AS SELECT row_number() OVER (ORDER BY employment_id, id)::int AS at, a.*
       FROM activity a WHERE evaluator_employment_id IS NOT NULL`,
  );
  await db.query('CREATE UNIQUE INDEX ON source (at)');
  await db.query('ANALYZE source');
  const {
    rows: [{ total }],
  } = await db.query('SELECT count(*)::int AS total FROM source');
  const { rows: indexes } = await db.query(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid = 'activity'::regclass AND NOT i.indisunique`,
  );
  for (const { name } of indexes) await db.query(`DROP INDEX "${name}"`);
  await db.query('SET session_replication_role = replica');
  // A stride that shares no factor with the number of sources: each day gets entries of everybody.
  for (let done = 0; done < rows; done += LOT) {
    await db.query(
      `INSERT INTO activity (${COLUMNS}, decided_at, decision_mode)
       SELECT gen_random_uuid(), CASE WHEN n % 50 = 0 THEN s.employment_id ELSE md5('pegawai ' || n % 14700)::uuid END, s.skpd_id, s.post_id,
              s.skp_result_id, '2024-12-01'::date + (n * 690 / $4::bigint)::int, '08:00', '09:00', 60,
              'Kegiatan lama nomor ' || n, 1, 'dokumen', s.task, 'accepted', now(), NULL, s.evaluator_employment_id, s.law_hash, now(), now(), 'lapse'
       FROM generate_series($1::bigint, $2::bigint) n JOIN source s ON s.at = 1 + (n * 7919) % $3::bigint ORDER BY n`,
      [done, Math.min(done + LOT, rows) - 1, total, rows],
    );
    say(`riwayat: ${Math.min(done + LOT, rows)} kegiatan`);
  }
  await db.query('SET session_replication_role = origin');
  for (const { definition } of indexes) await db.query(definition);
  await db.query('DROP TABLE source');
  await db.query('VACUUM ANALYZE activity');
  await db.query('CHECKPOINT');
}

/** Entries that wait, in lots of thirty for one evaluator each. */
export async function fillWaiting(db, lots, size) {
  const { rows: pairs } = await db.query(
    `SELECT a.*, count(*) OVER (PARTITION BY a.evaluator_employment_id) AS load FROM (
       SELECT DISTINCT ON (employment_id) ${COLUMNS} FROM activity
       WHERE evaluator_employment_id IS NOT NULL AND date >= '2026-11-01' AND status = 'submitted' ORDER BY employment_id, date DESC
     ) a ORDER BY load DESC`,
  );
  if (pairs.length === 0) throw new Error('nothing waits in the demo data');
  const made = [];
  for (let at = 0; at < lots; at += 1) {
    const { evaluator_employment_id: evaluator } = pairs[at % pairs.length];
    const own = pairs.filter((one) => one.evaluator_employment_id === evaluator);
    const entries = Array.from({ length: size }, (_, n) => ({
      id: randomUUID(),
      source: own[n % own.length].id,
      n: at * size + n,
    }));
    await db.query(
      `INSERT INTO activity (${COLUMNS})
       SELECT v.id, s.employment_id, s.skpd_id, s.post_id, s.skp_result_id, '2026-11-27', '05:00', '05:01', 1, 'Menunggu keputusan nomor ' || v.n, 1, 'dokumen', s.task,
              'submitted', s.submitted_at, s.due_at + interval '30 days', s.evaluator_employment_id, s.law_hash, now()
       FROM jsonb_to_recordset($1::jsonb) AS v(id uuid, source uuid, n int) JOIN activity s ON s.id = v.source`,
      [JSON.stringify(entries)],
    );
    made.push({ evaluator, ids: entries.map(({ id }) => id) });
  }
  return made;
}

/** Signed-in writers, each with a result of the own SKP. */
export async function writers(db, base, count) {
  const { rows } = await db.query(
    `SELECT c.id AS account, c.username, e.id AS employment, r.id AS result
     FROM employment e JOIN account c ON c.person_id = e.person_id
     JOIN LATERAL (SELECT r.id FROM skp s JOIN skp_result r ON r.skp_id = s.id
       WHERE s.employment_id = e.id AND s.status = 'determined' AND s.period_from <= '2026-11-02' AND s.period_to >= '2026-11-30' LIMIT 1) r ON true
     WHERE NOT EXISTS (SELECT 1 FROM presence_day p WHERE p.employment_id = e.id AND p.date BETWEEN '2026-11-02' AND '2026-11-30' AND p.status LIKE 'leave%')
     ORDER BY e.id LIMIT $1`,
    [count],
  );
  return signedIn(base, rows);
}

export async function evaluatorsOf(db, base, employments) {
  const { rows } = await db.query(
    `SELECT c.id AS account, c.username, e.id AS employment FROM employment e JOIN account c ON c.person_id = e.person_id WHERE e.id = ANY($1::uuid[])`,
    [employments],
  );
  return signedIn(base, rows);
}

async function signedIn(base, rows) {
  const people = [];
  for (const row of rows) people.push({ ...row, minute: 0, token: await signIn(base, row.username) });
  return people;
}

export async function signIn(base, username) {
  const answer = await fetch(`${base}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`sign-in ${username}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).accessToken;
}
