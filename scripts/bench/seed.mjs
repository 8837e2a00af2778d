// A government of any size in a few statements, valid under every constraint of the schema. One SKPD holds three
// tenths of the people, as education does; the others share the rest. Activities lie on disk day after day, the way
// they come in, not person after person.
const MONTH_DAYS = `SELECT d::date AS day FROM generate_series('2026-10-01'::date, '2026-10-31'::date, interval '1 day') d WHERE extract(isodow FROM d) < 6`;
const FIRST_NAMES =
  'Siti Ahmad Nur Muhammad Sri Budi Dewi Rina Agus Fitri Hasan Lestari Yusuf Mariani Rahmad Wahyu Arif Sofyan Kartini Bambang Indah Joko Ratna Hendra Maya Rudi Yuni Eko Wati Iwan'.split(
    ' ',
  );
const LAST_NAMES =
  'Aminah Fauzi Hidayat Santoso Rahman Saleh Effendi Wulandari Sartika Noor Fitriani Mulyati Hasanah Pratama Setiawan Kurniawan Utami Handayani Nugroho Susanti Maulana Anwar Halim Basri Arsyad Suryani Rahayu Gunawan Wibowo Siregar'.split(
    ' ',
  );

export function shapeOf(people) {
  const count = Math.max(2, Math.min(60, Math.round(people / 250)));
  const biggest = Math.round(people * 0.3);
  const rest = people - biggest;
  const sizes = Array.from(
    { length: count - 1 },
    (_, i) => Math.floor(rest / (count - 1)) + (i < rest % (count - 1) ? 1 : 0),
  );
  return [biggest, ...sizes].map((size) => ({
    size,
    divisions: Math.max(1, Math.round(size / 60)),
    sections: Math.max(1, Math.round(size / 12)),
  }));
}

/** @param query runs one statement; @param say tells how far it is */
export async function seedGovernment(query, { people, passwordHash, say }) {
  const shape = shapeOf(people);
  say(`${people} pegawai, ${shape.length} SKPD`);
  await query(
    `CREATE TABLE bench_person AS
     SELECT row_number() OVER ()::int AS n, t.k::int AS skpd, i, gen_random_uuid() AS person_id, gen_random_uuid() AS employment_id,
            ARRAY[gen_random_uuid(), gen_random_uuid(), gen_random_uuid()] AS results,
            CASE WHEN i = 0 THEN 1 WHEN i <= d THEN 2 WHEN i <= d + s THEN 3 ELSE 4 END AS level,
            CASE WHEN i = 0 THEN 0 WHEN i <= d THEN i WHEN i <= d + s THEN i - d ELSE (i - d - s - 1) % s + 1 END AS no,
            CASE WHEN i <= d + s THEN 1 ELSE (i - d - s - 1) / s + 1 END AS seat, d, s
     FROM unnest($1::int[], $2::int[], $3::int[]) WITH ORDINALITY AS t(size, d, s, k), generate_series(0, t.size - 1) i`,
    [shape.map((s) => s.size), shape.map((s) => s.divisions), shape.map((s) => s.sections)],
  );
  await query(`ALTER TABLE bench_person ADD COLUMN kind text, ADD COLUMN since date, ADD COLUMN name text`);
  await query(
    `UPDATE bench_person SET kind = k.kind, since = CASE k.kind WHEN 'cpns' THEN '2026-01-01'::date ELSE '2015-01-01'::date END,
       name = ($1::text[])[1 + n % ${FIRST_NAMES.length}] || ' ' || ($2::text[])[1 + (n / ${FIRST_NAMES.length}) % ${LAST_NAMES.length}]
     FROM (SELECT n AS number, CASE WHEN level < 4 OR n % 20 < 15 THEN 'pns' WHEN n % 20 < 19 THEN 'pppk' ELSE 'cpns' END AS kind FROM bench_person) k
     WHERE k.number = n`,
    [FIRST_NAMES, LAST_NAMES],
  );
  await query(`ALTER TABLE bench_person ADD PRIMARY KEY (n)`);
  await organisation(query);
  say('satuan kerja dan jabatan');
  await persons(query, passwordHash);
  await plans(query);
  say('pegawai, akun, SKP');
  await query(`ANALYZE`);
  await superiors(query);
  await presence(query);
  say('presensi');
  await evaluations(query);
  await activities(query, say);
  await checkLinks(query);
  await query(`DROP TABLE bench_post, bench_unit, bench_person`);
  await query(`VACUUM (ANALYZE)`);
}

