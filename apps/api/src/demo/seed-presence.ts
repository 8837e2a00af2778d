import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { addDays, addMonths, firstDay } from '@ekinerja/regulations/dates';
import type { Law } from '@ekinerja/regulations/law';
import type { Database } from '../platform/database/database.js';
import { RowBuffer, WriteBehind, writeRows } from './bulk.js';
import type { Regency } from './generator/model.js';
import type { PresenceMaker } from './generator/presence.js';
import { idOf } from './generator/random.js';
import { Timeline } from './generator/timeline.js';
import { PRESENCE_COLUMNS } from './work-columns.js';

/** The presence of a past month, as an import that was applied: the same rows in the same tables. */
export async function writePresence(db: Database, regency: Regency, presence: PresenceMaker, law: Law, month: IsoMonth, account: Uuid): Promise<void> {
  const importId = idOf(regency.seed, 'presence', month);
  const next = firstDay(addMonths(month, 1));
  const at = new Timeline(regency.profile.timeZone).at(law.on(next).working.addWorkingDays(addDays(next, -1), 1), 9 * 60 + 12);
  const people = regency.people.map((person) => ({ employmentId: person.employmentId, days: presence.month(person, month) })).filter(({ days }) => days.length > 0);
  const rowCount = people.reduce((sum, { days }) => sum + days.length, 0);
  const preview = { fresh: rowCount, changed: 0, unchanged: 0, employees: people.length, problems: [], problemCount: 0, changes: [], missing: [], missingCount: 0 };
  await writeRows(
    db, 'presence_import',
    {
      id: 'uuid', month: 'text', file_name: 'text', status: 'text', uploaded_at: 'timestamptz', uploaded_by: 'uuid', applied_at: 'timestamptz',
      applied_by: 'uuid', row_count: 'integer', preview: 'jsonb',
    },
    [{
      id: importId, month, file_name: `presensi-${month}.xlsx`, status: 'applied', uploaded_at: at, uploaded_by: account,
      applied_at: new Date(at.getTime() + 240_000), applied_by: account, row_count: rowCount, preview,
    }],
  );
  const behind = new WriteBehind();
  const rows = new RowBuffer(db, 'presence_import_row', PRESENCE_COLUMNS, behind);
  for (const { employmentId, days } of people) {
    rows.add(days.map(({ date, status, checkIn, checkOut }) => ({ employment_id: employmentId, date, status, check_in: checkIn, check_out: checkOut, import_id: importId })));
    if (rows.full) await rows.flush();
  }
  await rows.flush();
  await behind.settle();
  await db.query(
    `INSERT INTO presence_day (employment_id, date, skpd_id, status, check_in, check_out, import_id)
     SELECT r.employment_id, r.date, f.skpd_id, r.status, r.check_in, r.check_out, r.import_id
     FROM presence_import_row r
     JOIN (SELECT DISTINCT ON (a.employment_id) a.employment_id, u.skpd_id
           FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
           WHERE a.kind = 'definitive' AND u.skpd_id IS NOT NULL AND a.valid_from < $3 AND (a.valid_to IS NULL OR a.valid_to >= $2)
           ORDER BY a.employment_id, a.valid_from) f USING (employment_id)
     WHERE r.import_id = $1`,
    [importId, firstDay(month), next],
  );
}
