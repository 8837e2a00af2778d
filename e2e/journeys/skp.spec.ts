import { expect, test } from '@playwright/test';
import { Portal } from '../pages/portal.js';
import { SkpForm } from '../pages/skp.js';

test('KS-8.1 TL-6.2 a superior types and drags expectations, they become drafts; who has no role and what nobody supports is listed', async ({ page }) => {
  test.setTimeout(150_000);
  const portal = await Portal.open(page);
  await portal.signInAs('evaluator');
  const form = new SkpForm(portal);
  await form.begin(2027);
  await form.takeExamples(1);
  await page.getByRole('button', { name: 'Tambah hasil kerja' }).click();
  await page.getByRole('group', { name: 'Hasil kerja 2' }).getByLabel('Hasil kerja', { exact: true }).fill('Terkendalinya penyakit menular di wilayah kerja');
  await form.isSaved();
  await portal.go('/skp/matriks?tahun=2027', 'Matriks peran dan hasil');
  const grid = page.getByRole('region', { name: 'Matriks peran dan hasil' });
  await expect(grid.locator('tbody tr').nth(2)).toBeVisible();
  const people = await grid.locator('tbody tr').count();
  // Typed, then dragged to one cell.
  await page.getByLabel('Hasil kerja yang diharapkan').fill('Laporan kewaspadaan dini mingguan tersusun');
  await page.getByLabel('Indikator').fill('Jumlah laporan');
  await page.getByLabel('Target').fill('52');
  await page.getByLabel('Satuan').fill('laporan');
  await page.getByRole('button', { name: 'Tambah', exact: true }).click();
  const first = grid.locator('tbody tr').first();
  await page.getByRole('button', { name: 'Laporan kewaspadaan dini mingguan tersusun' }).dragTo(first.locator('td').first());
  await expect(first.locator('td').first()).toContainText('Laporan kewaspadaan dini mingguan tersusun');
  await expect(first).toContainText('Konsep');
  // Another one for everybody, in one press.
  await page.getByLabel('Hasil kerja yang diharapkan').fill('Kunjungan lapangan ke puskesmas terlaksana');
  await page.getByRole('button', { name: 'Tambah', exact: true }).click();
  await grid.getByRole('button', { name: `Untuk semua ${people} orang` }).first().click();
  await expect(grid.getByText('Kunjungan lapangan ke puskesmas terlaksana')).toHaveCount(people);
  await portal.isAccessible();

  await portal.signInAs('unit-admin');
  await portal.go('/skp/pohon?tahun=2027', 'Pohon kinerja');
  const roles = page.getByRole('table', { name: 'Belum punya peran utama' });
  await expect(roles.getByText('Belum ada SKP').first()).toBeVisible();
  const bare = page.getByRole('table', { name: 'Hasil kerja yang tidak didukung' });
  await expect(bare.getByRole('row').filter({ hasText: 'Kepala Seksi' }).first()).toBeVisible();
  await portal.isAccessible();
});

test('two people on one SKP see both sides; what is written without a line is kept and saved when it returns', async ({ browser, page }) => {
  test.setTimeout(150_000);
  const portal = await Portal.open(page);
  await portal.signInAs('treasurer');
  const form = new SkpForm(portal);
  await form.begin(2027);
  await form.takeExamples(1);
  await form.isSaved();
  const other = await Portal.open(await (await browser.newContext()).newPage());
  await other.signInAs('treasurer');
  await other.page.goto(page.url());
  const title = (portalOf: Portal) => portalOf.page.getByRole('group', { name: 'Hasil kerja 1' }).getByLabel('Hasil kerja', { exact: true });
  await title(other).fill('Pembayaran gaji tepat waktu');
  await expect(other.page.locator('[data-draft=saved]')).toBeVisible();

  await title(portal).fill('Pembayaran gaji dan tunjangan tepat waktu');
  const notice = page.getByRole('alert').filter({ hasText: 'Ada yang menyimpan lebih dulu' });
  const sides = notice.getByRole('row').filter({ hasText: 'Uraian' });
  await expect(sides).toContainText('Pembayaran gaji dan tunjangan tepat waktu');
  await expect(sides).toContainText('Pembayaran gaji tepat waktu');
  await portal.isAccessible();
  await notice.getByRole('button', { name: 'Pakai tulisan saya' }).click();
  await form.isSaved();

  await page.context().setOffline(true);
  await title(portal).fill('Pembayaran gaji dan tunjangan tiap awal bulan');
  await expect(page.getByText('tulisan aman di perangkat ini')).toBeVisible();
  await page.context().setOffline(false);
  await form.isSaved();
  await other.page.reload();
  await expect(title(other)).toHaveValue('Pembayaran gaji dan tunjangan tiap awal bulan');
});
