import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { ActivitiesPage } from '../pages/activities.js';
import { PayRunPages } from '../pages/pay-runs.js';
import { Portal } from '../pages/portal.js';

// One story, told in order: each part stands on the one before it.
test.describe.configure({ mode: 'serial' });

const GOOD = 'Menyusun materi penyuluhan gizi seimbang untuk kader posyandu';
const WRONG = 'Rapat persiapan penyuluhan tanpa notulen dan daftar hadir';
const OCTOBER = 'Oktober 2026';

test('KS-23.1 BK-2.2 TL-14.2 an employee signs in, sees the SKP and hands in today', async ({ page }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('employee');
  await portal.isAccessible();
  await portal.go('/skp', /SKP/);
  await expect(page.getByText(/Ditetapkan/).first()).toBeVisible();
  const activities = new ActivitiesPage(portal);
  await activities.open();
  await activities.add({ from: '08:00', to: '08:20', what: GOOD, quantity: '1', unit: 'dokumen' });
  await activities.add({ from: '08:20', to: '08:40', what: WRONG, quantity: '1', unit: 'kegiatan' });
  await expect(activities.entry(GOOD)).toContainText('Menunggu');
  await portal.isAccessible();
});

test('BK-4.1 BK-4.3 the superior accepts one, refuses one with a reason and approves the rest at once', async ({ page }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('evaluator');
  const employee = portal.account('employee');
  await portal.go('/persetujuan', 'Persetujuan');
  await portal.isAccessible();
  await page.getByRole('combobox', { name: 'Pegawai' }).selectOption({ label: employee.name });
  const good = page.getByRole('article').filter({ hasText: GOOD });
  await good.getByRole('button', { name: 'Terima' }).click();
  await expect(good).toHaveCount(0);
  const wrong = page.getByRole('article').filter({ hasText: WRONG });
  await wrong.getByRole('button', { name: 'Tolak' }).click();
  await wrong.getByLabel('Alasan penolakan').fill('Notulen dan daftar hadir belum ada.');
  await wrong.getByRole('button', { name: 'Tolak' }).click();
  await expect(wrong).toHaveCount(0);
  await page.goto('/persetujuan');
  await page.getByRole('button', { name: /^Terima semua yang tampil/ }).click();
  await page.getByRole('button', { name: /^Ya, terima/ }).click();
  await expect(page.getByText('Semua sudah diputus')).toBeVisible();
});

test('BK-4.3 the employee reads the reason, mends the entry and sends it again', async ({ page }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('employee');
  const activities = new ActivitiesPage(portal);
  await activities.open();
  await expect(activities.entry(GOOD)).toContainText('Diterima');
  const refused = activities.entry(WRONG);
  await expect(refused).toContainText('Notulen dan daftar hadir belum ada.');
  await refused.getByRole('button', { name: 'Perbaiki' }).click();
  await page.getByLabel('Apa yang dikerjakan').fill(`${WRONG}; notulen dilampirkan`);
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(activities.entry('notulen dilampirkan')).toContainText('Menunggu');
});

test('TL-1.14 TL-21.2 TL-22.2 the superior gives the two ratings of the period and sees why the predicate is what it is', async ({ page }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('evaluator');
  await portal.go('/penilaian?bulan=2026-10', 'Penilaian kinerja');
  await portal.isAccessible();
  const forms = page.getByRole('form', { name: /^Penilaian / });
  await expect(forms.first()).toBeVisible();
  const people = await forms.count();
  for (let left = people; left > 0; left -= 1) {
    const form = forms.first();
    // Nothing is preset: saving without a judgement is refused.
    await expect(form.getByRole('radio', { checked: true })).toHaveCount(0);
    const groups = form.getByRole('radiogroup');
    await groups.nth(0).getByRole('radio', { name: 'Di atas ekspektasi' }).click();
    await groups.nth(1).getByRole('radio', { name: 'Sesuai ekspektasi' }).click();
    await form.getByRole('button', { name: /^Simpan penilaian/ }).click();
    await expect(forms).toHaveCount(left - 1);
  }
  await expect(page.getByText('Baik', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: /Mengapa/ }).first().click();
  await expect(page.getByRole('dialog')).toContainText('Pasal');
  await portal.isAccessible();
});

test('BK-7.1 the superadmin uploads the presence file, sees what it will change and applies it', async ({ page }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('superadmin');
  await portal.go('/presensi?bulan=2026-10', 'Presensi');
  await portal.isAccessible();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Unduh berkas contoh' }).or(page.getByRole('link', { name: 'Unduh berkas contoh' })).first().click()]);
  await page.locator('input[type=file]').setInputFiles({ name: 'presensi-2026-10.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await readFile(await file.path()) });
  await expect(page.getByText('Siap diterapkan')).toBeVisible({ timeout: 30_000 });
  await portal.isAccessible();
  await page.getByRole('button', { name: 'Terapkan' }).click();
  await expect(page.getByText('Presensi sudah diterapkan').first()).toBeVisible({ timeout: 30_000 });
});

test('X-TPP-3 TL-31 the month is checked and closed SKPD by SKPD', async ({ page }) => {
  test.setTimeout(300_000);
  const portal = await Portal.open(page);
  await portal.signInAs('superadmin');
  const runs = new PayRunPages(portal);
  await runs.openMonth(OCTOBER);
  await portal.isAccessible();
  const units = await runs.unitPaths();
  expect(units.length).toBeGreaterThan(3);
  for (const [index, path] of units.entries()) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Periksa', exact: true })).toBeVisible();
    await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
    await runs.waiveAll('Pegawai tidak memiliki SKP yang ditetapkan pada bulan ini.');
    await runs.check();
    await runs.close();
    if (index === 0) await portal.isAccessible();
  }
  await runs.openMonth(OCTOBER);
  await expect(page.getByText(new RegExp(`${units.length} dari ${units.length} SKPD ditutup`))).toBeVisible();
});

test('BK-7.3 BK-7.4 the unit admin prints the recap, downloads it and records the handing over', async ({ page }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('unit-admin');
  const runs = new PayRunPages(portal);
  await runs.openMonth(OCTOBER);
  const [unit] = await runs.unitPaths();
  await page.goto(unit as string);
  const [pdf] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /PDF/ }).first().click()]);
  expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-');
  const [excel] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /Excel/ }).first().click()]);
  expect((await readFile(await excel.path())).subarray(0, 2).toString()).toBe('PK');
});

test('X-TPP-2 X-REG-2 the employee opens the slip and sees line by line why, each line with its article', async ({ page }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('employee');
  await portal.go('/slip', 'Slip TPP');
  await portal.isAccessible();
  await page.getByRole('link', { name: new RegExp(OCTOBER) }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: `Slip TPP ${OCTOBER}` })).toBeVisible();
  await expect(page.getByText(/Rp\s?[\d.]+/).first()).toBeVisible();
  const reasons = page.getByRole('button', { name: /Mengapa/ });
  await expect(reasons.nth(4)).toBeVisible();
  await reasons.last().click();
  await expect(page.getByRole('dialog')).toContainText('Dasar peraturan');
  await portal.isAccessible();
});

test('TL-21.2 X-AC-1 what is hidden is also refused: an employee at the superior’s and the admin’s pages', async ({ page }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('employee');
  for (const path of ['/persetujuan', '/penilaian', '/tpp', '/audit']) {
    await page.goto(path);
    await expect(page.getByText('Tidak ada akses').first()).toBeVisible();
  }
});
