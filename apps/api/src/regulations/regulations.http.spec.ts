import { createHash } from 'node:crypto';
import type { ArticleText, CalendarDay, RegulationSummary, RegulationView } from '@ekinerja/contracts/regulations';
import type { Page } from '@ekinerja/contracts/basics';
import type { MissingEvaluation } from '@ekinerja/contracts/evaluation-lists';
import type { EvaluationsDue } from '@ekinerja/contracts/evaluations';
import { DAERAH, loadPreset } from '@ekinerja/regulations/presets';
import { DraftStory } from '../testing/regulation-drafts.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment } from '../testing/tiny-government.js';
import { RegulationsService } from './regulations.service.js';

describe('regulations over HTTP', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp();
    await tinyGovernment(test);
  });
  afterAll(() => test?.close());

  it('stores every document of the preset as written, frozen with its hash, once', async () => {
    const preset = loadPreset('tanah-laut');
    const rows = await test.db.query<{ id: string; source_text: string; source_hash: string }>('SELECT id, source_text, source_hash FROM regulation_document');
    expect(rows.map((row) => row.id).sort()).toEqual(preset.map((document) => document.id).sort());
    for (const row of rows) {
      expect(row.source_text).toBe(preset.find((document) => document.id === row.id)?.raw);
      expect(row.source_hash).toBe(createHash('sha256').update(row.source_text).digest('hex'));
    }
    await test.app.get(RegulationsService).enactPreset('tanah-laut', new Date());
    expect(await test.db.query('SELECT 1 FROM regulation_document')).toHaveLength(rows.length);
    await expect(test.db.execute(`UPDATE regulation_document SET source_text = ''`)).rejects.toThrow(/append-only/);
  });

  it('names the four documents in force on a date, and marks example amounts', async () => {
    const { body } = await test.call<RegulationSummary[]>('GET', '/regulations?date=2026-11-23', { as: 'siti' });
    expect(body.map((document) => document.kind)).toEqual(['performance', 'allowance', 'amounts', 'calendar']);
    expect(body.find((document) => document.kind === 'amounts')?.example).toBe(true);
    expect(body.find((document) => document.kind === 'performance')?.example).toBe(false);
    const missing = async (date: string) =>
      (await test.call<RegulationSummary[]>('GET', `/regulations?date=${date}`, { as: 'siti' })).body.map(({ missingYears }) => missingYears);
    // A year without holidays warns from July before it; other kinds of document never do.
    expect([await missing('2027-06-30'), await missing('2027-07-01')]).toEqual([[[], [], [], []], [[], [], [], [2028]]]);
    const law = await test.app.get(RegulationsService).lawOn('2026-11-23');
    expect(body.map(({ kind, id, hash }) => ({ kind, id, hash }))).toEqual(law.references);
    expect((await test.call<RegulationSummary[]>('GET', '/regulations?date=1950-01-01', { as: 'siti' })).body).toEqual([]);
  });

  it('shows every value with its article', async () => {
    const { body } = await test.call<RegulationView>('GET', '/regulations/performance', { as: 'siti' });
    const values = body.nodes.filter((node) => node.value !== null);
    expect(values.length).toBeGreaterThan(10);
    expect(values.every((node) => node.cite !== null && node.label !== '')).toBe(true);
    expect(Object.keys(body.nodes[0]!)).not.toContain('children');
    expect((await test.call('GET', '/regulations/performance?date=1950-01-01', { as: 'siti' })).status).toBe(404);
    expect((await test.call('GET', '/regulations/other', { as: 'siti' })).status).toBe(400);
  });

  it('reads out the article behind a value; a ref that does not resolve is a 404', async () => {
    const law = await test.app.get(RegulationsService).lawOn('2026-11-23');
    const { source, ref } = law.performance.cite('activities');
    const { status, body } = await test.call<ArticleText>('GET', `/articles?source=${encodeURIComponent(source)}&ref=${encodeURIComponent(ref)}`, { as: 'siti' });
    expect(status).toBe(200);
    expect(body.text.length).toBeGreaterThan(20);
    expect((await test.call('GET', `/articles?source=${encodeURIComponent(source)}&ref=Pasal%20999`, { as: 'siti' })).status).toBe(404);
    expect((await test.call('GET', '/articles?source=..%2F..%2Fetc&ref=passwd', { as: 'siti' })).status).toBe(404);
  });

  it('lays out a month of the calendar', async () => {
    const { body } = await test.call<CalendarDay[]>('GET', '/calendar?month=2026-08', { as: 'siti' });
    expect(body).toHaveLength(31);
    expect(body[16]).toMatchObject({ date: '2026-08-17', workingDay: false, holiday: expect.stringMatching(/Kemerdekaan|Proklamasi/i) as string });
    expect(body[17]).toMatchObject({ date: '2026-08-18', workingDay: true, holiday: null });
    expect((await test.call('GET', '/calendar?month=2026-13', { as: 'siti' })).body.code).toBe('validation-failed');
  });

  it.each(DAERAH)('sets up %s by the same code', async (daerah) => {
    const other = await testApp({ daerah });
    try {
      const law = await other.app.get(RegulationsService).lawOn('2026-11-23');
      expect(law.references).toHaveLength(4);
    } finally {
      await other.close();
    }
  });

  it('TL-22.3 the agency sets the period: a document that says quarterly moves what is due, and the months before stay monthly', async () => {
    const own = loadPreset('tanah-laut').find((document) => document.kind === 'performance' && document.family === null)!;
    expect(own.raw).toContain('period: monthly');
    await new DraftStory(test).enact(own.raw.replace('id: tanah-laut-2024', 'id: tanah-laut-triwulan').replace('period: monthly', 'period: quarterly'), '2027-01-01');
    test.setClock('2027-04-05T09:00:00+08:00');
    const opens = async (month: string) => (await test.call<EvaluationsDue>('GET', `/evaluations/due?month=${month}`, { as: 'kasi' })).body.opensOn.slice(0, 10);
    const [before, inside, last] = [await opens('2026-12'), await opens('2027-01'), await opens('2027-03')];
    expect(before < '2027-01-10').toBe(true);
    // January belongs to the first quarter: it is judged when that ends.
    expect([inside.slice(0, 7), last.slice(0, 7)].every((month) => month >= '2027-03')).toBe(true);
    expect(inside).toBe(last);
    // Who is missing is asked for the quarter, by whichever of its months; months judged one by one stay what they were.
    const missing = async (month: string) => (await test.call<Page<MissingEvaluation>>('GET', `/evaluations/missing?month=${month}`, { as: 'umpeg' })).body.items.map((one) => one.month);
    expect(new Set(await missing('2027-01'))).toEqual(new Set(['2027-03']));
    expect((await missing('2027-01')).length).toBe((await missing('2027-03')).length);
    expect(new Set(await missing('2026-11'))).toEqual(new Set(['2026-11']));
  });
});
