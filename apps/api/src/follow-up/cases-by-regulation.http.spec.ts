import type { Page } from '@ekinerja/contracts/basics';
import type { RankedEmployee } from '@ekinerja/contracts/evaluation-lists';
import type { FeedbackRecord } from '@ekinerja/contracts/feedback';
import type { CaseCandidate, CaseDetail } from '@ekinerja/contracts/follow-up';
import { EvaluationsJobs } from '../evaluations/evaluations.jobs.js';
import { givenEvaluation } from '../testing/evaluated.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

let test: TestApp;
let gov: TinyGovernment;
const begin = async (daerah: 'banjarnegara' | 'kuantan-singingi') => {
  test = await testApp({ daerah, clock: '2026-11-23T09:00:00+07:00' });
  gov = await tinyGovernment(test);
};
afterEach(() => test.close());

const step = (as: string, { id, version }: { id: string; version: number }, action: string) =>
  test.call<OrProblem<CaseDetail>>('POST', `/follow-up/cases/${id}/steps`, { as, ifMatch: version, body: { action, note: `Langkah ${action} dicatat`, document: null } });

it('BN-14.3 an evaluator on record for not evaluating becomes a discipline case on a person’s decision; one who was late does not', async () => {
  await begin('banjarnegara');
  // Results of a time before this system say nothing of who is missing since.
  await givenEvaluation(test, gov, 'rina', 'kapus', { month: '2025-12' });
  await test.db.query(`UPDATE evaluation SET origin = 'imported'`);
  for (const person of ['siti', 'budi'] as const) await givenEvaluation(test, gov, person, 'kasi', { kind: 'periodic', month: '2026-10', predicate: 'baik' });
  const of = async (query = '') => (await test.call<CaseCandidate[]>('GET', `/follow-up/candidates/evaluators${query}`, { as: 'umpeg' })).body;
  const body = { kind: 'evaluator', employmentId: gov.people.kabid, evaluationId: null, month: '2026-10', grounds: 'Tidak menilai Kepala Seksi bulan Oktober' };
  const open = (as: string) => test.call<OrProblem<CaseDetail>>('POST', '/follow-up/cases', { as, body });
  // Three weeks past the limit of 2 November: late, and no case.
  await test.app.get(EvaluationsJobs).look();
  expect(await of()).toEqual([]);
  expect((await open('super')).body.rule).toMatchObject({ code: 'case.nobody-left' });
  test.setClock('2026-12-03T09:00:00+07:00');
  await test.app.get(EvaluationsJobs).look();
  const found = await of();
  expect(found.find(({ personName }) => personName === 'Nurhayati')).toMatchObject({ month: '2026-10', people: 1, cite: { ref: 'Pasal 14 ayat (3)' } });
  expect(found.map(({ personName }) => personName)).not.toContain('Ahmad Fauzi');
  expect(new Set(found.map(({ month }) => month))).toEqual(new Set(['2026-10']));
  expect(await of('?month=2026-09')).toEqual([]);
  expect((await open('umpeg')).status).toBe(403);
  const opened = await open('super');
  expect(opened.body).toMatchObject({ kind: 'evaluator', status: 'opened', month: '2026-10' });
  expect((await of()).map(({ personName }) => personName)).not.toContain('Nurhayati');
  expect((await open('super')).status).toBe(409);
  expect((await step('super', opened.body, 'end')).body).toMatchObject({ status: 'ended' });
  // The year is looked for as well: nobody has an annual result of 2026.
  test.setClock('2027-02-10T09:00:00+07:00');
  await test.app.get(EvaluationsJobs).look();
  expect(await test.db.query(`SELECT 1 FROM evaluation_neglect WHERE kind = 'annual' AND month = '2026-12' AND evaluator_employment_id = $1`, [gov.people.kabid])).toHaveLength(1);
  expect((await of('?month=2026-12')).find(({ personName }) => personName === 'Nurhayati')).toMatchObject({ people: 1, year: 2026 });
});

