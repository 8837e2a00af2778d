import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page as Paged } from '@ekinerja/contracts/basics';
import type { SkpItem } from '@ekinerja/contracts/skp';
import { Portal } from '../pages/portal.js';
import { Server } from '../pages/server.js';
import { SkpForm } from '../pages/skp.js';

const PORT = Number(process.env.E2E_PORT ?? 4310) + 7;
let folder: string;
let server: Server;
test.use({ baseURL: `http://127.0.0.1:${PORT}`, viewport: { width: 1280, height: 900 } });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'ekinerja-skp-'));
  // The older form: sources by kind of post.
  server = new Server(folder, PORT, { EKINERJA_CLOCK: '2026-11-23T09:00:00+07:00' }, ['--daerah', 'banjarnegara', '--employees', '40']);
  await server.start();
});
test.afterAll(async () => {
  await server.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

const nipOf = async (post: RegExp): Promise<string> => {
  const { body } = await server.call<Paged<SkpItem>>('unit-admin', 'GET', '/skp?year=2026&limit=200');
  return body.items.find(({ postName }) => post.test(postName ?? ''))?.nip ?? '';
};

const OLD = ['Organisasi dan tata kerja (wajib)', 'Uraian jabatan (wajib)', 'SKP atasan langsung (wajib)'];
const KINDS: [kind: string, who: string | RegExp, paragraph: number, sources: string[]][] = [
  ['top official', 'unit-head', 1, ['Perencanaan strategis instansi (wajib)', 'Perjanjian kinerja (wajib)', 'Rencana kerja tahunan (wajib)']],
  ['administrator', /^Kepala Bidang Pencegahan/, 2, OLD],
  ['supervisor', 'evaluator', 3, OLD],
  ['executor', 'employee', 4, OLD],
  ['functional official', 'superadmin', 5, [...OLD, 'Rencana kerja tahunan (wajib)', 'Perjanjian kinerja (wajib)', 'Butir-butir kegiatan jabatan fungsional (wajib)']],
];

test('BN-7.1 BN-7.2 BN-7.3 BN-7.4 BN-7.5 the form of each kind of post asks the sources of its paragraph', async ({ page }) => {
  test.setTimeout(150_000);
  const portal = await Portal.open(page);
  for (const [kind, who, paragraph, sources] of KINDS) {
    await test.step(kind, async () => {
      if (typeof who === 'string') await portal.signInAs(who);
      else await portal.signInWith(await nipOf(who));
      const form = new SkpForm(portal);
      await form.begin(2027);
      const part = page.getByRole('region', { name: 'Acuan penyusunan' });
      for (const name of sources) await expect(part.getByRole('checkbox', { name, exact: true })).toBeChecked();
      await expect(part.getByRole('checkbox', { name: /\(wajib\)/ })).toHaveCount(sources.length);
      await expect(part.getByRole('button', { name: `Pasal 7 ayat (${paragraph})` })).toBeVisible();
      // Leaving one out is shown at once, with the paragraph.
      await part.getByRole('checkbox', { name: sources[0] ?? '', exact: true }).click();
      await expect(part.locator('[data-hints="plan.sources"]').getByRole('button', { name: `Pasal 7 ayat (${paragraph})` })).toBeVisible();
    });
  }
  await portal.isAccessible();
});
