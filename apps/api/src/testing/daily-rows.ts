import type { Uuid } from '@ekinerja/contracts/basics';
import type { TestApp } from './test-app.js';
import type { TinyGovernment } from './tiny-government.js';

/** A favourite, a catalogue item, days opened again and a suggestion of the health office. */
export async function dailyRows(test: TestApp, gov: TinyGovernment): Promise<Record<'favourite' | 'catalogue-item' | 'reopening' | 'suggestion', { ids: string[]; version: number }>> {
  const favourite = await test.db.one<{ id: Uuid }>(
    `INSERT INTO activity_favourite (id, employment_id, content, created_at) VALUES (gen_random_uuid(), $1, '{}', now()) RETURNING id`, [gov.people.siti],
  );
  const item = await test.db.one<{ id: Uuid }>(
    `INSERT INTO catalogue_item (id, skpd_id, code, title, output_unit, norm_minutes, changed_at, changed_by)
     VALUES (gen_random_uuid(), $1, 'PK-01', 'Penyuluhan gizi', 'kegiatan', 60, now(), 'Mariani') RETURNING id`,
    [gov.units.dinkes],
  );
  const reopening = await test.db.one<{ id: Uuid }>(
    `INSERT INTO entry_reopening (id, employment_id, skpd_id, from_date, to_date, until, reason, granted_by, granted_by_account, granted_at)
     VALUES (gen_random_uuid(), $1, $2, '2026-10-01', '2026-10-01', '2026-11-30', 'Sakit', 'Mariani', $3, now()) RETURNING id`,
    [gov.people.siti, gov.units.dinkes, gov.accounts.umpeg],
  );
  const suggestion = await test.db.one<{ id: Uuid }>(
    `INSERT INTO suggestion (id, kind, sender_account_id, sender_name, skpd_id, sender_skpd_id, status, sent_at)
     VALUES (gen_random_uuid(), 'employee', $1, 'Siti Aminah', $2, $2, 'open', now()) RETURNING id`,
    [gov.accounts.siti, gov.units.dinkes],
  );
  await test.db.query(`INSERT INTO suggestion_message (suggestion_id, at, account_id, author, side, body) VALUES ($1, now(), $2, 'Siti Aminah', 'sender', 'Saran')`, [
    suggestion!.id, gov.accounts.siti,
  ]);
  const row = ({ id }: { id: Uuid }) => ({ ids: [id], version: 1 });
  return { favourite: row(favourite!), 'catalogue-item': row(item!), reopening: row(reopening!), suggestion: row(suggestion!) };
}
