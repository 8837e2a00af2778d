import { setTimeout as after } from 'node:timers/promises';
import { batchesOf, inStep } from './pay-batches.js';

const people = Array.from({ length: 1234 }, (_, i) => i);

describe('batches of a long list, side by side', () => {
  it('X-TPP-3: everybody once and in order, whichever size the list has', () => {
    for (const length of [0, 1, 100, 101, 179, 1234, 10_000]) {
      const items = Array.from({ length }, (_, i) => i);
      const batches = batchesOf(items);
      expect(batches.flat()).toEqual(items);
      expect(Math.max(0, ...batches.map((batch) => batch.length))).toBeLessThanOrEqual(500);
    }
    expect(batchesOf(people.slice(0, 179)).map((batch) => batch.length)).toEqual([100, 79]);
  });

  it('X-TPP-3: results come in order; one batch is read while another is calculated, and no two questions run at once', async () => {
    const log: string[] = [];
    const handed: number[] = [];
    let asking = 0;
    let most = 0;
    let overlapped = false;
    const ask = async (what: string) => {
      most = Math.max(most, (asking += 1));
      await after(2);
      asking -= 1;
      log.push(what);
    };
    await inStep(
      batchesOf(people),
      async (batch) => {
        await ask(`read ${batch[0]}`);
        return batch;
      },
      (person) => {
        overlapped ||= asking > 0;
        return person * 2;
      },
      async (results) => {
        await ask(`write ${results[0]! / 2}`);
        handed.push(...results);
      },
    );
    expect(handed).toEqual(people.map((person) => person * 2));
    expect(log).toEqual(['read 0', 'read 309', 'write 0', 'read 618', 'write 309', 'read 927', 'write 618', 'write 927']);
    expect(most).toBe(1);
    expect(overlapped).toBe(true);
  });

  it('X-TPP-3: a failure ends it only when no question is under way any more', async () => {
    let asking = 0;
    const slowly = async (batch: number[]) => {
      asking += 1;
      await after(20);
      asking -= 1;
      return batch;
    };
    const refuse = (person: number) => {
      if (person === 150) throw new RangeError('no amount');
      return person;
    };
    await expect(inStep(batchesOf(people.slice(0, 300)), slowly, refuse, () => undefined)).rejects.toThrow('no amount');
    expect(asking).toBe(0);
    await expect(inStep(batchesOf(people), slowly, (person) => person, () => Promise.reject(new Error('full')))).rejects.toThrow('full');
    expect(asking).toBe(0);
  });
});