async function organisation(query) {
  await query(
    `CREATE TABLE bench_unit AS
     SELECT 0 AS skpd, 0 AS division, gen_random_uuid() AS id
     UNION ALL SELECT skpd, 0, gen_random_uuid() FROM (SELECT DISTINCT skpd FROM bench_person) a
     UNION ALL SELECT skpd, division, gen_random_uuid() FROM (SELECT DISTINCT skpd, generate_series(1, d) AS division FROM bench_person WHERE i = 0) b`,
  );
  await query(
    `INSERT INTO unit (id, code, name, kind, parent_id, skpd_id, valid_from)
     SELECT id, '00', 'Pemerintah Kabupaten Bench', 'government', NULL::uuid, NULL::uuid, '2010-01-01'::date FROM bench_unit WHERE skpd = 0
     UNION ALL
     SELECT u.id, lpad(u.skpd::text, 2, '0'), 'Dinas Bench Nomor ' || u.skpd, 'dinas', g.id, u.id, '2010-01-01'
     FROM bench_unit u, bench_unit g WHERE u.skpd > 0 AND u.division = 0 AND g.skpd = 0
     UNION ALL
     SELECT u.id, lpad(u.skpd::text, 2, '0') || '.' || lpad(u.division::text, 4, '0'), 'Bidang Nomor ' || u.division, 'division', p.id, p.id, '2010-01-01'
     FROM bench_unit u JOIN bench_unit p ON p.skpd = u.skpd AND p.division = 0 WHERE u.division > 0`,
  );
  await query(
    `CREATE TABLE bench_post AS
     SELECT skpd, level, no, max(seat) AS seats, max(d) AS d, max(s) AS s, gen_random_uuid() AS id FROM bench_person GROUP BY skpd, level, no
     UNION ALL SELECT 0, 0, 0, 1, 1, 1, gen_random_uuid()`,
  );
  // The division of a section, and the section's own head, follow from its number.
  await query(
    `INSERT INTO post (id, unit_id, name, kind, superior_post_id, leader, seats, valid_from)
     SELECT p.id, u.id,
            CASE p.level WHEN 0 THEN 'Bupati' WHEN 1 THEN 'Kepala Dinas' WHEN 2 THEN 'Kepala Bidang ' || p.no WHEN 3 THEN 'Kepala Seksi ' || p.no ELSE 'Pengelola Data dan Layanan ' || p.no END,
            (ARRAY['regent','jpt','administrator','pengawas','pelaksana'])[p.level + 1], above.id, p.level < 3, p.seats, '2010-01-01'
     FROM bench_post p
     JOIN bench_unit u ON u.skpd = p.skpd AND u.division = CASE WHEN p.level < 2 THEN 0 WHEN p.level = 2 THEN p.no ELSE (p.no - 1) % p.d + 1 END
     LEFT JOIN bench_post above ON p.level > 0
       AND above.skpd = CASE WHEN p.level = 1 THEN 0 ELSE p.skpd END AND above.level = p.level - 1
       AND above.no = CASE p.level WHEN 1 THEN 0 WHEN 2 THEN 0 WHEN 3 THEN (p.no - 1) % p.d + 1 ELSE p.no END`,
  );
  await query(
    `INSERT INTO post_class (post_id, class, valid_from)
     SELECT id, CASE level WHEN 1 THEN '14' WHEN 2 THEN '11' WHEN 3 THEN '9' ELSE (5 + no % 3)::text END, '2010-01-01' FROM bench_post WHERE level > 0`,
  );
}

