import type { INestApplicationContext } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { FeedbackService } from '../feedback/feedback.service.js';
import { ObjectionFilingService } from '../objections/objection-filing.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import type { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import type { Regency } from './generator/model.js';

const WORDS = [
  'Laporan bulan lalu rapi dan selesai sebelum waktunya. Pertahankan.',
  'Data pada tabel rekapitulasi masih berbeda dengan lampirannya; mohon dicocokkan sebelum dikirim.',
  'Koordinasi dengan unit lain sudah baik. Bulan ini cobalah memimpin satu rapat sendiri.',
  'Beberapa kegiatan dicatat terlambat. Catatlah pada hari yang sama agar mudah diperiksa.',
] as const;
const REASONS =
  'Dua laporan yang dinilai belum selesai sebenarnya sudah saya serahkan pada pekan terakhir bulan itu dan diterima sekretariat. Mohon hasil kerja saya ditinjau kembali.';
/** Below these nobody objects in the story. */
const DISPUTED = ['butuh-perbaikan', 'kurang', 'sangat-kurang'];

/** Feedback to the people of the story's evaluator, and one objection that waits for its decision: through the use cases. */
export async function writeConcerns(app: INestApplicationContext, db: Database, regency: Regency, accountOf: Map<Uuid, Uuid>, today: IsoDate, month: IsoMonth): Promise<void> {
  const actorFor = (employmentId: Uuid): Actor => {
    const person = regency.people.find((one) => one.employmentId === employmentId)!;
    const accountId = accountOf.get(person.id) as Uuid;
    return {
      accountId, sessionId: accountId, username: person.username, personId: person.id, personName: person.name, employmentId, skpdId: null,
      roles: [{ role: 'employee', unitId: null }], permissions: new Set(), mustChangePassword: false, today, requestId: 'demo', ip: '127.0.0.1',
    };
  };
  await writeFeedback(app, regency, actorFor, today);
  await writeObjection(app, db, regency, actorFor, month);
}

async function writeFeedback(app: INestApplicationContext, regency: Regency, actorFor: (id: Uuid) => Actor, today: IsoDate): Promise<void> {
  const feedback = app.get(FeedbackService, { strict: false });
  const leader = regency.stars.find(({ role }) => role === 'evaluator');
  if (!leader) return;
  const people = await app.get(OrganisationService, { strict: false }).subordinatesOn(leader.employmentId, today);
  for (const [index, employmentId] of people.slice(0, WORDS.length).entries()) {
    const common = { employmentId, kind: 'incidental', way: 'indirect', heldOn: null, subject: 'general', resultId: null, indicator: null, behaviour: null } as const;
    for (const text of [WORDS[index % WORDS.length]!, WORDS[(index + 1) % WORDS.length]!]) await unlessRefused(() => feedback.give(actorFor(leader.employmentId), { ...common, text }));
  }
}

/** By somebody whose closed month was judged low, where the law of the day opens a way. */
async function writeObjection(app: INestApplicationContext, db: Database, regency: Regency, actorFor: (id: Uuid) => Actor, month: IsoMonth): Promise<void> {
  const filing = app.get(ObjectionFilingService, { strict: false });
  const story = new Set(regency.stars.map(({ employmentId }) => employmentId));
  const low = await db.query<{ id: Uuid; employmentId: Uuid }>(
    `SELECT id, employment_id AS "employmentId" FROM evaluation WHERE month = $1 AND kind = 'periodic' AND predicate = ANY($2) ORDER BY employment_id LIMIT 20`, [month, DISPUTED],
  );
  for (const { id, employmentId } of low.filter((one) => !story.has(one.employmentId))) {
    const actor = actorFor(employmentId);
    const open = (await filing.windows(actor)).some((window) => window.evaluationId === id && window.refusal === null && window.examiner !== null);
    if (!open) continue;
    await filing.file(actor, { evaluationId: id, reasons: REASONS });
    return;
  }
}

/** A regulation without feedback, or another way of giving it, leaves the demo without some. */
export async function unlessRefused(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}
