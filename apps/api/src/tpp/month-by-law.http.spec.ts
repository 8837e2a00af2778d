/**
 * The month from SKP to slip under each of the four regulations, by their documents alone: requests as people make
 * them, amounts to the rupiah worked out by hand from the text. Class 6 is the executor's post (siti, budi); example
 * amounts are those of each regency's own table. Discipline pays 40 %, performance 60 % (Kepmendagri 900-4700/2020).
 */
import type { ActivityMonth, WaitingActivitiesPage } from '@ekinerja/contracts/activities';
import type { EvaluationInputs } from '@ekinerja/contracts/evaluations';
import type { Problem } from '@ekinerja/contracts/errors';
import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import type { RegulationView } from '@ekinerja/contracts/regulations';
import { presetFiles } from '@ekinerja/regulations/presets';
import { ActivityLapseService } from '../activities/activity-lapse.service.js';
import { allBut, dayOf, MonthStory, STORY_MONTH } from '../testing/month-story.js';
import { closeUnit, openRun, unitOf } from '../testing/pay-month.js';
import { taxedMonth } from '../testing/taxed-month.js';
import { DraftStory } from '../testing/regulation-drafts.js';

let story: MonthStory;
const ratings = (workRating: string, behaviourRating: string): EvaluationInputs => ({ workRating, behaviourRating });
const scores = (workScore: string, behaviourScore: string, idea = ''): EvaluationInputs => ({
  workScore, behaviourScore, newIdea: idea !== '', newIdeaText: idea === '' ? null : idea,
});
const dinkes = async () => {
  const { id } = await openRun(story.test, STORY_MONTH);
  return unitOf(story.test, id, story.gov.units.dinkes);
};
const closed = async () => closeUnit(story.test, (await dinkes()).runId, story.gov.units.dinkes);
const personOf = (unit: PayRunUnitView, who: 'siti' | 'rina' | 'dewi') => unit.people.find((one) => one.employmentId === story.gov.people[who])!;

describe('the month under Tanah Laut 2024: two ratings, the quadrant, the step of the predicate', () => {
  beforeAll(async () => void (story = await MonthStory.of('tanah-laut')));
  afterAll(() => story.close());

  it('TL-13.1 TL-14.2 TL-21.2 from the SKP of January over daily entries to ratings at the month’s end', async () => {
    story.at('2026-01-15T09:00');
    const result = await story.skp('siti');
    story.at('2026-08-14T15:00');
    await story.decide(await story.enter('siti', result, 14));
    await story.enter('siti', result, 13);
    story.at('2026-08-31T10:00');
    expect((await story.due('kasi')).items.find(({ personName }) => personName === 'Siti Aminah')).toMatchObject({
      acceptedCount: 1, waitingCount: 1, form: { fields: [{ name: 'workRating' }, { name: 'behaviourRating' }] },
    });
    const rated = await story.rateAll(
      allBut(ratings('above', 'above'), {
        siti: ratings('below', 'meets'), kasi: ratings('meets', 'above'), kabid: ratings('meets', 'below'), umpeg: ratings('below', 'below'),
      }),
    );
    expect([rated.budi, rated.kasi, rated.siti, rated.kabid, rated.umpeg].map(({ predicate }) => predicate)).toEqual([
      'sangat-baik', 'baik', 'butuh-perbaikan', 'kurang', 'sangat-kurang',
    ]);
  });

  it('TL-1.14 TL-31 X-TPP-1 pays 100, 100, 80, 60 and 40 % of the performance part, and cuts presence by the table', async () => {
    story.at('2026-09-01T08:00');
    // siti: absent on the 5th (3 %), 40 minutes late on the 6th (TL2: 1 %).
    await story.synchronise({ siti: { 5: null, 6: { checkIn: '08:10' } } });
    expect((await closed()).blockers).toBe(0);
    // Class 6: 1,729,200 = BK 50 % 864,600 + PK 40 % 691,680 + KK 10 % 172,920; KK is not touched.
    expect(await story.paid('budi')).toEqual([1_729_200, 0, 1_729_200]);
    expect(await story.paid('kasi')).toEqual([2_808_000, 0, 2_808_000]);
    // siti: 40 % × 96 % + 60 % × 80 % = 86.4 % → 747,014.4 + 597,611.52, each rounded, + 172,920.
    expect(await story.paid('siti')).toEqual([1_729_200, 211_654, 1_517_546]);
    // kabid, class 11: 3,711,000; 40 % + 60 % × 60 % = 76 % of 1,855,500 and of 1,484,400, + 371,100.
    expect(await story.paid('kabid')).toEqual([3_711_000, 801_576, 2_909_424]);
    // umpeg, class 9: 2,808,000; 40 % + 60 % × 40 % = 64 % of 1,404,000 and of 1,123,200, + 280,800.
    expect(await story.paid('umpeg')).toEqual([2_808_000, 909_792, 1_898_208]);
    const { lines, paymentMonth } = await story.slip('siti');
    expect(lines.find(({ code }) => code === 'predicate')).toMatchObject({ inputs: { pct: '80' }, amount: -186_754, cite: { ref: 'Pasal 31' } });
    expect(paymentMonth).toBe('2026-09');
  });

  it('KS-1.5 Tanah Laut: the next month with income tax and health insurance, to the rupiah', async () => {
    // 5,000,000 + 1,729,200, TK/0: TER A 1 % = 67,292; insurance 1 % of the same, less the 50,000 of the salary.
    expect(await taxedMonth(story, 'tanah-laut')).toEqual([1_729_200, 0, 67_292 + 17_292, 1_644_616]);
  });
});

