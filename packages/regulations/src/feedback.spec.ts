import { buildLaw } from './law.js';
import { checkMeasure, countedOn, feedbackPeriod, heardSince, openMeasures, periodicDue, type MarkFacts } from './feedback.js';
import { caseMove, caseTiming, otherMoves, sanctionEntry, sanctionMoves, timeGiven } from './follow-up.js';
import { loadPreset } from './presets.js';

const tanahLaut = buildLaw(loadPreset('tanah-laut'));
const law = tanahLaut.on('2026-11-23');

describe('periodic feedback', () => {
  it.each([
    ['weekly', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['monthly', '2026-02-10', '2026-02-01', '2026-02-28'],
    ['quarterly', '2026-11-23', '2026-10-01', '2026-12-31'],
    ['semester', '2026-06-30', '2026-01-01', '2026-06-30'],
    ['yearly', '2026-11-23', '2026-01-01', '2026-12-31'],
  ] as const)('%s of %s runs from %s to %s', (every, day, from, to) => {
    expect(feedbackPeriod(every, day)).toEqual({ from, to });
  });

  it.each([
    // The quarter before ended on 30 September; its grace on 14 October.
    ['within the grace', '2026-10-14', [], null],
    ['past the grace', '2026-10-15', [], { from: '2026-07-01', to: '2026-09-30' }],
    ['given in the grace', '2026-10-15', ['2026-10-10'], null],
    ['given in the quarter', '2026-10-15', ['2026-08-10'], null],
  ] as const)('TL-18.2 %s', (_, today, givenOn, missed) => {
    expect(periodicDue({ agreed: null, since: '2026-07-01', givenOn }, law, today)).toMatchObject({ every: 'quarterly', missed });
  });

  it.each([
    // Mondays: 2, 9 and 16 November 2026. The grace of a week is a week, not the fourteen days.
    ['the week before last is late', '2026-11-23', [], '2026-11-09', 2],
    ['on the last day of its grace it is not', '2026-11-22', [], '2026-11-02', 1],
    ['one feedback serves one week', '2026-11-23', ['2026-11-10'], '2026-11-09', 1],
    ['two in a week serve two', '2026-11-23', ['2026-11-10', '2026-11-11'], null, 0],
    ['what is beyond the present week makes up for the oldest', '2026-11-26', ['2026-11-23', '2026-11-24', '2026-11-25'], '2026-11-09', 1],
    ['twice on one day is once', '2026-11-23', ['2026-11-10', '2026-11-10'], '2026-11-09', 1],
  ] as const)('TL-18.2 agreed weekly since 2 November: %s', (_, today, givenOn, from, missedCount) => {
    const due = periodicDue({ agreed: 'weekly', since: '2026-11-02', givenOn }, law, today);
    expect({ from: due?.missed?.from ?? null, missedCount: due?.missedCount }).toEqual({ from, missedCount });
  });

  it.each([
    ['all of the year', '2026-11-23', [], 10],
    ['a feedback in the grace of one month is not counted for the next as well', '2026-11-23', ['2026-02-10'], 9],
    ['given later than every grace it makes up for one', '2026-11-23', ['2026-02-10', '2026-11-19', '2026-11-20'], 8],
    ['in January the last month past its grace, not the whole year before', '2027-01-20', [], 1],
  ] as const)('TL-18.2 agreed monthly: %s', (_, today, givenOn, missedCount) => {
    expect(periodicDue({ agreed: 'monthly', since: '2026-01-01', givenOn }, law, today)?.missedCount).toBe(missedCount);
  });

  it('TL-18.2 nothing is missed from before the leader led', () => {
    expect(periodicDue({ agreed: 'monthly', since: '2026-11-02', givenOn: [] }, law, '2026-11-23')).toMatchObject({ missed: null, given: false, dueOn: '2026-12-14' });
  });
});

describe('when a conversation counts, and since when silence does', () => {
  it.each([
    ['recorded the same day', '2026-11-01', '2026-11-01', '2026-11-01'],
    ['recorded within the grace', '2026-11-01', '2026-11-15', '2026-11-01'],
    ['recorded later', '2026-11-01', '2026-11-16', '2026-11-16'],
  ] as const)('TL-18.2 %s', (_, heldOn, recordedOn, counted) => {
    expect(countedOn(heldOn, recordedOn, law)).toBe(counted);
  });
  it.each([
    ['2026-10-01', '2026-07-01'],
    ['2026-10-14', '2026-07-01'],
    ['2026-10-15', '2026-10-01'],
    ['2026-12-31', '2026-10-01'],
  ] as const)('TL-16.1 on %s feedback since %s counts', (today, since) => {
    expect(heardSince(law, today)).toBe(since);
  });
});

describe('a mark', () => {
  const mark = (change: Partial<MarkFacts>): MarkFacts => ({ progress: false, resultId: 'a', earlier: [], ...change });
  const before = (measure: 'expectations' | 'coaching' | 'coaching-proposal', done: boolean, resultId: string | null = 'a') => [{ progress: false, resultId, measures: [{ measure, done }] }];
  it.each<[string, MarkFacts, boolean]>([
    ['nothing done before', mark({}), false],
    ['a change not accepted yet', mark({ earlier: before('expectations', false) }), false],
    ['coaching only proposed', mark({ earlier: before('coaching-proposal', false) }), false],
    ['coaching proposed and held', mark({ earlier: before('coaching-proposal', true) }), true],
    ['coached on another result', mark({ earlier: before('coaching', true, 'b') }), false],
    ['coached on this result', mark({ earlier: before('coaching', true) }), true],
    ['coached on the whole work', mark({ earlier: before('coaching', true, null) }), true],
    ['about the whole work', mark({ resultId: null, earlier: before('coaching', true) }), false],
    ['progress', mark({ progress: true, earlier: before('coaching', true) }), false],
  ])('TL-19.6 %s', (_, facts, open) => {
    expect(openMeasures(facts, law).some(({ measure }) => measure === 'take-over')).toBe(open);
  });
  it('TL-19.2 TL-19.3 opens what the article says', () => {
    expect(openMeasures(mark({ progress: true }), law).map(({ measure }) => measure)).toEqual(['appreciation', 'assignment']);
    expect(openMeasures(mark({}), law).map(({ measure }) => measure)).toEqual(['expectations', 'resources', 'coaching', 'coaching-proposal']);
    expect(checkMeasure('take-over', mark({}), law)).toMatchObject({ code: 'feedback.take-over-too-early', cite: { ref: 'Pasal 19 ayat (6)' } });
    expect(checkMeasure('appreciation', mark({}), law)).toMatchObject({ code: 'feedback.measure' });
  });
});

describe('sanctions', () => {
  it.each([
    ['TL-33.a', 'jpt', 'pns', 'butuh-perbaikan', true, 'pimpinan-tinggi'],
    ['TL-33.a', 'jpt', 'pns', 'butuh-perbaikan', false, null],
    ['TL-33.a', 'jpt', 'pns', 'baik', true, null],
    ['TL-34.a', 'pelaksana', 'pns', 'kurang', false, 'administrasi-fungsional'],
    ['TL-34.a', 'fungsional', 'pns', 'butuh-perbaikan', true, null],
    ['TL-34.c', 'fungsional', 'pppk', 'sangat-kurang', true, null],
  ] as const)('%s %s %s %s (whole year %s) → %s', (_, postKind, employeeKind, predicate, wholeYearInPost, code) => {
    expect(sanctionEntry({ postKind, employeeKind, predicate, wholeYearInPost }, law)?.ladder.code ?? null).toBe(code);
  });

  const ladder = sanctionEntry({ postKind: 'pelaksana', employeeKind: 'pns', predicate: 'kurang', wholeYearInPost: false }, law)!.ladder;
  it.each([
    ['TL-34.a', 'improving', '2026-01-15', '2026-07-15'],
    ['TL-34.a', 'improving', '2026-08-31', '2027-02-28'],
    ['TL-34.e', 'temporary', '2026-02-01', '2027-02-01'],
    ['TL-34.d', 'testing', '2026-02-01', null],
  ] as const)('%s %s from %s gives time until %s', (_, status, from, until) => {
    expect(timeGiven(ladder, status, from)).toBe(until);
  });

  const facts = { status: 'improving', dueOn: '2027-01-10', today: '2027-01-10', coached: false, deducted: false } as const;
  it('TL-33.a TL-34.a the six months are whole', () => {
    const moves = sanctionMoves('administrasi-fungsional', facts, law);
    expect(caseMove(moves, 'not-improved', facts)).toEqual({ code: 'case.time-not-over', params: { date: '2027-01-10' } });
    const later = { ...facts, today: '2027-01-11' };
    expect(caseMove(sanctionMoves('administrasi-fungsional', later, law), 'not-improved', later)).toMatchObject({ status: 'testing' });
  });
  it('TL-33.d TL-34.d TL-34.e TL-34.f what follows the test', () => {
    const testing = { ...facts, status: 'testing', dueOn: null } as const;
    expect(sanctionMoves('pimpinan-tinggi', testing, law)['tested-fit']).toMatchObject({ status: 'placing', cite: { ref: 'Pasal 33 huruf d' } });
    expect(sanctionMoves('administrasi-fungsional', testing, law)['tested-fit']).toMatchObject({ status: 'kept', cite: { ref: 'Pasal 34 huruf d' } });
    const placing = { ...facts, status: 'placing', dueOn: null } as const;
    expect(sanctionMoves('pimpinan-tinggi', placing, law).temporary).toBeUndefined();
    expect(sanctionMoves('administrasi-fungsional', placing, law).temporary).toMatchObject({ status: 'temporary', dueOn: '2028-01-10', cite: { ref: 'Pasal 34 huruf e' } });
    const temporary = { ...facts, status: 'temporary' } as const;
    expect(sanctionMoves('administrasi-fungsional', temporary, law).dismiss).toBeUndefined();
    expect(sanctionMoves('administrasi-fungsional', { ...temporary, today: '2027-01-11' }, law).dismiss).toMatchObject({ status: 'dismissed', cite: { ref: 'Pasal 34 huruf f' } });
  });
  it('TL-34.e its end is announced ahead', () => {
    expect(caseTiming('administrasi-fungsional', '2027-01-10', '2026-12-10', law)).toEqual({ dueSoon: false, overdue: false });
    expect(caseTiming('administrasi-fungsional', '2027-01-10', '2026-12-11', law)).toEqual({ dueSoon: true, overdue: false });
    expect(caseTiming('administrasi-fungsional', '2027-01-10', '2027-01-11', law)).toEqual({ dueSoon: false, overdue: true });
  });
});

describe('other cases', () => {
  const facts = { status: 'opened', dueOn: null, today: '2026-11-23', coached: false, deducted: false } as const;
  it('KS-31.1 KS-31.2 coaching and deduction together, its end only after coaching', () => {
    const own = buildLaw(loadPreset('kuantan-singingi')).on('2026-11-23');
    expect(Object.keys(otherMoves('non-reporting', facts, own))).toEqual(['coach', 'deduct']);
    expect(Object.keys(otherMoves('non-reporting', { ...facts, status: 'deducted', coached: true, deducted: true }, own))).toEqual(['end']);
    expect(otherMoves('non-reporting', facts, law)).toEqual({});
  });
  it('KS-31.1 coaching that was opened and never held ends nothing', () => {
    const own = buildLaw(loadPreset('kuantan-singingi')).on('2026-11-23');
    const opened = { ...facts, status: 'coaching', coached: true, coachingHeld: false } as const;
    expect(Object.keys(otherMoves('non-reporting', opened, own))).toEqual(['deduct']);
    expect(caseMove(otherMoves('non-reporting', opened, own), 'end', opened)).toMatchObject({ code: 'coaching.no-session' });
    expect(Object.keys(otherMoves('non-reporting', { ...opened, coachingHeld: true }, own))).toEqual(['deduct', 'end']);
  });
  it('BN-14.3 an evaluator case rests on the article, where there is one', () => {
    const own = buildLaw(loadPreset('banjarnegara')).on('2026-11-23');
    expect(otherMoves('evaluator', facts, own).end?.cite?.ref).toBe('Pasal 14 ayat (3)');
    expect(otherMoves('evaluator', facts, law)).toEqual({});
  });
});
