import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import { aResult, SkpDesk } from '../testing/skp-writing.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment } from '../testing/tiny-government.js';

const TALK = { dialogue: { heldOn: '2026-01-12', notes: '', resultIds: [] } };

describe.each(['tanah-laut', 'banjarnegara'] as const)('the printed SKP (%s)', (daerah) => {
  let test: TestApp;
  let desk: SkpDesk;
  beforeAll(async () => {
    test = await testApp({ daerah, clock: '2026-01-20T09:00:00+07:00' });
    await tinyGovernment(test);
    desk = new SkpDesk(test);
  });
  afterAll(() => test.close());
  const paper = (as: string, id: string) => test.call('GET', `/skp/${id}/skp.pdf`, { as });
  const issued = () =>
    test.db.query<{ verify_code: string; title: string; superseded_at: Date | null }>(
      `SELECT verify_code, title, superseded_at FROM issued_document WHERE kind = 'skp' ORDER BY issued_at`,
    );

  it('X-PR-1 is a draft until it is determined, then one registered paper a version', async () => {
    let skp = await desk.submitted('siti', [aResult(), aResult({ title: 'Penyuluhan gizi terlaksana baik' })]);
    const draft = await paper('siti', skp.id);
    expect(draft.headers['content-disposition']).toContain('draf-skp-2026-siti-aminah.pdf');
    expect(draft.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await issued()).toEqual([]);
    if (daerah === 'banjarnegara') await test.db.query(`UPDATE skp SET status = 'agreed' WHERE id = $1`, [skp.id]);
    skp = await desk.good('kasi', await desk.get('kasi', skp.id), 'determine', TALK);
    const [first, again] = [await paper('siti', skp.id), await paper('kasi', skp.id)];
    expect(again.raw.equals(first.raw)).toBe(true);
    const [document] = await issued();
    expect(document!.title).toBe('Sasaran Kinerja Pegawai 2026 – Siti Aminah – versi 1');
    expect((await test.call<VerifyAnswer>('GET', `/documents/verify/${document!.verify_code}`)).body.status).toBe('genuine');
    expect((await paper('rina', skp.id)).status).toBe(404);
  });
});