describe('the month under Barito Kuala 74/2021: the quadrant, and a monthly quality score that pays', () => {
  beforeAll(async () => void (story = await MonthStory.of('barito-kuala')));
  afterAll(() => story.close());
  const quality = (qualityScore: string, rating = ratings('meets', 'meets')): EvaluationInputs => ({ ...rating, qualityScore });

  it('BK-2.1 BK-2.2 BK-3.4 BK-4.1 BK-4.2 BK-4.3 an SKP for everyone, an entry each working day, assessed the same day, mended after a refusal', async () => {
    story.at('2026-01-15T09:00');
    const missing = async () => (await story.good<{ items: { personName: string }[] }>('GET', '/skp/missing?year=2026', { as: 'umpeg' })).items.map(({ personName }) => personName);
    expect(await missing()).toContain('Siti Aminah');
    const result = await story.skp('siti');
    expect(await missing()).not.toContain('Siti Aminah');
    story.at('2026-08-14T10:00');
    const { id } = await story.enter('siti', result, 14);
    story.at('2026-08-15T08:00');
    await story.test.app.get(ActivityLapseService).approveLapsed();
    const waiting = await story.good<WaitingActivitiesPage>('GET', '/activities/waiting', { as: 'kasi' });
    expect(waiting).toMatchObject({ total: 1, overdue: 1, items: [{ id, status: 'submitted', dueAt: '2026-08-14T16:00:00.000Z' }] });
    const refused = await story.decide(waiting.items[0]!, 'Bukti belum dilampirkan');
    const { skpResultId, description, outputQuantity, outputUnit, task, date } = refused;
    const body = { skpResultId, description, outputQuantity, outputUnit, task, date, startTime: '08:00', endTime: '10:00', evidenceLink: 'https://contoh.go.id/a', submit: true };
    await story.decide(await story.good('PUT', `/activities/${id}`, { as: 'siti', ifMatch: refused.version, body }));
    story.at('2026-08-31T10:00');
    const month = await story.good<ActivityMonth>('GET', `/activities/month?month=${STORY_MONTH}`, { as: 'siti' });
    // 18 working days before the 31st, one with an entry: 17 gaps; the holidays of the 17th and 25th are none.
    expect(month.days.filter(({ gap }) => gap)).toHaveLength(17);
    expect(month.days.filter(({ gap, date: day }) => gap && [dayOf(17), dayOf(25)].includes(day))).toEqual([]);
  });

  it('BK-5.1 BK-5.2 BK-5.3 the score is due on day 5 and not moved by the Saturday; who is late is shown and still scored', async () => {
    story.at('2026-08-30T10:00');
    expect((await story.rate('siti', quality('80'))).body.rule).toMatchObject({ code: 'evaluation.not-open', cite: { ref: 'Pasal 5 ayat (1)' } });
    story.at('2026-09-05T23:00');
    expect(await story.due('kasi')).toMatchObject({ late: false, dueAt: '2026-09-05T16:00:00.000Z', dueCite: { ref: 'Pasal 5 ayat (3)' } });
    story.at('2026-09-06T00:30');
    expect((await story.due('kasi')).late).toBe(true);
    expect((await story.rate('siti', ratings('meets', 'meets'))).body.rule?.code).toBe('evaluation.missing');
  });

  it('BK-7.1 BK-7.4 the score pays the 60 %, whatever the predicate; presence the 40 %, once however often synchronised', async () => {
    const departures = { siti: { 5: null } };
    expect(await story.synchronise(departures)).toMatchObject({ status: 'applied', fresh: 189 });
    expect(await story.synchronise(departures)).toMatchObject({ fresh: 0, changed: 0, unchanged: 189 });
    expect(personOf(await dinkes(), 'siti').blockers.map(({ kind }) => kind)).toEqual(['quality']);
    const rated = await story.rateAll(allBut(quality('100'), { siti: quality('87.5'), budi: quality('100', ratings('below', 'below')), kasi: quality('0') }));
    expect([rated.siti.predicate, rated.budi.predicate]).toEqual(['baik', 'sangat-kurang']);
    const unit = await closed();
    // Class 6: 1,613,920. siti: 40 % × 97 % + 60 % × 87.5 % = 91.3 % → 1,473,508.96.
    expect(await story.paid('siti')).toEqual([1_613_920, 140_411, 1_473_509]);
    // budi: "sangat kurang", yet a score of 100: paid in full.
    expect(await story.paid('budi')).toEqual([1_613_920, 0, 1_613_920]);
    // kasi, class 9: 2,620,800; a score of 0 leaves the 40 % for presence.
    expect(await story.paid('kasi')).toEqual([2_620_800, 1_572_480, 1_048_320]);
    const score = (await story.slip('siti')).lines.find(({ code }) => code === 'score');
    // 12.5 % of 60 % of 1,613,920.
    expect(score).toMatchObject({ inputs: { score: '87.5', max: 100 }, amount: -121_044, cite: { ref: 'Pasal 5 ayat (1)' } });
    expect(unit.totals.net).toBe(unit.people.reduce((sum, one) => sum + (one.totals?.net ?? 0), 0));
  });

  it('BK-7.3 the recap is signed and handed to the treasurer, each step dated', async () => {
    const { runId } = await dinkes();
    const step = (name: string) =>
      story.good<PayRunUnitView>('POST', `/pay-runs/${runId}/units/${story.gov.units.dinkes}/hand-over`, { as: 'umpeg', body: { step: name, date: '2026-09-06' } });
    await step('signed');
    expect(await step('handed-over')).toMatchObject({ recapSignedAt: '2026-09-06', handedOverAt: '2026-09-06' });
  });

  it('KS-1.5 Barito Kuala: the next month with income tax and health insurance, to the rupiah', async () => {
    // 6,613,920: 1 % = 66,139.2; insurance the same, less 50,000.
    expect(await taxedMonth(story, 'barito-kuala')).toEqual([1_613_920, 0, 66_139 + 16_139, 1_531_642]);
  });
});

