import type { Database } from '../platform/database/database.js';

/** As many SKPs get a work plan as a screen will ever be asked for; a regency of 15,000 starts no slower for it. */
const PLANS = 2500;

/** A UUID in SQL that follows from a text, of a version that validators know. */
const uuidOf = (text: string) => `overlay(overlay(md5(${text}) placing '5' from 13 for 1) placing '8' from 17 for 1)::uuid`;

/** The units' agreements, the work plans of determined SKPs, and the points of functional posts, made from the SKPs that are there. */
export async function writeWorkPlans(db: Database): Promise<void> {
  await writeAgreements(db);
  await writePoints(db);
  await writeDuties(db);
  await db.query(
    // Most are verified, some wait, some have just been begun or not at all.
    `INSERT INTO work_plan (skp_id, status, version, skp_content, submitted_at, verified_at, verifier, updated_at)
     SELECT s.id, x.status, 2, s.content_number, CASE WHEN x.status <> 'draft' THEN s.determined_at + interval '2 days' END,
            CASE WHEN x.status = 'verified' THEN s.determined_at + interval '4 days' END,
            CASE WHEN x.status = 'verified' THEN s.evaluator_snapshot -> 'person' END, s.determined_at + interval '4 days'
     FROM (SELECT * FROM skp WHERE status = 'determined' AND evaluator_snapshot IS NOT NULL ORDER BY id LIMIT $1) s
     CROSS JOIN LATERAL (SELECT ('x' || left(md5(s.id::text), 4))::bit(16)::int % 20 AS dice) d
     CROSS JOIN LATERAL (SELECT CASE WHEN d.dice < 14 THEN 'verified' WHEN d.dice < 17 THEN 'submitted' WHEN d.dice = 17 THEN 'draft' END AS status) x
     WHERE x.status IS NOT NULL`,
    [PLANS],
  );
  await db.query(
    // Cumulative rounding, as the rule divides it: the months add up to the year.
    `INSERT INTO plan_target (skp_id, result_id, indicator, level, period, quantity)
     SELECT w.skp_id, r.id, i.position, 'month', to_char(m.month, 'YYYY-MM'), floor(q.total * m.at / m.of) - floor(q.total * (m.at - 1) / m.of)
     FROM work_plan w JOIN skp s ON s.id = w.skp_id JOIN skp_result r ON r.skp_id = s.id JOIN skp_indicator i ON i.result_id = r.id
     CROSS JOIN LATERAL (SELECT replace(i.target, '.', '') AS digits) t
     CROSS JOIN LATERAL (SELECT CASE WHEN t.digits ~ '^[0-9]{1,9}$' THEN t.digits::numeric END AS total) q
     CROSS JOIN LATERAL (
       SELECT month, row_number() OVER (ORDER BY month) AS at, count(*) OVER () AS of
       FROM generate_series(date_trunc('month', s.period_from::timestamp), s.period_to::timestamp, interval '1 month') AS month
     ) m
     WHERE i.aspect = 'quantity' AND q.total IS NOT NULL AND i.unit !~* 'persen|%'`,
  );
  await db.query(
    `INSERT INTO plan_step (id, skp_id, result_id, position, title, kind, pattern, months, days, output)
     SELECT ${uuidOf('r.id::text || st.at')}, s.id, r.id, st.at, st.title, st.kind, st.pattern,
            ARRAY(SELECT to_char(month, 'YYYY-MM') FROM generate_series(date_trunc('month', s.period_from::timestamp), s.period_to::timestamp, interval '1 month') AS month
                  WHERE extract(month FROM month)::int = ANY(st.months)), st.days, st.output
     FROM work_plan w JOIN skp s ON s.id = w.skp_id JOIN skp_result r ON r.skp_id = s.id
     CROSS JOIN (VALUES
       (0, 'Menyusun rencana dan menyiapkan bahan', 'periodic', 'team', ARRAY[1,2,7], 15, 'rencana kerja'),
       (1, 'Melaksanakan pekerjaan sesuai rencana', 'routine', 'individual', ARRAY[2,3,4,5,6,7,8,9,10,11,12], 180, 'hasil kerja bulanan'),
       (2, 'Memantau, mengevaluasi, dan melaporkan', 'periodic', 'cross-unit', ARRAY[3,6,9,12], 12, 'laporan triwulan')
     ) AS st(at, title, kind, pattern, months, days, output)`,
  );
}