async function persons(query, passwordHash) {
  await query(
    `INSERT INTO person (id, name, birth_date, sex)
     SELECT person_id, name, '1968-01-01'::date + n % 9000, CASE n % 2 WHEN 0 THEN 'male' ELSE 'female' END FROM bench_person`,
  );
  await query(
    `INSERT INTO employment (id, person_id, kind, valid_from) SELECT employment_id, person_id, kind, since FROM bench_person`,
  );
  await query(
    `INSERT INTO employment_nip (employment_id, nip, valid_from)
     SELECT employment_id, to_char('1968-01-01'::date + n % 9000, 'YYYYMMDD') || to_char(since, 'YYYYMM') || (1 + n % 2) || lpad((n / 9000 + 1)::text, 3, '0'), since FROM bench_person`,
  );
  await query(
    `INSERT INTO employment_rank (employment_id, rank, valid_from) SELECT employment_id, (ARRAY['IV/c','IV/a','III/d','III/b'])[level], since FROM bench_person`,
  );
  await query(
    `INSERT INTO assignment (employment_id, post_id, kind, seat, valid_from)
     SELECT b.employment_id, p.id, 'definitive', b.seat, b.since FROM bench_person b JOIN bench_post p USING (skpd, level, no)`,
  );
  // The regent, who is no civil servant but evaluates the heads.
  await query(
    `WITH p AS (INSERT INTO person (name) VALUES ('Bupati Bench') RETURNING id),
          e AS (INSERT INTO employment (person_id, kind, valid_from) SELECT id, 'non-asn', '2015-01-01' FROM p RETURNING id)
     INSERT INTO assignment (employment_id, post_id, kind, valid_from) SELECT e.id, post.id, 'definitive', '2015-01-01' FROM e, bench_post post WHERE post.level = 0`,
  );
  await query(
    `INSERT INTO account (person_id, username, password_hash, must_change_password) SELECT person_id, 'pegawai' || n, $1, false FROM bench_person`,
    [passwordHash],
  );
  // The second member of staff runs the unit; one person of the last SKPD the whole.
  await query(
    `INSERT INTO account_role (account_id, role, unit_id, valid_from, reason)
     SELECT a.id, 'unit-admin', u.id, '2025-01-01'::date, 'bench' FROM bench_person b JOIN account a ON a.person_id = b.person_id
     JOIN bench_unit u ON u.skpd = b.skpd AND u.division = 0 WHERE b.level = 4 AND b.no = 1 AND b.seat = 2
     UNION ALL
     SELECT a.id, 'superadmin', NULL, '2025-01-01', 'bench' FROM bench_person b JOIN account a ON a.person_id = b.person_id
     WHERE b.level = 4 AND b.no = 1 AND b.seat = 3 AND b.skpd = (SELECT max(skpd) FROM bench_person)`,
  );
}

async function plans(query) {
  await query(
    `WITH s AS (
       INSERT INTO skp (employment_id, post_id, unit_id, year, period_from, period_to, status, submitted_at, determined_at, owner_snapshot, evaluator_snapshot, created_at)
       SELECT b.employment_id, p.id, post.unit_id, 2026, '2026-01-01', '2026-12-31', 'determined', '2026-01-10', '2026-01-20',
              jsonb_build_object('name', b.name, 'nip', NULL, 'rank', 'III/b', 'postName', post.name, 'unitName', 'Dinas Bench'),
              jsonb_build_object('name', 'Atasan', 'nip', NULL, 'rank', 'III/d', 'postName', 'Kepala Seksi', 'unitName', 'Dinas Bench'), '2026-01-05'
       FROM bench_person b JOIN bench_post p USING (skpd, level, no) JOIN post ON post.id = p.id RETURNING id, employment_id
     )
     INSERT INTO skp_result (id, skp_id, position, task, kind, title)
     SELECT b.results[k], s.id, k - 1, CASE k WHEN 3 THEN 'additional' ELSE 'main' END, 'output',
            (ARRAY['Laporan layanan kepada masyarakat tersusun tepat waktu', 'Data kepegawaian dan aset dimutakhirkan setiap bulan', 'Tugas tambahan dari pimpinan terlaksana'])[k]
     FROM s JOIN bench_person b USING (employment_id), generate_series(1, 3) k`,
  );
  await query(
    `INSERT INTO skp_indicator (result_id, position, aspect, indicator, target, unit)
     SELECT id, 0, 'quantity', 'Jumlah laporan yang selesai', '12', 'laporan' FROM skp_result`,
  );
}

