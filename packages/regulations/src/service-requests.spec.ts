import type { RequestContent, RequestDeed, RequestStepRule } from '@ekinerja/contracts/service-requests';
import { asksForSomething, canWithdraw, contentProblems, outcomesOf, resumesAt } from './service-requests.js';

const TODAY = '2026-11-23';
const EMPTY: RequestContent = {
  effectiveOn: null, decreeNumber: null, decreeDate: null, signatory: null, postId: null, class: null, evaluatorId: null, adminId: null,
  reopens: null, skpId: null, months: [], from: null, to: null, until: null,
};
const DECREE = { effectiveOn: '2026-12-01', decreeNumber: '821/9', decreeDate: '2026-11-20', signatory: 'Bupati' };
const way = (...deeds: RequestDeed[]): RequestStepRule[] => deeds.map((does, at) => ({ code: `s${at}`, name: does, by: 'superadmin', does, cite: { source: 'uji', ref: 'Pasal 1' } }));
const LAW_OF_BK = way('agenda', 'forward', 'agenda', 'forward', 'forward', 'approve', 'approve', 'check', 'enter', 'report');

describe('what a file must say', () => {
  it.each([
    ['retirement', {}, ['effectiveOn required', 'decreeNumber required', 'decreeDate required', 'signatory required']],
    ['retirement', { ...DECREE, decreeNumber: ' ' }, ['decreeNumber required']],
    ['death', DECREE, ['effectiveOn notFuture']],
    ['death', { ...DECREE, effectiveOn: TODAY }, []],
    ['profile-change', DECREE, []],
    ['record', {}, []],
    ['late-entry', {}, ['reopens required', 'until required']],
    ['late-entry', { reopens: 'daily', until: '2026-11-30' }, ['from required', 'to required']],
    ['late-entry', { reopens: 'daily', until: '2026-11-30', from: '2026-11-05', to: '2026-11-04' }, ['to endBeforeStart']],
    ['late-entry', { reopens: 'annual', until: '2026-11-22', skpId: 'x' }, ['until notPast']],
    ['late-entry', { reopens: 'annual', until: '2027-02-24', skpId: 'x' }, ['until tooFar']],
    ['late-entry', { reopens: 'annual', until: '2027-02-23', skpId: 'x' }, []],
    ['late-entry', { reopens: 'monthly', until: '2026-11-30', skpId: 'x' }, ['months required']],
  ] as const)('BK-8.1 BK-8.2 BK-8.3 BK-8.4 %s with %j', (effect, given, problems) =>
    expect(contentProblems({ effect }, { ...EMPTY, ...given } as RequestContent, TODAY).map(({ field, rule }) => `${field} ${rule}`)).toEqual(problems));

  it('BK-8.1 a profile change changes something', () => {
    expect(asksForSomething({ effect: 'profile-change' }, { ...EMPTY, ...DECREE })).toBe(false);
    for (const asked of [{ postId: 'x' }, { class: '8' }, { evaluatorId: 'x' }, { adminId: 'x' }]) expect(asksForSomething({ effect: 'profile-change' }, { ...EMPTY, ...asked })).toBe(true);
    expect(asksForSomething({ effect: 'record' }, EMPTY)).toBe(true);
  });
});

describe('the way of a file that comes back', () => {
  const unchanged = { content: false, attachments: false };
  it.each([
    ['a draft begins', -1, unchanged, 0],
    ['as it was: to whoever returned it', 8, unchanged, 8],
    ['other attachments: to the check', 8, { content: false, attachments: true }, 7],
    ['another content: to the first approval', 8, { content: true, attachments: false }, 5],
    ['returned before any of it: there', 5, { content: true, attachments: true }, 5],
  ])('BK-11.2 BK-11.3 %s', (_, returnedBy, changed, at) => expect(resumesAt(LAW_OF_BK, returnedBy, changed)).toBe(at));

  it('BK-11.3 where the approval follows the check, replaced attachments are checked again', () => {
    expect(resumesAt(way('check', 'approve', 'enter'), 1, { content: false, attachments: true })).toBe(0);
    expect(resumesAt(way('approve', 'enter'), 1, { content: false, attachments: true })).toBe(1);
  });

  it('BK-11.2 returned at check, approval and entry; refused by approval alone; withdrawn until it is entered', () => {
    expect(['agenda', 'check', 'approve', 'enter', 'archive'].map((does) => outcomesOf(does as RequestDeed).join())).toEqual(['forward', 'forward,return', 'forward,return,refuse', 'forward,return', 'forward']);
    expect([-1, 0, 8, 9].map((at) => canWithdraw(LAW_OF_BK, at))).toEqual([true, true, true, false]);
  });
});
