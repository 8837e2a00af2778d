import type { IsoMonth, Predicate, Uuid } from '@ekinerja/contracts/basics';
import type { PayRunUnitView, PayRunView } from '@ekinerja/contracts/pay-runs';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import type { TestApp } from './test-app.js';
import type { PersonName, TinyGovernment } from './tiny-government.js';

/** Everybody of the small government with a month of full presence (07:30–17:00, Monday to Friday) and an evaluation. */
export async function fillMonth(test: TestApp, gov: TinyGovernment, month: IsoMonth, except: PersonName[] = []): Promise<void> {
  const people = (Object.keys(gov.people) as PersonName[]).filter((name) => !except.includes(name) && name !== 'bupati').map((name) => gov.people[name]);
  const entry = await test.db.one<{ id: Uuid }>(
    `INSERT INTO presence_import (month, file_name, status, uploaded_at, uploaded_by, applied_at, applied_by, row_count, preview)
     VALUES ($1, 'uji.xlsx', 'applied', now(), $2, now(), $2, 0, '{}') RETURNING id`,
    [month, gov.accounts.super],
  );
  await test.db.query(
    `INSERT INTO presence_day (employment_id, date, skpd_id, status, check_in, check_out, import_id)
     SELECT a.employment_id, d::date, u.skpd_id, 'present', '07:30', '17:00', $4
     FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id, generate_series($2::date, $3::date, interval '1 day') d
     WHERE a.employment_id = ANY($1::uuid[]) AND u.skpd_id IS NOT NULL AND a.kind = 'definitive' AND extract(isodow FROM d) < 6
       AND a.valid_from <= d AND (a.valid_to IS NULL OR a.valid_to >= d)
     ON CONFLICT DO NOTHING`,
    [people, firstDay(month), lastDay(month), entry!.id],
  );
  for (const employmentId of people) await evaluate(test, gov, employmentId, month, 'baik');
}

/** An evaluation as determined, without the flow that leads to it. */
export async function evaluate(test: TestApp, gov: TinyGovernment, employmentId: Uuid, month: IsoMonth, predicate: Predicate): Promise<void> {
  await test.db.query(
    `INSERT INTO evaluation (employment_id, month, method, inputs, predicate, derivation, law, evaluator_employment_id, evaluator, determined_at)
     VALUES ($1, $2, 'quadrant', '{}', $3, '[]', '[]', $4, jsonb_build_object('person', jsonb_build_object('employmentId', $4::uuid)), now())
     ON CONFLICT (employment_id, kind, month) DO UPDATE SET predicate = excluded.predicate, determined_at = excluded.determined_at, version = evaluation.version + 1`,
    [employmentId, month, predicate, gov.people.kadis],
  );
}

/** Changes or adds one day of presence. */
export async function presence(
  test: TestApp, employmentId: Uuid, date: string, day: { status?: string; checkIn?: string | null; checkOut?: string | null },
): Promise<void> {
  await test.db.query(
    `UPDATE presence_day SET status = $3, check_in = $4, check_out = $5 WHERE employment_id = $1 AND date = $2`,
    [employmentId, date, day.status ?? 'present', day.checkIn ?? null, day.checkOut ?? null],
  );
}

export async function openRun(test: TestApp, month: IsoMonth): Promise<PayRunView> {
  const answer = await test.call<PayRunView>('POST', '/pay-runs', { as: 'super', body: { month } });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

export async function unitOf(test: TestApp, runId: Uuid, skpdId: Uuid, as = 'super'): Promise<PayRunUnitView> {
  const answer = await test.call<PayRunUnitView>('GET', `/pay-runs/${runId}/units/${skpdId}`, { as });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Checks and closes one SKPD's month. */
export async function closeUnit(test: TestApp, runId: Uuid, skpdId: Uuid): Promise<PayRunUnitView> {
  const path = `/pay-runs/${runId}/units/${skpdId}`;
  const checked = await test.call<PayRunUnitView>('POST', `${path}/check`, { as: 'super', ifMatch: (await unitOf(test, runId, skpdId)).version });
  if (checked.status !== 200) throw new Error(JSON.stringify(checked.body));
  const closed = await test.call<PayRunUnitView>('POST', `${path}/close`, { as: 'super', ifMatch: checked.body.version });
  if (closed.status !== 200) throw new Error(JSON.stringify(closed.body));
  return closed.body;
}
