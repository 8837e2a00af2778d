import { DomainError } from '../platform/problem/domain.error.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { PeriodsService } from './periods.service.js';

let test: TestApp;
let gov: TinyGovernment;
let periods: PeriodsService;
beforeAll(async () => {
  test = await testApp();
  gov = await tinyGovernment(test);
  periods = test.app.get(PeriodsService);
});
afterAll(() => test.close());

describe('the month of an SKPD', () => {
  it('belongs to the SKPD of the post on its first day, else of the earliest one in it', async () => {
    await gov.vacate('budi', '2026-10-14');
    await gov.assign('budi', 'stafBk', 'definitive', '2026-10-15', null, 4);
    expect(await periods.skpdOfMonth(gov.people.budi, '2026-10')).toBe(gov.units.dinkes);
    expect(await periods.skpdOfMonth(gov.people.budi, '2026-11')).toBe(gov.units.bkpsdm);
    expect(await periods.skpdOfMonth(gov.people.bupati, '2026-11')).toBeNull();
    expect(await periods.skpdOfMonth(gov.people.siti, '2023-12')).toBeNull();
  });

  it('X-TPP-3 refuses writers once it is closed', async () => {
    await test.db.transaction(async () => {
      await periods.closing(gov.units.dinkes, '2026-08');
      await periods.markClosed(gov.units.dinkes, '2026-08');
    });
    const refused = test.db.transaction(() => periods.writing(gov.units.dinkes, '2026-08'));
    await expect(refused).rejects.toThrow(DomainError);
    await expect(refused).rejects.toMatchObject({ code: 'month-closed', params: { month: '2026-08' } });
    await expect(test.db.transaction(() => periods.writing(gov.units.bkpsdm, '2026-08'))).resolves.toBeUndefined();
  });

  it('X-TPP-3 a writer that waits for a close under way is refused when it is done', async () => {
    let closed!: () => void;
    const held = new Promise<void>((resolve) => (closed = resolve));
    let locked!: () => void;
    const taken = new Promise<void>((resolve) => (locked = resolve));
    const close = test.db.transaction(async () => {
      await periods.closing(gov.units.dinkes, '2026-07');
      locked();
      await held;
      await periods.markClosed(gov.units.dinkes, '2026-07');
    });
    await taken;
    const write = test.db.transaction(() => periods.writing(gov.units.dinkes, '2026-07'));
    const early = await Promise.race([write.then(() => 'written', () => 'refused'), new Promise((resolve) => setTimeout(() => resolve('waiting'), 200))]);
    expect(early).toBe('waiting');
    closed();
    await close;
    await expect(write).rejects.toMatchObject({ code: 'month-closed' });
  });
});
