import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { addDays } from '@ekinerja/regulations/dates';
import type { Database } from '../platform/database/database.js';

/** Facts of pay as a region has them: accounts for the bank list, travel and training of these weeks, and one thing that waits for a second person. */
export async function writePayFacts(db: Database, today: IsoDate, at: Date, superadmin: Uuid, unitAdmin: Uuid): Promise<void> {
  await db.query(
    `INSERT INTO bank_account (employment_id, bank, number, holder, valid_from, status, reason, proposed_at, proposed_by, decided_at, decided_by)
     SELECT e.id, 'Bank Pembangunan Daerah', lpad(abs(hashtext(e.id::text))::text, 10, '0'), upper(p.name), e.valid_from, 'in-force', 'Rekening gaji', $1, $2, $1, $3
     FROM employment e JOIN person p ON p.id = e.person_id WHERE e.valid_to IS NULL`,
    [at, unitAdmin, superadmin],
  );
  const since = addDays(today, -5);
  await db.query(
    `INSERT INTO pay_record (kind, employment_id, skpd_id, valid_from, valid_to, document_number, document_date, reason, status, recorded_at, recorded_by)
     SELECT CASE WHEN n % 2 = 0 THEN 'travel' ELSE 'training' END, employment_id, skpd_id, $1::date, $1::date + 1, '094/' || n || '/ST/' || extract(year FROM $1::date), $1::date - 2,
            CASE WHEN n % 2 = 0 THEN 'Perjalanan dinas ke provinsi' ELSE 'Pelatihan teknis' END, 'in-force', $2, $3
     FROM (SELECT a.employment_id, u.skpd_id, row_number() OVER (ORDER BY a.employment_id) AS n FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
           WHERE a.kind = 'definitive' AND u.skpd_id IS NOT NULL AND a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to > $1::date + 1)) f WHERE n % 40 = 0`,
    [since, at, superadmin],
  );
  await db.query(
    `INSERT INTO pay_record (kind, unit_id, skpd_id, valid_from, valid_to, document_number, document_date, reason, status, recorded_at, recorded_by)
     SELECT 'device-failure', u.id, u.skpd_id, $1, $1, '800/41/' || extract(year FROM $1::date), $1, 'Listrik padam sejak pagi; mesin presensi tidak merekam.', 'waiting', $2, c.id
     FROM account c JOIN account_role g ON g.account_id = c.id AND g.role = 'unit-admin' JOIN unit u ON u.id = g.unit_id WHERE c.id = $3 LIMIT 1`,
    [since, at, unitAdmin],
  );
}
