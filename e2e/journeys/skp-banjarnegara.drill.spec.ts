import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import type { Page as Paged } from '@ekinerja/contracts/basics';
import type { EmploymentEventInput } from '@ekinerja/contracts/employment-events';
import type { SkpItem } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { PostItem } from '@ekinerja/contracts/units-and-posts';
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

test('BN-6.9 what the evaluator does not agree with is decided by the evaluator’s superior, and that is final', async ({ page }) => {
  await server.call('employee', 'POST', '/skp', { body: { year: 2027 } });
  const [own] = (await server.call<SkpItem[]>('employee', 'GET', '/skp/mine?year=2027')).body;
  const begun = (await server.call<SkpDetail>('employee', 'GET', `/skp/${own?.id}`)).body;
  const sources = (begun.form.sources?.list ?? []).filter(({ required }) => required).map(({ code }) => ({ code, number: '', date: null }));
  const result = {
    id: randomUUID(), task: 'main', kind: 'output', title: 'Data surveilans termutakhirkan setiap bulan', superiorResultId: null,
    indicators: [['quantity', 'Jumlah data', '12', 'berkas'], ['quality', 'Kesesuaian data', '100', 'persen'], ['time', 'Waktu penyelesaian', '12', 'bulan']]
      .map(([aspect, indicator, target, unit]) => ({ aspect, indicator, target, unit })),
  };
  const body = { results: [result], plan: { ...begun.plan, sources, resources: begun.form.resources ? [{ kind: 'people', need: 'Rekan kerja satu tim' }] : [] } };
  let skp = (await server.call<SkpDetail>('employee', 'PUT', `/skp/${begun.id}`, { ifMatch: begun.version, body })).body;
  for (const [who, step, said] of [['employee', 'submit', {}], ['performance-manager', 'review', { remarks: '', ticks: [] }], ['employee', 'agree', {}], ['evaluator', 'agree', {}]] as const) {
    const answer = await server.call<SkpDetail>(who, 'POST', `/skp/${skp.id}/${step}`, { ifMatch: skp.version, body: said });
    expect([step, answer.status]).toEqual([step, 200]);
    skp = answer.body;
  }
  const portal = await Portal.open(page);
  await portal.signInAs('evaluator');
  await page.goto(`/skp/${skp.id}`);
  await page.getByRole('button', { name: 'Tidak setujui' }).click();
  await page.getByLabel('Alasan tidak menyetujui').fill('Targetnya terlalu rendah bagi jabatan itu');
  await page.getByRole('button', { name: 'Tidak setujui' }).click();
  await expect(page.getByText('SKP diteruskan kepada atasan pejabat penilai.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Putuskan: berlaku seperti tertulis' })).toHaveCount(0);

  await portal.signInWith(await nipOf(/^Kepala Bidang Pencegahan/));
  await portal.go('/persetujuan', 'Persetujuan');
  const waiting = page.getByRole('region', { name: /SKP yang Anda putus/ });
  await waiting.getByRole('link').first().click();
  await expect(page.getByText('Targetnya terlalu rendah bagi jabatan itu').first()).toBeVisible();
  await page.getByRole('button', { name: 'Putuskan: berlaku seperti tertulis' }).click();
  await page.getByLabel('Pertimbangan putusan').fill('Target sudah sesuai dengan beban kerjanya');
  await page.getByRole('button', { name: 'Putuskan: berlaku seperti tertulis' }).click();
  await expect(page.getByText('Putusan dicatat dan bersifat final.')).toBeVisible();
  await portal.isAccessible();

  // Final: it binds, and the evaluator has no word left.
  await portal.signInAs('evaluator');
  await page.goto(`/skp/${skp.id}`);
  await expect(page.getByText('Ditetapkan', { exact: true }).first()).toBeVisible();
  for (const name of ['Tidak setujui', 'Kembalikan', 'Tetapkan SKP']) await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});

test('BN-9.2 a transfer in June: the old SKP is closed with the month before, the new one is drawn up by the letter of duty', async ({ page }) => {
  const mover = (await server.call<Paged<SkpItem>>('unit-admin', 'GET', '/skp?year=2026&limit=200')).body.items.find(({ postName }) => postName?.startsWith('Bidan')) as SkpItem;
  const posts = (await server.call<Paged<PostItem>>('superadmin', 'GET', '/posts?q=Kepala+Badan&limit=5')).body.items;
  const head = posts[0] as PostItem;
  const made = await server.call<PostItem>('superadmin', 'POST', '/posts', {
    body: { unitId: head.unitId, name: 'Pengelola Data Pegawai', kind: 'pelaksana', level: null, superiorPostId: head.id, leader: false, seats: 1, standingDelegate: false, class: '6', validFrom: '2026-01-01', reason: 'Kebutuhan badan' },
  });
  expect(made.status).toBe(200);
  const event: EmploymentEventInput = {
    kind: 'transfer', effectiveOn: '2026-06-10', spmtOn: '2026-06-15', decreeNumber: '824/33/BKD/2026', decreeDate: '2026-06-02', signatory: 'Bupati', fileId: null, note: null,
    postId: made.body.id, rank: null, until: null, sharePercent: null, releasesPost: false,
  };
  expect((await server.call('superadmin', 'POST', `/employees/${mover.employmentId}/events`, { body: event })).status).toBe(201);

  const portal = await Portal.open(page);
  await portal.signInWith(mover.nip ?? '');
  const old = page.getByRole('article').filter({ hasText: mover.postName ?? '' });
  await expect(async () => {
    await portal.go('/skp?tahun=2026', 'SKP saya');
    await expect(old).toContainText('31 Mei 2026', { timeout: 1000 });
  }).toPass();
  await expect(old).toContainText('Ditutup');
  await page.getByLabel('Nomor SPMT/SPMJ').fill('800/71/SPMT/2026');
  await page.getByLabel('Tanggal surat').fill('2026-06-15');
  await page.getByRole('button', { name: 'Susun SKP 2026' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'SKP tahun 2026' })).toBeVisible();
  await portal.go('/skp?tahun=2026', 'SKP saya');
  await expect(page.getByRole('article').filter({ hasText: 'Pengelola Data Pegawai' })).toContainText('1 Juni 2026 – 31 Desember 2026');
  await portal.isAccessible();
});
