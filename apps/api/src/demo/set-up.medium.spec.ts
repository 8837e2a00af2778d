import { readConfig } from '../platform/config.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { setUpGovernment } from './set-up.js';

describe('a start on a database that is already filled', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp();
  });
  afterAll(() => test?.close());

  const start = () => {
    const config = readConfig({ EKINERJA_DATA: '/tmp', EKINERJA_SECRET: 'hanya-untuk-uji-0123456789-abcdefghijkl' }, '/tmp');
    return setUpGovernment(test.app, { daerah: 'tanah-laut', flags: {}, config, onProgress: () => undefined });
  };

  it('goes on with what is there', async () => {
    await expect(start()).resolves.toMatchObject({ username: expect.any(String) as string });
  });

  const append = async (text: string) => {
    await test.db.query(`ALTER TABLE regulation_document DISABLE TRIGGER USER`);
    await test.db.query(`UPDATE regulation_document SET source_text = source_text || $1 WHERE kind = 'performance'`, [text]);
    Object.assign(test.app.get(RegulationsService), { held: null });
  };

  // docs/decisions/0010: enacted law outlives the format.
  it('goes on when the enacted law has a key that nobody knows any more', async () => {
    await append('\nkunciLama: 1\n');
    await expect(start()).resolves.toMatchObject({ username: expect.any(String) as string });
  });

  it('stops with a sentence when this version cannot read the enacted law', async () => {
    await append('\nkunciRusak: [1\n');
    await expect(start()).rejects.toThrow(/tidak terbaca oleh versi program ini:[^]*baris \d+/);
  });
});
