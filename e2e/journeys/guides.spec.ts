import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Portal } from '../pages/portal.js';

/** With EKINERJA_GUIDE_PICTURES=1 the pictures of docs/panduan are taken anew, each of an accessible page. */
const TAKE = process.env.EKINERJA_GUIDE_PICTURES === '1';
const FOLDER = join(import.meta.dirname, '../../docs/panduan/gambar');

/** Each picture: whose screen, where, and the heading that stands there. */
const PICTURES: readonly [role: string, pages: readonly [file: string, path: string, heading: string | RegExp][]][] = [
  ['employee', [
    ['beranda', '/', /./], ['kegiatan', '/kegiatan', /./], ['skp', '/skp', /./], ['pemberitahuan', '/pemberitahuan', 'Pemberitahuan'],
  ]],
  ['evaluator', [['persetujuan', '/persetujuan', /./], ['penilaian', '/penilaian', /./]]],
  ['superadmin', [
    ['persiapan', '/persiapan', /./], ['impor', '/impor', 'Impor data kepegawaian'], ['pantauan', '/pantau?bulan=2026-10', 'Pantauan'], ['kunci-api', '/kunci-api', 'Sistem lain'],
    ['webhook', '/kunci-api?bagian=webhook', 'Sistem lain'], ['tutup-bulan', '/tpp', /./], ['audit', '/audit', /./],
  ]],
];

for (const [role, pages] of PICTURES) {
  test(`pictures of the guides: pages of the ${role}`, async ({ page }) => {
    test.skip(!TAKE, 'pictures are taken on demand');
    test.setTimeout(300_000);
    await page.setViewportSize({ width: 1280, height: 800 });
    const portal = await Portal.open(page);
    await portal.signInAs(role);
    for (const [file, path, heading] of pages) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(heading);
      await portal.isAccessible();
      mkdirSync(FOLDER, { recursive: true });
      await page.screenshot({ path: join(FOLDER, `${file}.png`), animations: 'disabled', scale: 'css' });
    }
  });
}

test('KS-29 anybody finds the page of published results, and the check of a paper, without signing in', async ({ page }) => {
  await page.goto('/hasil-pemantauan');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hasil pemantauan kinerja');
  await page.getByRole('link', { name: 'Periksa keaslian dokumen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Periksa keaslian dokumen');
});

test('TL-36.2 TL-39 every stage stands with its flow and its official forms in one place, and a form opens', async ({ page }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('employee');
  await page.goto('/data-saya');
  await page.getByRole('link', { name: 'Format resmi' }).click();
  await expect(page.getByRole('tab', { name: 'Format resmi' })).toHaveAttribute('aria-selected', 'true');
  const flows = [
    ['Perencanaan', '/skp'], ['Pelaksanaan, pemantauan, dan pembinaan', '/kegiatan'], ['Penilaian', '/hasil'], ['Tindak lanjut, pelaporan, dan keberatan', '/tindak-lanjut'],
  ] as const;
  for (const [stage, path] of flows) {
    await expect(page.getByRole('heading', { level: 2, name: stage, exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: stage, exact: true }).getByRole('link', { name: 'Buka alurnya' })).toHaveAttribute('href', path);
  }
  await portal.isAccessible();
  const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Unduh PDF: SKP/ }).first().click()]);
  expect(paper.suggestedFilename()).toMatch(/^skp-2026-.*\.pdf$/);
  await page.getByRole('region', { name: 'Perencanaan' }).getByRole('link', { name: 'Buka alurnya' }).click();
  await expect(page).toHaveURL(/\/skp$/);
});