describe('the month under Kuantan Singingi 65/2019: the quadrant of 2026, and approval by lapse', () => {
  beforeAll(async () => void (story = await MonthStory.of('kuantan-singingi')));
  afterAll(() => story.close());
  const statusOf = async (as: 'siti' | 'budi') => {
    const { activities } = await story.good<ActivityMonth>('GET', `/activities/month?month=${STORY_MONTH}`, { as });
    return activities.map(({ date, task, status, decisionMode, reason }) => [date, task, status, decisionMode, reason]);
  };
  const lapse = () => story.test.app.get(ActivityLapseService).approveLapsed();

  it('KS-6.1 KS-23.5 KS-23.6 KS-23.7 KS-23.8 approves what was never opened after seven working days, over two holidays; never what was opened or withheld', async () => {
    story.at('2026-01-15T09:00');
    const [siti, budi] = [await story.skp('siti'), await story.skp('budi')];
    story.at('2026-08-13T09:00');
    const untrue = await story.enter('siti', siti, 12);
    await story.enter('budi', budi, 12);
    await story.good('GET', '/activities/waiting', { as: 'kasi' });
    await story.decide(untrue, 'Tidak sesuai keadaan di lapangan');
    story.at('2026-08-14T09:00');
    const unopened = await story.enter('siti', siti, 14, { task: 'additional' });
    // 18, 19, 20, 21, 24, 26 and 27 August; the 17th and 25th are holidays, the 15th, 16th, 22nd and 23rd weekends.
    expect(unopened.dueAt).toBe('2026-08-27T17:00:00.000Z');
    story.at('2026-08-27T23:59');
    await lapse();
    expect((await statusOf('siti'))).toContainEqual([dayOf(14), 'additional', 'submitted', null, null]);
    story.at('2026-08-28T00:01');
    await Promise.all([lapse(), lapse()]);
    expect(await statusOf('siti')).toEqual(
      expect.arrayContaining([
        [dayOf(14), 'additional', 'accepted', 'lapse', null],
        [dayOf(12), 'main', 'refused', 'evaluator', 'Tidak sesuai keadaan di lapangan'],
      ]),
    );
    expect(await statusOf('budi')).toEqual([[dayOf(12), 'main', 'submitted', null, null]]);
  });

  it('KS-3.c KS-1.28 rates by the quadrant of 2026 and pays PNS and CPNS; a PPPK stands on the list with the article', async () => {
    story.at('2026-08-31T10:00');
    expect((await story.due('kasi')).items.find(({ personName }) => personName === 'Siti Aminah')).toMatchObject({
      acceptedCount: 1, form: { method: 'quadrant', methodCite: { source: 'permenpanrb-6-2022' } },
    });
    const rated = await story.rateAll(allBut(ratings('meets', 'meets'), { siti: ratings('above', 'below') }));
    expect([rated.siti.predicate, rated.budi.predicate]).toEqual(['kurang', 'baik']);
    story.at('2026-09-01T08:00');
    await story.synchronise();
    const unit = await closed();
    // Class 6: 1,844,480; 40 % + 60 % × 60 % = 76 % → 1,401,804.8.
    expect(await story.paid('siti')).toEqual([1_844_480, 442_675, 1_401_805]);
    expect(await story.paid('budi')).toEqual([1_844_480, 0, 1_844_480]);
    // dewi, CPNS of class 7: 80 % of 2,122,560.
    expect(await story.paid('dewi')).toEqual([1_698_048, 0, 1_698_048]);
    expect(personOf(unit, 'rina')).toMatchObject({ included: false, exclusion: { code: 'kind-not-entitled', cite: { ref: 'Pasal 1 angka 28' } } });
    const estimate = await story.test.call<Problem>('GET', `/payslips/mine/estimate?month=${STORY_MONTH}`, { as: 'rina' });
    expect(estimate).toMatchObject({ status: 422, body: { rule: { code: 'kind-not-entitled', cite: { ref: 'Pasal 1 angka 28' } } } });
  });

  it('KS-1.5 Kuantan Singingi: the next month with income tax and health insurance, to the rupiah', async () => {
    // 6,844,480: 1.25 % = 85,556; insurance 1 % = 68,444.8, less 50,000.
    expect(await taxedMonth(story, 'kuantan-singingi')).toEqual([1_844_480, 0, 85_556 + 18_445, 1_740_479]);
  });
});

