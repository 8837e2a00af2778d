import { checkEntry, entryOpenUntil, missingEntryDays } from './activity-flow.js';
import { parseDocument, type RegulationDocument } from './document.js';
import { contradictions } from './document/contradictions.js';
import { documentationPeriod, documentationRhythm, periodsEndingIn, RHYTHMS } from './documentation.js';
import { buildLaw, type LawSet } from './law.js';
import { loadPreset } from './presets.js';

const on = (documents: RegulationDocument[], date = '2026-11-23') => buildLaw(documents).on(date);

/** Tanah Laut with other words under `activities`. */
function withActivities(words: string, period = 'monthly'): { law: LawSet | null; problems: string[] } {
  const source = `id: uji
kind: performance
extends: nasional
title: Uji
source: contoh-besaran
inForce: { from: 2024-08-05 }
timeZone: Asia/Makassar
activities:
  cite: { ref: Pasal 14 ayat (4), reading: true }
${words}
evaluation:
  cite: { ref: Pasal 22, reading: true }
  period: ${period}
`;
  const { document, problems } = parseDocument(source, 'uji.yaml');
  const messages = problems.filter(({ severity }) => severity === 'error').map(({ path }) => path);
  if (!document) return { law: null, problems: messages };
  const rest = loadPreset('tanah-laut').filter((one) => one.kind !== 'performance' || one.family !== null);
  try {
    return { law: on([...rest, document]), problems: messages };
  } catch (error) {
    const found = (error as { problems?: { path: string }[] }).problems ?? [];
    return { law: null, problems: [...messages, ...found.map(({ path }) => path)] };
  }
}

describe('documentation of work', () => {
  it('TL-14.3 knows daily, weekly, monthly, quarterly, half-yearly and yearly periods', () => {
    expect(RHYTHMS.map((rhythm) => documentationPeriod('2026-11-18', rhythm))).toEqual([
      { from: '2026-11-18', to: '2026-11-18' },
      { from: '2026-11-16', to: '2026-11-22' },
      { from: '2026-11-01', to: '2026-11-30' },
      { from: '2026-10-01', to: '2026-12-31' },
      { from: '2026-07-01', to: '2026-12-31' },
      { from: '2026-01-01', to: '2026-12-31' },
    ]);
    expect(periodsEndingIn('2026-11', 'weekly').map(({ to }) => to)).toEqual(['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22', '2026-11-29']);
    expect(periodsEndingIn('2026-11', 'quarterly')).toEqual([]);
    expect(periodsEndingIn('2026-12', 'yearly')).toEqual([{ from: '2026-01-01', to: '2026-12-31' }]);
  });

  it('TL-14.4 the agency sets the period, with its article', () => {
    expect(documentationRhythm(on(loadPreset('tanah-laut')))).toMatchObject({ rhythm: 'daily', cite: { ref: 'Pasal 14 ayat (4)' } });
    expect(documentationRhythm(on(loadPreset('barito-kuala'))).rhythm).toBe('daily');
    expect(documentationRhythm(withActivities('  rhythm: weekly').law!).rhythm).toBe('weekly');
  });

  it.each([
    ['quarterly', 'monthly', false],
    ['yearly', 'quarterly', false],
    ['quarterly', 'quarterly', true],
    ['monthly', 'monthly', true],
    ['weekly', 'quarterly', true],
  ])('TL-14.4 %s documentation with %s evaluation: fits is %s', (rhythm, period, fits) => {
    const { law, problems } = withActivities(`  rhythm: ${rhythm}`, period);
    expect(problems).toEqual(fits ? [] : ['activities.rhythm']);
    expect(law !== null).toBe(fits);
  });

  it('says which of the two does not fit the other', () => {
    const rules = structuredClone(on(loadPreset('tanah-laut')).performance.rules);
    const [first] = contradictions('performance', { ...rules, activities: { ...rules.activities, rhythm: 'yearly' } });
    expect(first?.message).toContain('lebih panjang daripada periode evaluasi "monthly"');
  });

  it('TL-14.2 a week documented once is documented; an empty one is missing on its last duty day', () => {
    const law = withActivities('  rhythm: weekly\n  minimumPerWorkingDay: 1').law!;
    const missing = missingEntryDays(
      { month: '2026-11', unitKind: 'dinas', entries: new Map([['2026-11-03', 1]]), excused: new Set(), until: '2026-11-22' }, law,
    );
    expect(missing).toEqual(['2026-10-30', '2026-11-13', '2026-11-20']);
    // The window counts from the end of the week.
    expect(entryOpenUntil('2026-09-28', law)).toBe('2026-11-05');
  });

  it('X-IN-2 the window is judged by receipt, and the grace of the regulation counts from its end', () => {
    const facts = { date: '2026-10-20', minutes: 60, today: '2026-11-06', leaveOn: () => false };
    const at = (law: LawSet, instant: string) => checkEntry({ ...facts, receivedAt: new Date(instant) }, law)?.code ?? null;
    const none = on(loadPreset('tanah-laut'));
    expect(at(none, '2026-11-06T00:00:01+08:00')).toBe('entry.window');
    const graced = withActivities('  entry: { graceHours: 12 }').law!;
    expect(at(graced, '2026-11-06T11:59:59+08:00')).toBeNull();
    expect(at(graced, '2026-11-06T12:00:00+08:00')).toBe('entry.window');
  });
});
