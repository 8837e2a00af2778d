import type { Predicate, Uuid } from '@ekinerja/contracts/basics';
import type { TestApp } from './test-app.js';
import type { PersonName, TinyGovernment } from './tiny-government.js';

/** An evaluation on record, as the evaluator determined it. @returns its id */
export async function givenEvaluation(
  test: TestApp, gov: TinyGovernment, person: PersonName, by: PersonName,
  { kind = 'annual', month = '2026-12', predicate = 'kurang', receivedAt = null, work = 'below', behaviour = 'meets' }: {
    kind?: 'annual' | 'periodic'; month?: string; predicate?: Predicate; receivedAt?: string | null; work?: string; behaviour?: string;
  } = {},
): Promise<Uuid> {
  const evaluator = { person: { employmentId: gov.people[by], personId: gov.people[by], personName: by, nip: gov.nips[by], postId: gov.posts.kasi, postName: 'Kepala Seksi', capacity: 'definitive' } };
  const row = await test.db.one<{ id: Uuid }>(
    `INSERT INTO evaluation (employment_id, kind, month, skp_id, method, inputs, predicate, derivation, law, evaluator_employment_id, evaluator, determined_at)
     SELECT $1, $2, $3, (SELECT id FROM skp WHERE employment_id = $1 ORDER BY period_from DESC LIMIT 1), 'quadrant', $4, $5, '[]', '[]', $6, $7, ($3 || '-28')::date RETURNING id`,
    [gov.people[person], kind, month, JSON.stringify({ workRating: work, behaviourRating: behaviour }), predicate, gov.people[by], JSON.stringify(evaluator)],
  );
  if (receivedAt) {
    await test.db.query(`INSERT INTO evaluation_receipt (evaluation_id, version, received_at, mode, recorded_by_employment_id) SELECT id, version, $2, 'confirmed', employment_id FROM evaluation WHERE id = $1`, [row!.id, receivedAt]);
  }
  return row!.id;
}