/** Each head's results carry the objectives of the own unit's agreement. */
async function writeAgreements(db: Database): Promise<void> {
  await db.query(
    `INSERT INTO unit_agreement (id, unit_id, year, status, version, number, signed_on, finalised_at, created_at)
     SELECT ${uuidOf('u.id::text || s.year')}, u.id, s.year, 'final', 3, '050/PK/' || u.code || '/' || s.year, make_date(s.year, 1, 15),
            make_date(s.year, 1, 15), make_date(s.year, 1, 4)
     FROM unit u JOIN post po ON po.unit_id = u.id AND po.leader JOIN skp s ON s.post_id = po.id WHERE u.skpd_id = u.id
     GROUP BY u.id, u.code, s.year`,
  );
  await db.query(
    `INSERT INTO unit_agreement_target (id, agreement_id, position, objective, indicator, target, unit, attainment, result, benefit)
     SELECT ${uuidOf("'sasaran' || r.id")}, a.id, row_number() OVER (PARTITION BY a.id ORDER BY s.period_from, r.position) - 1,
            regexp_replace(r.title, '^Meningkatnya secara berkelanjutan ', 'Meningkatnya '), coalesce(i.indicator, 'Persentase capaian sasaran'), coalesce(i.target, '100'),
            coalesce(i.unit, 'persen'), '', '', ''
     FROM unit_agreement a JOIN post po ON po.unit_id = a.unit_id AND po.leader JOIN skp s ON s.post_id = po.id AND s.year = a.year
     JOIN skp_result r ON r.skp_id = s.id AND r.task = 'main' LEFT JOIN skp_indicator i ON i.result_id = r.id AND i.position = 0`,
  );
  await db.query(`UPDATE skp_result r SET objective_id = t.id FROM unit_agreement_target t WHERE t.id = ${uuidOf("'sasaran' || r.id")}`);
}

async function writePoints(db: Database): Promise<void> {
  await db.query(
    `INSERT INTO post_point (post_id, position, code, activity, unit, credit)
     SELECT po.id, p.at, p.code, p.activity, p.unit, p.credit
     FROM post po CROSS JOIN (VALUES
       (0, 'I.A.1', 'Menyusun rencana kegiatan', 'rencana', 0.06), (1, 'I.B.2', 'Melaksanakan pelayanan sesuai bidang tugas', 'kegiatan', 0.015),
       (2, 'I.C.1', 'Menyusun laporan hasil kegiatan', 'laporan', 0.04), (3, 'II.A.3', 'Membimbing pelaksana di bawahnya', 'kali', 0.02)
     ) AS p(at, code, activity, unit, credit) WHERE po.kind = 'fungsional'`,
  );
  await db.query(
    `UPDATE skp_result r SET points = '[{"code":"I.B.2","quantity":"120"},{"code":"I.C.1","quantity":"12"}]'
     FROM skp s JOIN post po ON po.id = s.post_id WHERE s.id = r.skp_id AND po.kind = 'fungsional' AND r.task = 'main'`,
  );
}

/** The duties of a post, told from what its holders answer for (KS 21(2)). */
async function writeDuties(db: Database): Promise<void> {
  await db.query(
    `INSERT INTO post_duty (post_id, position, duty)
     SELECT post_id, nth - 1, duty FROM (
       SELECT post_id, duty, row_number() OVER (PARTITION BY post_id ORDER BY uses DESC, duty) AS nth FROM (
         SELECT s.post_id, replace(replace(replace(replace(replace(r.title, 'Terlaksananya ', 'Melaksanakan '), 'Terselenggaranya ', 'Menyelenggarakan '),
                  'Tersusunnya ', 'Menyusun '), 'Terkelolanya ', 'Mengelola '), 'Tercapainya ', 'Mencapai ') AS duty, count(*) AS uses
         FROM skp s JOIN skp_result r ON r.skp_id = s.id WHERE r.task = 'main' GROUP BY 1, 2
       ) t
     ) n WHERE nth <= 6`,
  );
}