/** Everybody with whoever evaluates them: the holder of the superior post, which has one seat. */
async function superiors(query) {
  await query(
    `ALTER TABLE bench_person ADD COLUMN evaluator uuid, ADD COLUMN evaluator_name text, ADD COLUMN evaluator_post uuid, ADD COLUMN evaluator_post_name text, ADD COLUMN skpd_id uuid`,
  );
  await query(
    `UPDATE bench_person b SET evaluator = e.id, evaluator_name = pe.name, evaluator_post = s.id, evaluator_post_name = s.name, skpd_id = u.id
     FROM bench_post bp JOIN post p ON p.id = bp.id JOIN post s ON s.id = p.superior_post_id
     JOIN assignment a ON a.post_id = s.id JOIN employment e ON e.id = a.employment_id JOIN person pe ON pe.id = e.person_id, bench_unit u
     WHERE bp.skpd = b.skpd AND bp.level = b.level AND bp.no = b.no AND u.skpd = b.skpd AND u.division = 0`,
  );
}

async function presence(query) {
  await query(
    `INSERT INTO presence_import (month, file_name, status, uploaded_at, uploaded_by, applied_at, applied_by, row_count, preview)
     SELECT '2026-10', 'bench.xlsx', 'applied', '2026-11-01', account_id, '2026-11-01', account_id, (SELECT count(*) FROM bench_person) * 22, '{}'
     FROM account_role WHERE role = 'superadmin'`,
  );
  await bulk(query, 'presence_day', [
    [
      `INSERT INTO presence_day (employment_id, date, skpd_id, status, check_in, check_out, import_id)
       SELECT b.employment_id, d.day, b.skpd_id, s.status,
              CASE WHEN s.status = 'present' THEN '07:10'::time + make_interval(mins => (b.n * 7 + extract(day FROM d.day)::int * 13) % 25 + CASE WHEN (b.n + extract(day FROM d.day)::int) % 19 = 0 THEN 20 ELSE 0 END) END,
              CASE WHEN s.status = 'present' THEN '17:00'::time + make_interval(mins => b.n % 20) END, i.id
       FROM (SELECT * FROM bench_person ORDER BY n) b CROSS JOIN (${MONTH_DAYS}) d
       CROSS JOIN LATERAL (SELECT CASE (b.n * 31 + extract(day FROM d.day)::int) % 97 WHEN 0 THEN 'sick' WHEN 1 THEN 'leave-annual' ELSE 'present' END AS status) s
       CROSS JOIN presence_import i`,
    ],
  ]);
}

async function evaluations(query) {
  await query(
    `INSERT INTO evaluation (employment_id, month, method, inputs, predicate, derivation, law, evaluator_employment_id, evaluator, determined_at)
     SELECT employment_id, '2026-10', 'quadrant', '{"result":"meets","behaviour":"meets"}', CASE WHEN n % 29 = 0 THEN 'butuh-perbaikan' WHEN n % 9 = 0 THEN 'sangat-baik' ELSE 'baik' END,
            '[{"rule":"evaluation.result","inputs":{"rating":"meets"},"result":"meets"},{"rule":"evaluation.behaviour","inputs":{"rating":"meets"},"result":"meets"},{"rule":"predicate.quadrant","inputs":{"result":"meets","behaviour":"meets"},"result":"baik"}]',
            '[{"kind":"performance","id":"bench","hash":"0000000000000000000000000000000000000000000000000000000000000000"}]', evaluator,
            jsonb_build_object('person', jsonb_build_object('employmentId', evaluator, 'personName', evaluator_name), 'signedAs', jsonb_build_object('name', evaluator_name, 'postName', evaluator_post_name), 'chain', '[]'::jsonb), '2026-11-01'
     FROM bench_person ORDER BY md5(n::text)`,
  );
}

