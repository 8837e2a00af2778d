import type { Uuid } from '@ekinerja/contracts/basics';
import type { TestApp } from './test-app.js';
import type { TinyGovernment } from './tiny-government.js';

type Row = { ids: string[]; version: number };

/** One of each about siti, by kasi. */
export async function feedbackRows(test: TestApp, gov: TinyGovernment): Promise<Record<'feedback' | 'invitation' | 'progress-mark' | 'coaching' | 'case' | 'report' | 'notification' | 'request', Row>> {
  const { siti, kasi } = gov.people;
  const one = async (sql: string): Promise<Row> => {
    const row = await test.db.one<{ id: Uuid }>(sql, [siti, kasi]);
    return { ids: [row!.id], version: 1 };
  };
  return {
    feedback: await one(`INSERT INTO feedback (employment_id, giver, giver_employment_id, giver_name, kind, way, given_on, subject, text, given_at)
      VALUES ($1, 'leader', $2, 'Ahmad Fauzi', 'incidental', 'indirect', '2026-11-02', 'general', 'Laporan rapi', now()) RETURNING id`),
    invitation: await one(`INSERT INTO feedback_invitation (employment_id, invited_by, name, office, secret_hash, invited_at, expires_at)
      VALUES ($1, $2, 'Kader', 'Posyandu', 'x', now(), now() + interval '30 days') RETURNING id`),
    // A draft that has not been handed in: not even the desk knows it.
    request: await one(`INSERT INTO service_request (number, kind, employment_id, skpd_id, reason, content, status, step, since, filed_on, filed_at, filed_by, filed_by_name)
      SELECT 'uji-1', 'perubahan-profil', $1, u.skpd_id, 'Pindah tugas', '{}', 'returned', -1, now(), '2026-11-02', now(), c.id, 'Siti'
      FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id, account c JOIN employment e ON e.person_id = c.person_id
      WHERE a.employment_id = $1 AND e.id = $1 AND $2::uuid IS NOT NULL RETURNING id`),
    case: await one(`INSERT INTO follow_up_case (kind, employment_id, month, status, opened_on, grounds, derivation)
      SELECT 'non-reporting', $1, '2026-10', 'opened', '2026-11-02', 'Tidak melaporkan', '[]' WHERE $2::uuid IS NOT NULL RETURNING id`),
    report: await one(`INSERT INTO performance_report (kind, month, from_employment_id, holder_employment_id, status, sent_at) VALUES ('periodic', '2026-10', $2, $1, 'under-way', now()) RETURNING id`),
    notification: await one(`INSERT INTO notification (account_id, topic, key, params, path, at, mail)
      SELECT a.id, 'case-moved', 'uji', '{}', '/', now(), 'none' FROM account a JOIN employment e ON e.person_id = a.person_id WHERE e.id = $1 AND $2::uuid IS NOT NULL RETURNING id`),
    'progress-mark': await one(`INSERT INTO progress_mark (employment_id, marked_by, about, progress, note, marked_at) VALUES ($1, $2, '', true, 'Makin baik', now()) RETURNING id`),
    coaching: await one(`INSERT INTO coaching (employment_id, coach_employment_id, kind, status, reason, opened_at) VALUES ($1, $2, 'guidance', 'running', 'Pembinaan', now()) RETURNING id`),
  };
}