it('KS-31.1 KS-31.2 KS-31.3 the evaluator finds and coaches; the deduction is decided above and becomes a fact of pay', async () => {
  await begin('kuantan-singingi');
  const body = { kind: 'non-reporting', employmentId: gov.people.siti, evaluationId: null, month: '2026-10', grounds: 'Sepuluh hari tanpa laporan meski sudah ditegur dua kali' };
  expect((await test.call('POST', '/follow-up/cases', { as: 'kabid', body })).status).toBe(403);
  // The evaluator sees whose days lack an entry; whether on purpose is for a person to find.
  const silent = async () => (await test.call<CaseCandidate[]>('GET', '/follow-up/candidates/non-reporting?month=2026-10', { as: 'kasi' })).body.filter(({ employmentId }) => employmentId === gov.people.siti);
  expect(await silent()).toEqual([expect.objectContaining({ kind: 'non-reporting', days: 22, cite: expect.objectContaining({ ref: expect.stringContaining('Pasal 31') }) })]);
  const opened = (await test.call<OrProblem<CaseDetail>>('POST', '/follow-up/cases', { as: 'kasi', body })).body;
  expect(await silent()).toEqual([]);
  expect(opened.open.map(({ action }) => action)).toEqual(['coach', 'withdraw']);
  const coached = (await step('kasi', opened, 'coach')).body;
  expect(coached.steps.at(-1)).toMatchObject({ action: 'coach', cite: { ref: 'Pasal 31 ayat (1)' } });
  expect((await step('kasi', coached, 'deduct')).status).toBe(403);
  // The step opens a coaching by the evaluator; without a session the case does not end.
  const { coachingId } = coached.steps.at(-1)!;
  const rekam = (await test.call<FeedbackRecord>('GET', `/feedback/people/${gov.people.siti}`, { as: 'kasi' })).body.coachings[0]!;
  expect(rekam).toMatchObject({ id: coachingId, status: 'running', coachName: 'Ahmad Fauzi', reason: 'Langkah coach dicatat' });
  expect((await step('kasi', coached, 'end')).body.rule).toMatchObject({ code: 'coaching.no-session' });
  await test.call('POST', `/feedback/coachings/${rekam.id}/sessions`, { as: 'kasi', ifMatch: rekam.version, body: { heldOn: '2026-11-20', notes: 'Cara melapor setiap hari', outcome: 'Berjanji melapor' } });
  const deducted = (await step('super', coached, 'deduct')).body;
  expect(deducted).toMatchObject({ status: 'deducted' });
  // A fact of pay by the policy's key, once; the pay run takes it by the allowance document.
  const facts = await test.db.query(`SELECT kind, code, valid_from, valid_to, status, source FROM pay_record WHERE employment_id = $1`, [gov.people.siti]);
  expect(facts).toEqual([{ kind: 'compliance', code: 'laporan-harian', valid_from: '2026-10-01', valid_to: '2026-10-31', status: 'in-force', source: `follow-up:${deducted.id}` }]);
  expect(deducted.open.map(({ action }) => action)).toEqual(['end']);
  expect((await step('super', deducted, 'deduct')).status).toBe(422);
});

it('TL-29 TL-30.3 whoever decides on rewards sees the ranking: the staffing manager and the regent', async () => {
  await begin('kuantan-singingi');
  await givenEvaluation(test, gov, 'siti', 'kasi', { kind: 'annual', month: '2025-12', predicate: 'sangat-baik' });
  const ranking = (as: string, skpd = `&skpdId=${gov.units.dinkes}`) => test.call<OrProblem<Page<RankedEmployee>>>('GET', `/evaluations/ranking?month=2025-12&kind=annual${skpd}`, { as });
  expect((await ranking('bupati')).body.items).toEqual([expect.objectContaining({ personName: 'Siti Aminah', predicate: 'sangat-baik' })]);
  expect((await ranking('bupati', '')).body.fields).toEqual([expect.objectContaining({ field: 'skpdId' })]);
  expect((await ranking('siti')).status).toBe(403);
});
