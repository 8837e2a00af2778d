import { RUN_STEPS, RUN_UNIT_STATUSES, type RunWay } from '@ekinerja/contracts/pay-runs';
import { isRefusal } from './refusal.js';
import { afterRunStep, openRunSteps } from './run-steps.js';

const ways: Record<string, RunWay> = {
  none: { headSignature: false, agencyCheck: false }, head: { headSignature: true, agencyCheck: false },
  agency: { headSignature: false, agencyCheck: true }, both: { headSignature: true, agencyCheck: true },
};
const after = (status: (typeof RUN_UNIT_STATUSES)[number], step: (typeof RUN_STEPS)[number], way: keyof typeof ways) => {
  const answer = afterRunStep(status, step, ways[way]!);
  return isRefusal(answer) ? answer.code : answer;
};

describe('X-TPP-3 the steps of a pay list', () => {
  it('close waits for what the policy asks, and names it', () => {
    expect((['none', 'head', 'agency', 'both'] as const).map((way) => after('checked', 'close', way))).toEqual([
      'closed', 'run.waits-head', 'run.waits-agency', 'run.waits-head',
    ]);
    expect((['none', 'head', 'agency', 'both'] as const).map((way) => after('signed', 'close', way))).toEqual([
      'closed', 'closed', 'run.waits-agency', 'run.waits-agency',
    ]);
    for (const way of Object.keys(ways)) expect(after('verified', 'close', way)).toBe('closed');
  });

  it('the agency checks after the head where the head must sign, else also before', () => {
    expect(after('checked', 'verify', 'both')).toBe('run.waits-head');
    expect(after('checked', 'verify', 'agency')).toBe('verified');
    expect(after('signed', 'verify', 'both')).toBe('verified');
  });

  it('a draft is neither signed nor verified nor closed; what is closed or void has no step left', () => {
    for (const step of ['sign', 'verify', 'close', 'reopen', 'return'] as const) expect(after('draft', step, 'none')).toBe('transition.not-allowed');
    for (const status of ['closed', 'void'] as const) for (const step of RUN_STEPS) expect(after(status, step, 'none')).toBe('transition.not-allowed');
  });

  it('checked again, the list needs its signature anew', () => {
    for (const status of ['checked', 'signed', 'verified'] as const) expect(after(status, 'check', 'both')).toBe('checked');
  });

  it('what is listed as open is just what is accepted', () => {
    for (const way of Object.values(ways)) {
      for (const status of RUN_UNIT_STATUSES) {
        const accepted = RUN_STEPS.filter((step) => !isRefusal(afterRunStep(status, step, way)));
        expect([...openRunSteps(status, way)].sort()).toEqual([...accepted].sort());
      }
    }
  });
});
