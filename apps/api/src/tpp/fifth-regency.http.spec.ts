/**
 * A regency that nobody here has seen, by its documents alone: written as files, uploaded, checked, simulated, enacted
 * by two people, and the month after is paid under them. Amounts are worked out by hand beside each expectation.
 */
import type { PayslipItem, PayslipView } from '@ekinerja/contracts/pay-runs';
import type { Simulation } from '@ekinerja/contracts/pay-simulations';
import type { RegulationSummary, RegulationView } from '@ekinerja/contracts/regulations';
import { closeUnit, evaluate, fillMonth, openRun, presence } from '../testing/pay-month.js';
import { DraftStory } from '../testing/regulation-drafts.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

const PERFORMANCE = `id: kabupaten-lima-kinerja
kind: performance
extends: nasional
title: Peraturan Bupati Lima Nomor 1 Tahun 2026 tentang Kinerja
source: perbup-lima-1-2026
inForce: { from: 2026-12-01 }
objection:
  file: { workingDays: 4, cite: Pasal 30 }
evaluation:
  cite: Pasal 21
  method: quadrant
  period: monthly
`;
const ALLOWANCE = `id: kabupaten-lima-tpp
kind: allowance
extends: nasional
title: Peraturan Bupati Lima Nomor 2 Tahun 2026 tentang TPP
source: perbup-lima-2-2026
inForce: { from: 2026-12-01 }
criteria:
  - { code: BK, name: Beban kerja, percent: 75, cite: Pasal 5 }
  - { code: KP, name: Kelangkaan profesi, percent: 25, flat: true, cite: Pasal 6 }
performance:
  - { part: disiplin, share: 30, cite: Pasal 8, measure: { kind: discipline, table: umum } }
  - part: produktivitas
    share: 70
    cite: Pasal 9
    measure:
      kind: predicate
      steps: { sangat-baik: 100, baik: 95, butuh-perbaikan: 70, kurang: 40, sangat-kurang: 0 }
`;
const AMOUNTS = `id: kabupaten-lima-besaran
kind: amounts
title: Keputusan Bupati Lima Nomor 3 Tahun 2026
source: kepbup-lima-3-2026
inForce: { from: 2026-12-01 }
cite: Lampiran
decree: Keputusan Bupati Lima Nomor 3 Tahun 2026
classes: { "5": 1500000, "6": 2000000, "7": 2200000, "9": 3100000.5, "10": 3500000, "11": 4000000, "14": 9000000 }
`;

