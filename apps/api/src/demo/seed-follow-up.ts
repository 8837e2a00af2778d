import type { INestApplicationContext } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { CandidatesService } from '../follow-up/candidates.service.js';
import { CasesService } from '../follow-up/cases.service.js';
import { RewardsService } from '../follow-up/rewards.service.js';
import { TieredReportsService } from '../follow-up/tiered-reports.service.js';
import type { Actor } from '../platform/access/actor.js';
import type { Database } from '../platform/database/database.js';
import { unlessRefused } from './seed-concerns.js';

const REWARDED = 4;
const NOTE = 'Hasil evaluasi tahunan sangat baik, dan diusulkan pimpinan perangkat daerahnya.';
const GROUNDS = 'Predikat tahunan rendah; hasil kerja dan perilaku sudah dibicarakan dengan pejabat penilainya.';

/**
 * What follows last year's evaluations: rewards of the pools that the regulation knows, a case of its ladder, and a report
 * on its way up; through the use cases, so that a regulation without them leaves the demo without.
 */
export async function writeFollowUp(app: INestApplicationContext, db: Database, staffing: Actor, leader: Actor | null, month: IsoMonth): Promise<void> {
  const of = <T>(service: new (...args: never[]) => T): T => app.get(service, { strict: false });
  const year = Number(staffing.today.slice(0, 4)) - 1;
  const { pools } = await of(RewardsService).form(staffing);
  const offered = pools.filter(({ byPpk }) => !byPpk);
  const best = await db.query<{ id: Uuid }>(
    `SELECT employment_id AS id FROM evaluation WHERE kind = 'annual' AND month = $1 AND predicate = 'sangat-baik' AND employment_id <> $3 ORDER BY employment_id LIMIT $2`,
    [`${year}-12`, REWARDED, staffing.employmentId],
  );
  for (const [at, { id }] of best.entries()) {
    const pool = offered[at % Math.max(1, offered.length)];
    if (pool) await unlessRefused(() => of(RewardsService).give(staffing, { employmentId: id, pool: pool.pool, name: pool.name, year, note: NOTE, document: null }));
  }
  const [candidate] = await of(CandidatesService).sanctions(staffing, year);
  if (candidate) {
    const { employmentId, evaluationId } = candidate;
    await unlessRefused(() => of(CasesService).open(staffing, { kind: 'sanction', employmentId, evaluationId, month: null, grounds: GROUNDS }));
  }
  if (!leader) return;
  await unlessRefused(() => of(TieredReportsService).send(leader, { kind: 'periodic', month, note: null }));
  const [silent] = await of(CandidatesService).silent(leader, month);
  if (silent) {
    const grounds = 'Tidak melaporkan kegiatan beberapa hari kerja meski sudah ditegur.';
    await unlessRefused(() => of(CasesService).open(leader, { kind: 'non-reporting', employmentId: silent.employmentId, evaluationId: null, month, grounds }));
  }
}
