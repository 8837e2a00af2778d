import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import type { WorkbookImport } from '@ekinerja/contracts/imports';
import { DAERAH, presetProfile, type Daerah } from '@ekinerja/regulations/presets';
import { generateRegency } from '../demo/generator/regency.js';
import { writeWorkbook } from '../demo/workbook.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { TEST_PASSWORD, testApp, type TestApp } from '../testing/test-app.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TODAY = '2026-11-23';
const SIZE = Number(process.env.EKINERJA_WORKBOOK_SIZE ?? 300);

/** A superadmin without a person, as on the opening day, with the password of the tests. */
async function admin(test: TestApp): Promise<void> {
  await test.db.query(
    `WITH a AS (INSERT INTO account (username, password_hash, must_change_password) VALUES ('admin', $1, false) RETURNING id)
     INSERT INTO account_role (account_id, role, valid_from, reason) SELECT id, 'superadmin', '2026-01-01', 'uji' FROM a`,
    [await hash(TEST_PASSWORD, { memoryCost: 1024, timeCost: 1, parallelism: 1 })],
  );
}

describe('the workbook of a generated regency', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ekinerja-workbook-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each<Daerah>([DAERAH[0], DAERAH[3]])(`X-IN-1 of %s with ${SIZE} people goes in whole, and again without a change`, async (daerah) => {
    const test = await testApp({ daerah });
    try {
      await admin(test);
      const { name, agency, timeZone } = presetProfile(daerah);
      const regency = generateRegency({ profile: { daerah, name, agency, timeZone }, seed: '1', today: TODAY, employees: SIZE });
      const path = join(folder, `${daerah}.xlsx`);
      await writeWorkbook(regency, path);
      const content = readFileSync(path);
      const take = async (): Promise<WorkbookImport> => {
        const { body } = await test.call<WorkbookImport>('POST', '/imports', { as: 'admin', file: { field: 'file', name: 'data.xlsx', mediaType: XLSX, content } });
        await test.deliver();
        const checked = (await test.call<WorkbookImport>('GET', `/imports/${body.id}`, { as: 'admin' })).body;
        expect(checked.problems).toEqual([]);
        await test.call('POST', `/imports/${body.id}/apply`, { as: 'admin' });
        await test.deliver();
        return (await test.call<WorkbookImport>('GET', `/imports/${body.id}`, { as: 'admin' })).body;
      };
      const first = await take();
      expect(first.status).toBe('applied');
      expect(first.counts!.employees).toEqual({ rows: regency.people.length, fresh: regency.people.length, changed: 0, unchanged: 0 });
      const snapshot = await test.app.get(OrganisationService).onDate(TODAY);
      const known = regency.people.find(({ nip, to }) => nip !== null && to === null)!;
      expect([...snapshot.employments.values()].find(({ nip }) => nip === known.nip)).toMatchObject({ kind: known.kind, rank: known.rank });
      for (const counts of Object.values((await take()).counts!)) expect(counts).toMatchObject({ fresh: 0, changed: 0, unchanged: counts.rows });
    } finally {
      await test.close();
    }
  });
});
