import { act, renderHook } from '@testing-library/react';
import type { SkpResultInput } from '@ekinerja/contracts/skp';
import { NetworkError, ProblemError } from '../../lib/problem';
import { draftStorage } from './draft-storage';
import type { Draft } from './skp-draft';
import { useDraft, type Saved } from './use-draft';

const PAUSE_MS = 1300;
const plan = { sources: [], behaviour: [], resources: [], consequences: { positive: '', negative: '' }, accountability: null };
const result = (id: string, title: string) => ({ id, title, task: 'main', kind: 'output', superiorResultId: null, linkLater: false, assignment: null, indicators: [] }) as unknown as SkpResultInput;
const saved = (version: number, ...results: SkpResultInput[]) => ({ version, results, plan }) as unknown as Saved;
const titles = (draft: Draft) => draft.results.map(({ title }) => title);
const stale = (current: Saved) => new ProblemError({ type: '', title: '', status: 412, code: 'stale-version', params: {}, requestId: 'r', current });

describe('an SKP that saves itself', () => {
  const sent: { version: number; titles: string[] }[] = [];
  let answers: (() => Saved)[] = [];
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    sent.length = 0;
    answers = [];
  });
  afterEach(() => jest.useRealTimers());

  const open = (current: Saved) =>
    renderHook(() =>
      useDraft({
        id: 'skp-1', writer: 'acc-1', current,
        save: (version, draft) => {
          sent.push({ version, titles: titles(draft) });
          const answer = answers.shift() ?? (() => ({ ...saved(version + 1, ...draft.results) }));
          return Promise.resolve().then(answer);
        },
      }),
    ).result;
  const pass = (ms = PAUSE_MS) => act(() => jest.advanceTimersByTimeAsync(ms));
  const type = (hook: ReturnType<typeof open>, ...results: SkpResultInput[]) => act(() => hook.current.write({ ...hook.current.draft, results }));

  it('waits for a pause, saves once, and the device keeps nothing of what is saved', async () => {
    const hook = open(saved(3, result('a', 'Laporan')));
    type(hook, result('a', 'Laporan b'));
    type(hook, result('a', 'Laporan bulanan'));
    expect([hook.current.state, draftStorage.read('acc-1', 'skp-1')?.version]).toEqual(['writing', 3]);
    await pass();
    expect([hook.current.state, sent, draftStorage.read('acc-1', 'skp-1')]).toEqual(['saved', [{ version: 3, titles: ['Laporan bulanan'] }], null]);
  });

  it('without a connection the text stays on the device, is there after a reload, and goes out when the line is back', async () => {
    const hook = open(saved(3, result('a', 'Laporan')));
    answers = [() => { throw new NetworkError(null); }];
    type(hook, result('a', 'Laporan di kapal'));
    await pass();
    expect(hook.current.state).toBe('unsent');
    const again = open(saved(3, result('a', 'Laporan')));
    expect([titles(again.current.draft), again.current.state]).toEqual([['Laporan di kapal'], 'unsent']);
    await act(async () => {
      window.dispatchEvent(new Event('online'));
      await jest.advanceTimersByTimeAsync(0);
    });
    expect([again.current.state, sent.at(-1)]).toEqual(['saved', { version: 3, titles: ['Laporan di kapal'] }]);
  });

  it.each([
    ['mine', ['Laporan saya', 'Kunjungan saya'], 8],
    ['both', ['Laporan saya', 'Kunjungan saya', 'Rapat mereka'], 8],
    ['theirs', ['Laporan mereka', 'Rapat mereka'], null],
  ] as const)('after a conflict %s is kept, over their version, and nothing is sent before the choice', async (side, kept, over) => {
    const hook = open(saved(3, result('a', 'Laporan')));
    answers = [() => { throw stale(saved(8, result('a', 'Laporan mereka'), result('c', 'Rapat mereka'))); }];
    type(hook, result('a', 'Laporan saya'), result('b', 'Kunjungan saya'));
    await pass();
    expect(hook.current.state).toBe('conflict');
    await pass(60_000);
    expect(sent).toHaveLength(1);
    act(() => (side === 'mine' ? hook.current.keepMine() : side === 'both' ? hook.current.keepBoth() : hook.current.takeTheirs()));
    expect(titles(hook.current.draft)).toEqual(kept);
    await pass();
    expect([hook.current.state, sent.slice(1)]).toEqual(['saved', over === null ? [] : [{ version: over, titles: kept }]]);
    expect(await act(() => hook.current.flush())).toBe(over === null ? 8 : 9);
  });

  it('what is typed during a save is saved after it, and the step waits for it', async () => {
    const hook = open(saved(3, result('a', 'Laporan')));
    type(hook, result('a', 'Laporan 1'));
    let step: Promise<number | null> | undefined;
    act(() => {
      step = hook.current.flush();
    });
    type(hook, result('a', 'Laporan 12'));
    expect(await act(() => step as Promise<number | null>)).toBeNull();
    await pass();
    expect(sent).toEqual([{ version: 3, titles: ['Laporan 1'] }, { version: 4, titles: ['Laporan 12'] }]);
  });
});
