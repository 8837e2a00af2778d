import type { PayRunUnitView, PayslipView } from '@ekinerja/contracts/pay-runs';
import { loadPreset } from '@ekinerja/regulations/presets';
import { allBut, MonthStory } from '../testing/month-story.js';
import { closeUnit, fillMonth, openRun, unitOf } from '../testing/pay-month.js';
import { DraftStory } from '../testing/regulation-drafts.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

const preset = (kind: string) => loadPreset('tanah-laut').find((document) => document.kind === kind && document.family === null)!.raw;
const amounts = (id: string, sixth: number) => preset('amounts').replace('id: tanah-laut-besaran-contoh', `id: ${id}`).replace("'6': 1729200", `'6': ${sixth}`);

describe('a regulation enacted from a past day', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let story: DraftStory;
  beforeAll(async () => {
    test = await testApp();
    gov = await tinyGovernment(test);
    story = new DraftStory(test);
    for (const month of ['2026-09', '2026-10']) await fillMonth(test, gov, month);
    await closeUnit(test, (await openRun(test, '2026-09')).id, gov.units.dinkes);
  });
  afterAll(() => test?.close());

  const corrections = () => test.db.query<{ name: string; month: string; amount: number; cause: string }>(
    `SELECT p.name, a.month, a.amount, a.cause FROM adjustment a JOIN employment e ON e.id = a.employment_id JOIN person p ON p.id = e.person_id ORDER BY p.name, a.created_at, a.id`,
  );
  const unit = async (month: string): Promise<PayRunUnitView> => unitOf(test, (await openRun(test, month)).id, gov.units.dinkes);

  it('X-REG-1 X-TPP-3 leaves the closed slips and stores what they would pay otherwise, once', async () => {
    const before = await unit('2026-09');
    const { body: draft } = await story.upload(amounts('besaran-surut', 1_829_200));
    const { body: sent } = await story.propose(draft, { from: '2026-09-01' });
    expect(sent.closedMonths).toEqual(['2026-09']);
    await story.step(sent, 'confirm', 'super2');
    await test.deliver();
    await test.deliver();
    expect(await unit('2026-09')).toEqual(before);
    const due = ['Budi Santoso', 'Siti Aminah'].map((name) => ({ name, month: '2026-09', amount: 100_000, cause: 'regulasi ditetapkan berlaku surut' }));
    expect(await corrections()).toEqual(due);
    // A second one adds the further difference only; one that begins later touches no closed month.
    await story.enact(amounts('besaran-surut', 1_800_000), '2026-09-01', 'correction');
    await story.enact(amounts('besaran-nanti', 9_000_000), '2027-01-01');
    await test.deliver();
    expect((await corrections()).map(({ amount }) => amount)).toEqual([100_000, -29_200, 100_000, -29_200]);
  });

  it('X-TPP-3 the next run pays the corrections as lines, and its own month by the law of its own first day', async () => {
    const closed = await closeUnit(test, (await openRun(test, '2026-10')).id, gov.units.dinkes);
    const siti = closed.people.find(({ employmentId }) => employmentId === gov.people.siti)!;
    expect(siti.totals).toMatchObject({ gross: 1_800_000, adjustments: 70_800, net: 1_870_800 });
    const slip = (await test.call<PayslipView>('GET', `/payslips/${siti.payslipId}`, { as: 'siti' })).body;
    expect(slip.references.find(({ kind }) => kind === 'amounts')).toMatchObject({ id: 'besaran-surut@1' });
    const september = (await unit('2026-09')).people.find(({ employmentId }) => employmentId === gov.people.siti)!;
    const old = (await test.call<PayslipView>('GET', `/payslips/${september.payslipId}`, { as: 'siti' })).body;
    expect(old.references.find(({ kind }) => kind === 'amounts')).toMatchObject({ id: 'tanah-laut-besaran-contoh', title: expect.stringContaining('Tanah Laut') as string });
  });
});

describe('both sides of a change of the law', () => {
  let story: MonthStory;
  beforeAll(async () => void (story = await MonthStory.of('tanah-laut')));
  afterAll(() => story.close());
  const ratings = { workRating: 'meets', behaviourRating: 'meets' };
  const referred = ({ references }: { references: { kind: string; id: string }[] }, kind: string) => references.find((reference) => reference.kind === kind)?.id;

  it('TL-40.a TL-40.b what was evaluated before the change stays under the earlier rules, what comes after is under the new', async () => {
    story.at('2026-08-31T09:00');
    const before = (await story.rate('siti', { workRating: 'below', behaviourRating: 'meets' })).body;
    expect(before).toMatchObject({ predicate: 'butuh-perbaikan' });
    const drafts = new DraftStory(story.test);
    // The new regulation calls the same ratings "kurang".
    const stricter = preset('performance').replace('id: tanah-laut-2024', 'id: tanah-laut-2026').replace(
      'evaluation:\n', 'evaluation:\n  quadrant:\n    cite: Pasal 22\n    below: { below: sangat-kurang, meets: kurang, above: kurang }\n',
    );
    await drafts.enact(stricter, '2026-09-01');
    await drafts.enact(preset('allowance').replace('id: tanah-laut-tpp-contoh', 'id: tpp-2026').replace('share: 40', 'share: 50').replace('share: 60', 'share: 50'), '2026-09-01');
    story.at('2026-09-01T08:00');
    const after = (await story.rate('budi', { workRating: 'below', behaviourRating: 'meets' })).body;
    expect([referred(before, 'performance'), referred(after, 'performance')]).toEqual(['tanah-laut-2024', 'tanah-laut-2026']);
    expect(after.predicate).toBe('kurang');
    const kept = await story.test.db.one<{ predicate: string; law: { kind: string; id: string }[] }>(`SELECT predicate, law FROM evaluation WHERE id = $1`, [before.id]);
    expect([kept!.predicate, kept!.law.find(({ kind }) => kind === 'performance')!.id]).toEqual(['butuh-perbaikan', 'tanah-laut-2024']);
  });

  it('TL-40.a TL-40.b the month before is paid under the earlier policy, the month after under the new; each slip names its own', async () => {
    for (const [person, rated] of Object.entries(allBut(ratings, {}))) {
      if (person !== 'siti' && person !== 'budi') await story.rate(person as 'kasi', rated);
    }
    await story.synchronise();
    await closeUnit(story.test, (await openRun(story.test, '2026-08')).id, story.gov.units.dinkes);
    const august = await story.slip('siti');
    // 90 % of 1,729,200; 60 % of it at 80 %: 186,753.6 cut.
    expect([august.totals.cuts, referred(august, 'allowance')]).toEqual([186_754, 'tanah-laut-tpp-contoh']);
    story.at('2026-09-30T20:00');
    await fillMonth(story.test, story.gov, '2026-09');
    const september = await story.good<PayslipView>('GET', '/payslips/mine/estimate?month=2026-09', { as: 'siti' });
    expect(referred(september, 'allowance')).toBe('tpp-2026');
  });
});
