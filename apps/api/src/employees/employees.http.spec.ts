import type { Page } from '@ekinerja/contracts/basics';
import type { EmployeeDetail, EmployeeItem } from '@ekinerja/contracts/employees';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { EmployeesService } from './employees.service.js';

describe('employees over HTTP', () => {
  let test: TestApp;
  let tiny: TinyGovernment;
  beforeAll(async () => {
    test = await testApp();
    tiny = await tinyGovernment(test);
  });
  afterAll(() => test?.close());

  const list = async (as: string, query = '') => (await test.call<Page<EmployeeItem>>('GET', `/employees?${query}`, { as })).body;
  const names = async (as: string, query = '') => (await list(as, query)).items.map((row) => row.name);

  it('lists whom a role reaches: everybody, the own SKPD, the own subordinates', async () => {
    expect(await names('super')).toHaveLength(16);
    expect(await names('auditor')).toHaveLength(16);
    const dinkes = await list('umpeg');
    expect(dinkes.items).toHaveLength(10);
    expect(new Set(dinkes.items.map((row) => row.skpdName))).toEqual(new Set(['Dinas Kesehatan']));
    expect(await names('kadis')).toHaveLength(10);
    expect(await names('kasi')).toEqual(['Budi Santoso', 'Siti Aminah']);
    expect(await names('bupati')).toEqual(['Sofyan Noor', 'dr. Hasanuddin'].sort());
    expect((await test.call('GET', '/employees', { as: 'siti' })).body.code).toBe('permission-denied');
  });

  it('a filter by SKPD never widens the scope', async () => {
    expect(await names('umpeg', `skpdId=${tiny.units.bkpsdm}`)).toEqual([]);
    expect(await names('super', `skpdId=${tiny.units.bkpsdm}`)).toHaveLength(5);
  });

  it('finds a person by part of the name or of the NIP, also spaced; signs are no wildcards', async () => {
    expect(await names('super', 'q=aminah')).toEqual(['Siti Aminah']);
    expect(await names('super', 'q=19900305')).toEqual(['Siti Aminah']);
    expect(await names('super', 'q=19900305%20201503')).toEqual(['Siti Aminah']);
    expect(await names('super', 'q=%25')).toEqual([]);
    expect(await names('super', "q=o'%20--")).toEqual([]);
    expect(await names('kasi', 'q=rina')).toEqual([]);
  });

  it('pages without loss or repetition', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page<EmployeeItem> = await list('super', `limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map((row) => row.employmentId));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(16);
    expect(new Set(seen).size).toBe(16);
    expect((await test.call('GET', '/employees?cursor=xx', { as: 'super' })).body.code).toBe('malformed-request');
  });

  it('shows one person with posts and subordinates, and notes who looked', async () => {
    const { status, body } = await test.call<EmployeeDetail>('GET', `/employees/${tiny.people.kasi}`, { as: 'kabid' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Ahmad Fauzi', nip: tiny.nips.kasi, kind: 'pns', class: '9', skpdName: 'Dinas Kesehatan', validFrom: '2024-01-01', validTo: null,
      posts: [{ postName: 'Kepala Seksi Promosi Kesehatan', kind: 'definitive', class: '9', validFrom: '2024-01-01' }],
    });
    expect(body.subordinates.map((row) => row.name)).toEqual(['Budi Santoso', 'Siti Aminah']);
    expect(Object.keys(body)).not.toContain('sortName');
    expect(await test.db.query(`SELECT 1 FROM read_log WHERE subject_id = $1 AND account_id = $2`, [tiny.people.kasi, tiny.accounts.kabid])).toHaveLength(1);
  });

  it('BK-1.13 a colleague, or the superior, of a person is a 404', async () => {
    expect((await test.call('GET', `/employees/${tiny.people.siti}`, { as: 'siti' })).status).toBe(200);
    for (const other of ['budi', 'kasi', 'rina'] as const) {
      expect((await test.call('GET', `/employees/${tiny.people[other]}`, { as: 'siti' })).body).toMatchObject({ status: 404, code: 'not-found' });
    }
  });

  it('resolves NIPs of a date in one go', async () => {
    const service = test.app.get(EmployeesService);
    const found = await service.byNip([tiny.nips.siti!, '000000000000000000'], '2026-11-01');
    expect([...found.keys()]).toEqual([tiny.nips.siti]);
    expect(found.get(tiny.nips.siti!)).toMatchObject({ employmentId: tiny.people.siti, name: 'Siti Aminah' });
    expect((await service.byNip([tiny.nips.siti!], '2023-12-31')).size).toBe(0);
  });
});