describe('the month under Banjarnegara 37/2020: scores for PNS, ratings for PPPK, in one SKPD', () => {
  beforeAll(async () => void (story = await MonthStory.of('banjarnegara')));
  afterAll(() => story.close());

  it('BN-6.8 BN-14.2 the SKP is in force once determined; an entry is due two calendar days on, over the weekend, and only flagged', async () => {
    story.at('2026-01-15T09:00');
    const result = await story.skp('siti');
    await story.skp('budi', false);
    story.at('2026-08-14T09:00');
    expect((await story.enter('siti', result, 14)).dueAt).toBe('2026-08-16T17:00:00.000Z');
    story.at('2026-08-17T08:00');
    await story.test.app.get(ActivityLapseService).approveLapsed();
    expect(await story.good<WaitingActivitiesPage>('GET', '/activities/waiting', { as: 'kasi' })).toMatchObject({ total: 1, overdue: 1 });
  });

  it('BN-12.1 BN-12.2 BN-11.4 SKP and behaviour, 0 to 120, weigh 70 and 30; the bands give the predicate, and with it the pay', async () => {
    story.at('2026-08-31T10:00');
    const national = ratings('below', 'meets');
    expect((await story.rate('budi', national)).status).toBe(400);
    expect((await story.rate('rina', scores('90', '90'))).status).toBe(400);
    const rated = await story.rateAll(
      allBut(scores('95', '95'), {
        kabid: scores('120', '110', 'Antrean daring puskesmas'), kadis: scores('120', '110'), siti: scores('100', '67'), bendahara: scores('100', '60'),
        umpeg: scores('60', '60'), kasi: scores('40', '40'), rina: national, dewi: national,
      }),
    );
    const found = ({ method, score, predicate }: (typeof rated)['siti']) => [method, score, predicate];
    expect(found(rated.kabid)).toEqual(['weighted', '117', 'sangat-baik']);
    expect(found(rated.kadis)).toEqual(['weighted', '117', 'baik']);
    // 100 × 70 % + 67 × 30 % = 90.1: "baik" from 90. By 60/40 it would be 86.8, "cukup".
    expect(found(rated.siti)).toEqual(['weighted', '90.1', 'baik']);
    expect(rated.siti.derivation.find(({ rule }) => rule === 'behaviour.poor')).toMatchObject({ result: 'kurang', cite: { ref: 'Pasal 11 ayat (4)' } });
    expect(found(rated.bendahara)).toEqual(['weighted', '88', 'butuh-perbaikan']);
    expect(found(rated.umpeg)).toEqual(['weighted', '60', 'kurang']);
    expect(found(rated.kasi)).toEqual(['weighted', '40', 'sangat-kurang']);
    expect(found(rated.rina)).toEqual(['quadrant', null, 'butuh-perbaikan']);
    story.at('2026-09-01T08:00');
    await story.synchronise();
    await closed();
    // Class 6: 1,498,640 = BK 70 % 1,049,048 + PK 30 % 449,592.
    expect(await story.paid('siti')).toEqual([1_498_640, 0, 1_498_640]);
    // bendahara, class 5: 1,249,820; 40 % + 60 % × 80 % = 88 % of 874,874 (769,889.12) and of 374,946 (329,952.48).
    expect(await story.paid('bendahara')).toEqual([1_249_820, 149_979, 1_099_841]);
    // umpeg, class 9: 2,433,600; 76 % of 1,703,520 (1,294,675.2) and of 730,080 (554,860.8).
    expect(await story.paid('umpeg')).toEqual([2_433_600, 584_064, 1_849_536]);
    // kasi, class 9: 64 % of the same: 1,090,252.8 and 467,251.2.
    expect(await story.paid('kasi')).toEqual([2_433_600, 876_096, 1_557_504]);
    // rina, PPPK of class 7: 1,724,580; 88 % of 1,207,206 (1,062,341.28) and of 517,374 (455,289.12).
    expect(await story.paid('rina')).toEqual([1_724_580, 206_950, 1_517_630]);
  });

  it('BN-14.2 each subordinate is due by the law for their kind: a PNS two days on, a PPPK on day 5', async () => {
    story.at('2026-09-03T08:00');
    const due = await story.due('kapus');
    expect(due).toMatchObject({ dueAt: '2026-09-05T17:00:00.000Z', dueCite: { source: 'ekinerja' } });
    expect(await story.due('kasi')).toMatchObject({ dueAt: '2026-09-02T17:00:00.000Z', dueCite: { source: 'banjarnegara-37-2020', ref: 'Pasal 14 ayat (2)' } });
  });

  it('BN-12.3 once the agency sets 60 and 40 from a date, an evaluation determined from that day weighs so; one determined before keeps 70 and 30', async () => {
    const present = presetFiles('banjarnegara').find(({ source }) => source.includes('kind: performance'))!.source;
    const text = present
      .replace('id: banjarnegara-37-2020', 'id: banjarnegara-bobot-60-40')
      .replace('    work: 70\n    behaviour: 30', '    work: 60\n    behaviour: 40')
      .replace('{ work: Pasal 12 ayat (2), behaviour: Pasal 12 ayat (2) }', '{ work: Pasal 12 ayat (3), behaviour: Pasal 12 ayat (3) }')
      .replace(/inForce: .*/, 'inForce: { from: 2026-10-01 }').replace(/^cases: .*$/m, '');
    await new DraftStory(story.test).enact(text, '2026-10-01');
    const weighed = async (month: string) => {
      const { status, body } = await story.rate('siti', scores('100', '67'), month);
      return [status, body.score, body.predicate];
    };
    story.at('2026-09-30T15:00');
    expect(await weighed('2026-09')).toEqual([200, '90.1', 'baik']);
    story.at('2026-10-30T15:00');
    // 100 × 60 % + 67 × 40 % = 86.8: "cukup".
    expect(await weighed('2026-10')).toEqual([200, '86.8', 'butuh-perbaikan']);
    const law = await story.good<RegulationView>('GET', '/regulations/performance?date=2026-10-30', { as: 'siti' });
    expect(law.nodes.find(({ path }) => path === 'evaluation.weighted.work')).toMatchObject({ value: '60', cite: { ref: 'Pasal 12 ayat (3)' } });
    expect((await story.good<RegulationView>('GET', '/regulations/performance?date=2026-09-30', { as: 'siti' })).nodes.find(({ path }) => path === 'evaluation.weighted.work')).toMatchObject({ value: '70' });
  });

  it('KS-1.5 Banjarnegara: the next month with income tax and health insurance, to the rupiah', async () => {
    // 6,498,640: 1 % = 64,986.4; insurance the same, less 50,000.
    expect(await taxedMonth(story, 'banjarnegara')).toEqual([1_498_640, 0, 64_986 + 14_986, 1_418_668]);
  });
});
