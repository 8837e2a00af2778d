import { activity, month } from '../../testing/samples';
import { copiedRows, lastOpenDay, openWeek, pastedCells, stepOf } from './grid-rows';

const STEPS = [{ id: 'l-1', resultId: 'h-1', title: 'Rekonsiliasi kas', used: 3 }];
const data = { ...month(), planSteps: STEPS };

describe('X-IN-1 rows of the grid', () => {
  it.each<[string, string, string[][]]>([
    ['tabs and lines', '19/11/2026\t08:00\r\n20/11/2026\t09:00\r\n', [['19/11/2026', '08:00'], ['20/11/2026', '09:00']]],
    ['a cell of several lines stays one cell', '19/11/2026\t"Rapat\npagi"\t2\n', [['19/11/2026', 'Rapat\npagi', '2']]],
    ['doubled quotes are one', '"Rapat ""kick-off"""\tunit', [['Rapat "kick-off"', 'unit']]],
    ['empty cells keep their place', 'a\t\tb', [['a', '', 'b']]],
    ['empty lines are passed over', 'a\tb\n\n\nc\td', [['a', 'b'], ['c', 'd']]],
  ])('pasted: %s', (_, text, cells) => expect(pastedCells(text)).toEqual(cells));

  it('a step of the work plan goes along only with its result', () => {
    expect(stepOf('l-1', 'h-1', data)).toBe('l-1');
    expect(stepOf('l-1', 'h-2', data)).toBeNull();
    expect(stepOf('l-9', 'h-1', data)).toBeNull();
  });

  it('copies keep what still stands: result, step and item of the catalogue', () => {
    const entry = activity({ monthPlanId: 'l-1', catalogueItemId: 'c-1' });
    const copy = (change: object, catalogue: Set<string> | null) => copiedRows([{ ...entry, ...change }], entry.date, '2026-11-20', data, catalogue)[0];
    expect(copy({}, new Set(['c-1']))).toMatchObject({ date: '2026-11-20', skpResultId: 'h-1', monthPlanId: 'l-1', catalogueItemId: 'c-1' });
    expect(copy({}, new Set())).toMatchObject({ catalogueItemId: null });
    expect(copy({}, null)).toMatchObject({ catalogueItemId: 'c-1' });
    expect(copy({ skpResultId: 'h-9', skpResultTitle: 'Hasil lama' }, null)).toMatchObject({ skpResultId: '', resultText: 'Hasil lama', monthPlanId: null });
    expect(copiedRows([activity({ status: 'withdrawn' })], entry.date, '2026-11-20', data, null)).toEqual([]);
  });

  it('a week has the days that are worked and still open; the last open day of the month', () => {
    // The window is 13 to 20 November; the 14th and 15th are a weekend.
    expect(openWeek('2026-11-19', data)).toEqual(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20']);
    expect(openWeek('2026-11-14', data)).toEqual(['2026-11-13']);
    expect(openWeek('2026-11-04', data)).toEqual([]);
    expect(lastOpenDay(data)).toBe('2026-11-20');
    expect(lastOpenDay({ ...data, entryWindow: { from: '2026-12-01', to: '2026-12-05', cite: null } })).toBe('2026-11-01');
  });
});
