import { createHash } from 'node:crypto';
import type { ArticleText, CalendarDay, RegulationSummary, RegulationView } from '@ekinerja/contracts/regulations';
import { DAERAH, loadPreset } from '@ekinerja/regulations/presets';
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
});
