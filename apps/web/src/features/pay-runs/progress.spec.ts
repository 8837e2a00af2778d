import type { PayRunUnitItem, PayRunView } from '@ekinerja/contracts/pay-runs';
import { neighbours, nextThing } from './progress';

const unit = (skpdId: string, change: Partial<PayRunUnitItem> = {}) =>
  ({ skpdId, skpdName: skpdId, status: 'draft', blockers: 0, waitsFor: null, recapSignedAt: null, handedOverAt: null, ...change }) as PayRunUnitItem;
const view = (...unitList: PayRunUnitItem[]) =>
  ({ month: '2026-10', closableFrom: '2026-11-01', presenceSynchronisedAt: '2026-11-02T00:00:00.000Z', unitList }) as PayRunView;

describe('nextThing', () => {
  const superadmin = ['pay-runs.check', 'pay-runs.close', 'pay-runs.waive'] as const;
  const words = (run_: PayRunView, may: Parameters<typeof nextThing>[1], today = '2026-11-20') => {
    const { word, unit: found } = nextThing(run_, may, today);
    return [word, found?.skpdId ?? null];
  };

  it('asks for the presence before anything else', () => {
    expect(words({ ...view(unit('a')), presenceSynchronisedAt: null }, superadmin)).toEqual(['presence', null]);
  });
  it('closes what is checked, then checks what is ready, then clears what is blocked', () => {
    const blocked = unit('a', { blockers: 2 });
    expect(words(view(blocked, unit('b'), unit('c', { status: 'checked' })), superadmin)).toEqual(['close', 'c']);
    expect(words(view(blocked, unit('b')), superadmin)).toEqual(['check', 'b']);
    expect(words(view(blocked), superadmin)).toEqual(['blockers', 'a']);
    expect(words(view(unit('b')), [])).toEqual(['wait-check', 'b']);
    expect(words(view(unit('b')), superadmin, '2026-10-30')).toEqual(['wait-month', 'b']);
  });
  it('waits for the day, and for whoever may close', () => {
    const checked = view(unit('a', { status: 'checked' }));
    expect(words(checked, superadmin, '2026-10-30')).toEqual(['wait-month', 'a']);
    expect(words(checked, ['pay-runs.check'])).toEqual(['wait-close', 'a']);
  });
  it('leads head and agency to what waits for them', () => {
    const unsigned = view(unit('a', { status: 'checked', waitsFor: 'headSignature' }));
    expect(words(unsigned, ['pay-runs.sign'])).toEqual(['sign', 'a']);
    expect(words(unsigned, superadmin)).toEqual(['wait-sign', 'a']);
    const unverified = view(unit('a', { status: 'signed', waitsFor: 'agencyCheck' }));
    expect(words(unverified, ['pay-runs.verify'])).toEqual(['verify', 'a']);
    expect(words(unverified, [])).toEqual(['wait-close', 'a']);
  });
  it('ends with the hand-over for those who record it', () => {
    const closed = view(unit('a', { status: 'closed' }));
    expect(words(closed, ['pay-runs.hand-over'])).toEqual(['hand-over', 'a']);
    expect(words(closed, superadmin)).toEqual(['done', null]);
  });
});

it('neighbours follow the list', () => {
  const units = [unit('a'), unit('b'), unit('c')];
  expect(neighbours(units, 'b').next?.skpdId).toBe('c');
  expect(neighbours(units, 'a').previous).toBeNull();
  expect(neighbours(units, 'x')).toEqual({ previous: null, next: null });
});
