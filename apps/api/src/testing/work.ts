import { randomUUID } from 'node:crypto';
import type { SaveActivityRequest } from '@ekinerja/contracts/activities';
import type { IsoDate, PresenceStatus, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationInputs } from '@ekinerja/contracts/evaluations';
import type { SkpStatus } from '@ekinerja/contracts/skp';
import type { TestApp } from './test-app.js';
import type { PersonName, TinyGovernment } from './tiny-government.js';

/** An SKP of the whole of 2026 with one result, standing where the test needs it. @returns the result's id */
export async function givenSkp(test: TestApp, gov: TinyGovernment, person: PersonName, status: SkpStatus = 'determined', year = 2026): Promise<Uuid> {
  const result = randomUUID();
  await test.db.query(
    `WITH s AS (
       INSERT INTO skp (employment_id, post_id, unit_id, year, period_from, period_to, status, submitted_at, determined_at, created_at)
       SELECT $1, a.post_id, p.unit_id, $2, make_date($2, 1, 1), make_date($2, 12, 31), $3, make_date($2, 1, 10), make_date($2, 1, 20), make_date($2, 1, 5)
       FROM assignment a JOIN post p ON p.id = a.post_id WHERE a.employment_id = $1 AND a.kind = 'definitive' ORDER BY a.valid_from LIMIT 1 RETURNING id
     ), r AS (
       INSERT INTO skp_result (id, skp_id, position, task, kind, title) SELECT $4, s.id, 0, 'main', 'output', 'Laporan promosi kesehatan tersusun' FROM s RETURNING id
     )
     INSERT INTO skp_indicator (result_id, position, aspect, indicator, target, unit) SELECT r.id, 0, 'quantity', 'Jumlah laporan', '12', 'laporan' FROM r`,
    [gov.people[person], year, status, result],
  );
  return result;
}

/** A valid entry of Friday 20 November 2026. */
export function entry(skpResultId: Uuid, change: Partial<SaveActivityRequest> = {}): SaveActivityRequest {
  return {
    date: '2026-11-20',
    startTime: '08:00',
    endTime: '10:00',
    description: 'Menyusun bahan penyuluhan gizi untuk posyandu',
    outputQuantity: '1',
    outputUnit: 'dokumen',
    skpResultId,
    task: 'main',
    evidenceLink: null,
    submit: true,
    ...change,
  };
}

const LEADING: readonly PersonName[] = ['kadis', 'kabid', 'kasi', 'umpeg', 'kapus', 'kaban', 'kasubBk'];

/** Aspects of behaviour as the form of PP 30/2019 asks them, all alike; leadership only of posts that lead (BN 11(3)). */
export function aspects(person: PersonName, score: string): EvaluationInputs {
  const codes = ['orientasi-pelayanan', 'komitmen', 'inisiatif-kerja', 'kerja-sama', ...(LEADING.includes(person) ? ['kepemimpinan'] : [])];
  return Object.fromEntries(codes.map((code) => [`behaviour.${code}`, score]));
}

/** What the presence record says of a day. */
export async function givenPresence(test: TestApp, gov: TinyGovernment, person: PersonName, date: IsoDate, status: PresenceStatus): Promise<void> {
  await test.db.query(
    `WITH i AS (
       INSERT INTO presence_import (month, file_name, status, uploaded_at, uploaded_by, row_count, preview)
       VALUES (left($2, 7), 'uji.xlsx', 'applied', now(), $4, 1, '{}') RETURNING id
     )
     INSERT INTO presence_day (employment_id, date, skpd_id, status, import_id) SELECT $1, $2::date, $5, $3, i.id FROM i`,
    [gov.people[person], date, status, gov.accounts.super, gov.units.dinkes],
  );
}

/** Takes all work away between two tests; people, posts and law stay. */
export async function clearWork(test: TestApp): Promise<void> {
  await test.db.query(`TRUNCATE evaluation, evaluation_part, evaluation_neglect, measurement, unit_performance, activity_evidence, activity_event, activity, skp_indicator, skp_result, skp, presence_day, closed_month CASCADE`);
}
