import type { CalendarRulesView, DraftCalendarRequest } from '@ekinerja/contracts/calendar';
import type { CalendarDay, RegulationDraft } from '@ekinerja/contracts/regulations';
import { DraftStory } from '../testing/regulation-drafts.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment } from '../testing/tiny-government.js';

const change = (more: Partial<DraftCalendarRequest> = {}): DraftCalendarRequest => ({
  title: 'Kalender kerja 2027', decree: 'Keputusan Bupati Nomor 188.45/600/2026', from: '2027-01-01', holidays: [], workdays: [], ramadan: [], unitPatterns: [], patterns: [], ...more,
});

describe('the working calendar on a screen', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp({ daerah: 'banjarnegara', clock: '2026-11-23T09:00:00+07:00' });
    await tinyGovernment(test);
  });
  afterAll(() => test?.close());

  const rules = async (date: string) => (await test.call<CalendarRulesView>('GET', `/calendar/rules?date=${date}`, { as: 'siti' })).body;
  const month = async (of: string) => (await test.call<CalendarDay[]>('GET', `/calendar?month=${of}`, { as: 'siti' })).body;

  it('is read as enacted: the national file with its decree, unit patterns, and the years it does not know', async () => {
    const shown = await rules('2026-11-23');
    expect(shown.years.find(({ year }) => year === 2026)?.holidays).toContainEqual(
      expect.objectContaining({ date: '2026-12-25', name: 'Natal', kind: 'national', cite: expect.objectContaining({ source: 'skb-libur-2026' }) as object }),
    );
    expect(shown.unitPatterns).toEqual([{ unitKind: 'school', pattern: 'enam-hari' }]);
    expect(shown.missingYears).toEqual([]);
    expect((await rules('2027-11-23')).missingYears).toEqual([2028]);
  });

  it('X-REG-2 a regional holiday, a day worked after all, Ramadan and a unit pattern become a draft that another superadmin confirms; days before stay', async () => {
    const body = change({
      holidays: [{ date: '2027-02-22', name: 'Hari Jadi Kabupaten', kind: 'local' }], workdays: ['2027-01-05'], ramadan: [{ from: '2027-02-09', to: '2027-03-10' }],
      unitPatterns: [{ unitKind: 'puskesmas', pattern: 'enam-hari' }],
    });
    const { status, body: draft } = await test.call<OrProblem<RegulationDraft>>('POST', '/calendar/drafts', { as: 'super', body });
    // A decree that is not kept as a text is a warning, as with every document of a region.
    expect([status, draft.problems?.filter(({ severity }) => severity === 'error')]).toEqual([201, []]);
    expect(draft.changes.length).toBeGreaterThan(3);
    expect((await month('2027-02')).find(({ date }) => date === '2027-02-22')?.workingDay).toBe(true);
    const story = new DraftStory(test);
    const proposed = await story.propose(draft, { from: '2027-01-01' });
    expect((await story.step(proposed.body, 'confirm', 'super')).body.code).toBe('second-person-required');
    expect((await story.step(proposed.body, 'confirm', 'super2')).status).toBe(200);

    expect((await month('2027-02')).find(({ date }) => date === '2027-02-22')).toEqual({ date: '2027-02-22', workingDay: false, holiday: 'Hari Jadi Kabupaten' });
    expect((await month('2027-01')).find(({ date }) => date === '2027-01-05')?.workingDay).toBe(true);
    const after = await rules('2027-01-01');
    const year = after.years.find((one) => one.year === 2027);
    expect(year?.ramadan).toMatchObject({ from: '2027-02-09', cite: { ref: 'Keputusan Bupati Nomor 188.45/600/2026' } });
    expect(year?.holidays.find(({ date }) => date === '2027-01-01')?.cite?.source).toBe('skb-libur-2027');
    // What the region said before stays, with its own article.
    expect(after.unitPatterns).toEqual(expect.arrayContaining([{ unitKind: 'school', pattern: 'enam-hari' }, { unitKind: 'puskesmas', pattern: 'enam-hari' }]));
    expect((await rules('2026-12-31')).unitPatterns).toEqual([{ unitKind: 'school', pattern: 'enam-hari' }]);
    expect(await test.db.query(`SELECT 1 FROM audit_event WHERE action LIKE 'regulation%'`)).not.toHaveLength(0);
  });

  it('refuses a change of nothing, days out of order and whoever is not a superadmin', async () => {
    const post = (body: object, as = 'super') => test.call<OrProblem<RegulationDraft>>('POST', '/calendar/drafts', { as, body });
    expect((await post(change())).body.fields).toEqual([{ field: 'holidays', rule: 'required' }]);
    expect((await post(change({ ramadan: [{ from: '2027-03-10', to: '2027-02-09' }] }))).body.code).toBe('validation-failed');
    expect((await post(change({ workdays: ['2027-01-05', '2027-01-05'] }))).body.fields).toEqual([{ field: 'holidays', rule: 'arrayUnique' }]);
    expect((await post(change({ workdays: ['2027-01-05'] }), 'umpeg')).status).toBe(403);
  });
});