describe('a fifth regency', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let story: DraftStory;
  const drafts: string[] = [];
  beforeAll(async () => {
    test = await testApp();
    gov = await tinyGovernment(test);
    story = new DraftStory(test);
    for (const month of ['2026-10', '2026-12']) await fillMonth(test, gov, month);
    await closeUnit(test, (await openRun(test, '2026-10')).id, gov.units.dinkes);
  });
  afterAll(() => test?.close());

  const slipOf = async (person: 'siti' | 'budi' | 'kasi') => {
    const [item] = (await test.call<PayslipItem[]>('GET', '/payslips/mine', { as: person })).body;
    return (await test.call<PayslipView>('GET', `/payslips/${item!.id}`, { as: person })).body;
  };

  it('X-REG-1 its three documents are checked with their own cases and kept as drafts', async () => {
    const cases = `- name: Kelas 6, penuh, predikat baik
  on: { month: 2026-12 }
  ask: slip
  facts: { class: "6", predicate: baik }
  expect: { gross: 2000000, cuts: 52500 }
`;
    for (const text of [PERFORMANCE, AMOUNTS]) drafts.push((await story.upload(text)).body.id);
    // Its classes stand in the amounts draft; in force until then is the table that this case does not know.
    const alone = await story.upload(ALLOWANCE, { cases });
    expect(alone.body).toMatchObject({ status: 'draft', caseCount: 1, casesFailed: 1 });
    const checked = await story.upload(ALLOWANCE);
    expect(checked).toMatchObject({ status: 201, body: { status: 'draft', casesFailed: 0, base: { id: 'tanah-laut-tpp-contoh' } } });
    drafts.push(checked.body.id);
  });

  it('X-REG-1 together they are simulated over October, to the rupiah', async () => {
    const body = { name: 'Kabupaten Lima', month: null, drafts, amounts: [], postClasses: [], skpdIds: [], employeeKinds: [], employmentIds: [] };
    const { id } = (await test.call<Simulation>('POST', '/pay-simulations', { as: 'super', body })).body;
    await test.deliver();
    const simulation = (await test.call<Simulation>('GET', `/pay-simulations/${id}`, { as: 'super' })).body;
    expect(simulation).toMatchObject({ status: 'done', month: '2026-10', totals: { people: 15, uncalculated: 0 } });
    // Class 6: 1,729,200 before; 2,000,000 less 75 % × 70 % × 5 % = 52,500.
    expect(simulation.up.find(({ name }) => name === 'Budi Santoso')).toMatchObject({ before: 1_729_200, after: 1_947_500, difference: 218_300 });
  });

  it('X-REG-1 two superadmins enact them from December', async () => {
    for (const text of [PERFORMANCE, ALLOWANCE, AMOUNTS]) expect((await story.enact(text, '2026-12-01')).status).toBe('enacted');
    await test.deliver();
    const ids = async (date: string) => (await test.call<RegulationSummary[]>('GET', `/regulations?date=${date}`, { as: 'siti' })).body.map(({ id }) => id);
    expect(await ids('2026-11-30')).toEqual(['tanah-laut-2024', 'tanah-laut-tpp-contoh', 'tanah-laut-besaran-contoh', 'tanah-laut-kalender']);
    expect(await ids('2026-12-01')).toEqual(['kabupaten-lima-kinerja', 'kabupaten-lima-tpp', 'kabupaten-lima-besaran', 'tanah-laut-kalender']);
    const { nodes } = (await test.call<RegulationView>('GET', '/regulations/performance?date=2026-12-01', { as: 'siti' })).body;
    expect(nodes.find(({ path }) => path === 'objection.file.workingDays')).toMatchObject({ value: 4, inheritedFrom: null, cite: { ref: 'Pasal 30' } });
    expect(nodes.some(({ inheritedFrom }) => inheritedFrom?.startsWith('nasional'))).toBe(true);
    expect(await test.db.query('SELECT 1 FROM adjustment')).toEqual([]);
  });

  it('X-REG-1 X-REG-2 TL-38.2 December is paid under them to the rupiah, and the slip names them', async () => {
    await presence(test, gov.people.siti, '2026-12-07', { status: 'absent' });
    await evaluate(test, gov, gov.people.siti, '2026-12', 'kurang');
    await evaluate(test, gov, gov.people.budi, '2026-12', 'sangat-baik');
    test.setClock('2027-01-04T09:00:00+08:00');
    const unit = await closeUnit(test, (await openRun(test, '2026-12')).id, gov.units.dinkes);
    expect(unit.totals.net).toBe(unit.people.reduce((sum, { totals }) => sum + (totals?.net ?? 0), 0));
    expect((await slipOf('budi')).totals).toMatchObject({ gross: 2_000_000, cuts: 0, net: 2_000_000 });
    // siti: of BK 1,500,000 the discipline part 30 % less 3 % for the day (13,500), the other 70 % at 40 % (630,000 cut).
    const siti = await slipOf('siti');
    expect(siti.totals).toMatchObject({ gross: 2_000_000, cuts: 643_500, net: 1_356_500 });
    // kasi, class 9: 3,100,000.5; BK 75 % = 2,325,000.375, of it 96.5 % = 2,243,625.36; KP 775,000.125.
    expect((await slipOf('kasi')).totals.net).toBe(3_018_625);
    expect(siti.references.map(({ id }) => id)).toEqual(['kabupaten-lima-kinerja', 'kabupaten-lima-tpp', 'kabupaten-lima-besaran', 'tanah-laut-kalender']);
    expect(siti.lines.find(({ section }) => section === 'gross')?.cite).toMatchObject({ source: 'perbup-lima-2-2026', ref: 'Pasal 5' });
  });
});
