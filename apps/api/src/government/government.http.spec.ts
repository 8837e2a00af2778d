import type { AboutAnswer } from '@ekinerja/contracts/system';
import { testApp, type TestApp } from '../testing/test-app.js';
import { GovernmentService } from './government.service.js';

describe('the government over HTTP', () => {
  let test: TestApp;
  beforeAll(async () => {
    // 23:30 in Jakarta on the 22nd is already the 23rd in Pelaihari.
    test = await testApp({ clock: '2026-11-22T23:30:00+07:00' });
  });
  afterAll(() => test?.close());

  it('says who is served, in the government\'s own time zone, without signing in', async () => {
    const { status, body } = await test.call<AboutAnswer>('GET', '/about');
    expect(status).toBe(200);
    expect(body).toMatchObject({ governmentName: 'Kabupaten Tanah Laut', agency: 'BKPSDM', timeZone: 'Asia/Makassar', today: '2026-11-23', demo: false, demoAccounts: [] });
    expect(body.accent).toMatch(/^#[0-9a-f]{6}$/);
    expect(body.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('lists accounts only of generated data', async () => {
    const account = { username: 'siti', password: 'contoh-saja-1', name: 'Siti', postName: 'Pengelola', role: 'employee' };
    await test.app.get(GovernmentService).listDemoAccounts([account]);
    expect((await test.call<AboutAnswer>('GET', '/about')).body).toMatchObject({ demo: true, demoAccounts: [account] });
    await test.db.execute('UPDATE government SET demo = false');
    await test.app.get(GovernmentService).load();
    expect((await test.call<AboutAnswer>('GET', '/about')).body).toMatchObject({ demo: false, demoAccounts: [] });
  });

  it('is alive and ready', async () => {
    expect((await test.call('GET', '/health')).body).toEqual({ status: 'ok' });
    expect((await test.call('GET', '/ready')).status).toBe(200);
  });
});
