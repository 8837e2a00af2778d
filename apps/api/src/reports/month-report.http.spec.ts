import { createHash } from 'node:crypto';
import type { Page } from '@ekinerja/contracts/basics';
import type { MissingReportItem } from '@ekinerja/contracts/month-reports';
import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import { MonthStory } from '../testing/month-story.js';

describe('the monthly report on paper (Barito Kuala)', () => {
  let story: MonthStory;
  beforeAll(async () => void (story = await MonthStory.of('barito-kuala')));
  afterAll(() => story.close());

  const print = (as = 'siti', month = '2026-08') =>
    story.test.call('GET', `/month-reports/mine.pdf?month=${month}`, { as });
  const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
  const papers = () =>
    story.test.db.query<{ number: string; content_hash: string; verify_code: string }>(
      `SELECT number, content_hash, verify_code FROM issued_document WHERE kind = 'month-report' ORDER BY issued_at`,
    );
  const missing = async (as: string, month = '2026-08') =>
    (
      await story.good<Page<MissingReportItem>>('GET', `/month-reports/missing?month=${month}&limit=200`, {
        as,
      })
    ).items.map(({ personName }) => personName);

  it('BK-7.2 while the month runs it is a draft and does not count as printed', async () => {
    story.at('2026-01-15T09:00');
    const result = await story.skp('siti');
    story.at('2026-08-14T15:00');
    await story.decide(await story.enter('siti', result, 14));
    const draft = await print();
    expect(draft.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect(draft.headers['content-disposition']).toBe(
      'attachment; filename="draf-laporan-bulanan-2026-08-siti-aminah.pdf"',
    );
    expect(await papers()).toEqual([]);
    expect((await print('siti', '2026-09')).status).toBe(409);
  });

  it('BK-7.2 printed after the month it is numbered and genuine, the same paper each time, and a new one once the entries moved', async () => {
    story.at('2026-09-01T08:00');
    const [first, again] = [await print(), await print()];
    expect(sha256(again.raw)).toBe(sha256(first.raw));
    const [paper] = await papers();
    expect(paper).toMatchObject({ number: '900/0001/LAP-KIN/2026', content_hash: sha256(first.raw) });
    const waiting = await story.good<{ skpResults: { id: string }[] }>(
      'GET',
      '/activities/month?month=2026-08',
      { as: 'siti' },
    );
    await story.decide(await story.enter('siti', waiting.skpResults[0]!.id, 31));
    expect(sha256((await print()).raw)).not.toBe(sha256(first.raw));
    expect(await papers()).toHaveLength(2);
    expect(
      (await story.good<VerifyAnswer>('GET', `/documents/verify/${paper!.verify_code}`, {})).status,
    ).toBe('superseded');
  });

  it('BK-7.2 who has not printed is listed, to those who answer for the SKPD', async () => {
    const names = await missing('umpeg');
    expect(names).not.toContain('Siti Aminah');
    expect(names).toEqual(expect.arrayContaining(['Budi Santoso', 'Ahmad Fauzi', 'Rina Wati']));
    expect(names).not.toContain('Sofyan Noor');
    expect(await missing('super')).toContain('Sofyan Noor');
    expect(await missing('super')).not.toContain('H. Rahmad Saleh');
    expect(await missing('umpeg', '2026-07')).toContain('Siti Aminah');
    expect(
      (await story.test.call('GET', '/month-reports/missing?month=2026-08', { as: 'siti' })).status,
    ).toBe(403);
  });
});