/** 66 accepted entries a head in the month, three a day, and three of today that wait for the evaluator. */
async function activities(query, say) {
  const { rows: days } = await query(MONTH_DAYS);
  const insert = `INSERT INTO activity (id, employment_id, skpd_id, skp_result_id, date, start_time, end_time, minutes, description, output_quantity, output_unit, task,
       evidence_link, status, version, created_at, submitted_at, due_at, evaluator_employment_id, seen_at, decided_at, decided_by_employment_id, decision_mode, decision, law_hash)
     SELECT gen_random_uuid(), b.employment_id, b.skpd_id, b.results[k], $1::date, f.at, f.until, extract(epoch FROM f.until - f.at)::int / 60,
            (ARRAY['Menyusun bahan laporan layanan mingguan dan memeriksa data', 'Memutakhirkan data kepegawaian pada aplikasi dan arsip', 'Mendampingi rapat koordinasi lintas bidang'])[k] || ' (' || b.n % 100 || ')',
            1 + b.n % 4, 'dokumen', CASE k WHEN 3 THEN 'additional' ELSE 'main' END, 'https://arsip.bench.go.id/' || b.n || '/' || k,`;
  const from = `FROM bench_person b CROSS JOIN (VALUES (1, '07:45'::time, '10:00'::time), (2, '10:15', '12:00'), (3, '13:00', '15:30')) f(k, at, until)`;
  const decided = `'accepted', 2, $1::date + time '16:00', $1::date + time '16:00', $1::date + interval '9 days', b.evaluator, $1::date + interval '1 day', $1::date + interval '1 day', b.evaluator, 'evaluator',
     jsonb_build_object('postId', b.evaluator_post, 'postName', b.evaluator_post_name, 'capacity', 'definitive', 'chain', jsonb_build_array(jsonb_build_object('postId', b.evaluator_post, 'postName', b.evaluator_post_name, 'personName', b.evaluator_name, 'outcome', 'taken'))), repeat('0', 64)`;
  const open = `'submitted', 1, $1::date + time '08:00', $1::date + time '08:00', $1::date + interval '9 days', b.evaluator, NULL, NULL, NULL, NULL, NULL, repeat('0', 64)`;
  const statements = days.map(({ day }) => [`${insert} ${decided} ${from}`, [day]]);
  statements.push([`${insert} ${open} ${from}`, ['2026-11-02']]);
  await bulk(query, 'activity', statements, (done) => {
    if (done % 6 === 0) say(`kegiatan ${Math.round((100 * done) / statements.length)}%`);
  });
}

/** Into a table without its secondary indexes, which are built again at the end; foreign keys are looked at in one go later. */
async function bulk(query, table, statements, progress = () => undefined) {
  const { rows: indexes } = await query(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid = $1::regclass AND NOT indisunique`,
    [table],
  );
  await query(`SET session_replication_role = replica`);
  for (const { name } of indexes) await query(`DROP INDEX ${name}`);
  let done = 0;
  for (const [statement, values] of statements) {
    await query(statement, values);
    progress((done += 1));
  }
  await query(`SET maintenance_work_mem = '256MB'`);
  for (const { definition } of indexes) await query(definition);
  await query(`SET session_replication_role = origin`);
}

/** What the switched-off triggers would have refused. */
async function checkLinks(query) {
  const { rows } = await query(
    `SELECT (SELECT count(*) FROM activity a LEFT JOIN employment e ON e.id = a.employment_id LEFT JOIN unit u ON u.id = a.skpd_id
             LEFT JOIN skp_result r ON r.id = a.skp_result_id LEFT JOIN employment v ON v.id = a.evaluator_employment_id
             WHERE e.id IS NULL OR u.id IS NULL OR r.id IS NULL OR v.id IS NULL)::int
          + (SELECT count(*) FROM presence_day p LEFT JOIN employment e ON e.id = p.employment_id LEFT JOIN unit u ON u.id = p.skpd_id
             LEFT JOIN presence_import i ON i.id = p.import_id WHERE e.id IS NULL OR u.id IS NULL OR i.id IS NULL)::int AS broken`,
  );
  if (rows[0].broken > 0) throw new Error(`${rows[0].broken} baris tanpa induk / rows without a parent`);
}
