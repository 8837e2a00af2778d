import { expect, test } from '@playwright/test';
import { ActivitiesPage } from '../pages/activities.js';
import { Portal } from '../pages/portal.js';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const WITHOUT = 'Kunjungan lapangan ke desa tanpa sinyal telepon';

test('X-IN-2 an entry and its photo made with no signal wait on the device, open again there, and are sent once when the line returns', async ({ page, context }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('employee');
  const activities = new ActivitiesPage(portal);
  await activities.open();
  // The worker holds the portal's files before the line goes.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Catat kegiatan' }).click();
  await page.getByLabel('Mulai').fill('05:00');
  await page.getByLabel('Selesai').fill('05:20');
  await page.getByLabel('Apa yang dikerjakan').fill(WITHOUT);
  await page.locator('[data-field=outputUnit]').fill('kunjungan');
  await page.locator('input[data-field=skpResultId]').click();
  await page.locator('[data-combobox-option]:visible').first().click();
  await page.locator('input[type=file][multiple]').setInputFiles({ name: 'desa.png', mimeType: 'image/png', buffer: PIXEL });
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  const kept = page.getByRole('article', { name: WITHOUT });
  await expect(kept).toContainText('Menunggu sinyal');
  await expect(kept).toContainText('1 berkas menunggu');

  // The portal opens without a line, with the person's own month and what waits.
  await page.goto('/kegiatan');
  await expect(page.getByRole('heading', { level: 1, name: 'Kegiatan harian' })).toBeVisible();
  await expect(page.getByText('Tidak ada sinyal').first()).toBeVisible();
  await expect(page.getByRole('table', { name: /Kalender kegiatan/ })).toBeVisible();
  await expect(kept).toContainText('Menunggu sinyal');

  await context.setOffline(false);
  const entry = page.getByRole('article', { name: WITHOUT });
  await expect(entry).toContainText('Riwayat', { timeout: 20_000 });
  await expect(entry).toHaveCount(1);
  await expect(entry.getByRole('button', { name: 'desa.png' })).toBeVisible();
  await expect(page.getByText('Menunggu sinyal')).toHaveCount(0);
  await page.reload();
  await expect(entry).toHaveCount(1);
});

test('X-IN-2 an entry changed elsewhere meanwhile is shown as a conflict, both sides, and nothing is lost', async ({ page, context, browser }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('employee');
  const activities = new ActivitiesPage(portal);
  await activities.open();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  await context.setOffline(true);
  await activities.entry(WITHOUT).getByRole('button', { name: 'Ubah' }).click();
  await page.getByLabel('Apa yang dikerjakan').fill(`${WITHOUT}, ditulis di telepon`);
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(page.getByRole('article', { name: /ditulis di telepon/ })).toContainText('Menunggu sinyal');

  const office = await browser.newContext();
  const second = await Portal.open(await office.newPage());
  await second.signInAs('employee');
  const there = new ActivitiesPage(second);
  await there.open();
  await there.entry(WITHOUT).getByRole('button', { name: 'Ubah' }).click();
  await second.page.getByLabel('Apa yang dikerjakan').fill(`${WITHOUT}, ditulis di kantor`);
  await second.page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(there.entry('ditulis di kantor')).toBeVisible();
  await office.close();

  await context.setOffline(false);
  const kept = page.getByRole('article', { name: /ditulis di telepon/ });
  await expect(kept).toContainText('Bentrok', { timeout: 20_000 });
  await expect(kept).toContainText('ditulis di kantor');
  await kept.getByRole('button', { name: 'Pakai tulisan saya' }).click();
  await expect(activities.entry('ditulis di telepon')).toContainText('Riwayat', { timeout: 20_000 });
  await expect(activities.entry('ditulis di kantor')).toHaveCount(0);
});

test('X-IN-2 what waits belongs to its writer: another account on the same device neither sees nor sends it', async ({ page, context }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('employee');
  const activities = new ActivitiesPage(portal);
  await activities.open();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Catat kegiatan' }).click();
  await page.getByRole('button', { name: 'Salin dari kegiatan terakhir' }).click();
  await page.getByLabel('Mulai').fill('04:00');
  await page.getByLabel('Selesai').fill('04:10');
  await page.getByLabel('Apa yang dikerjakan').fill('Hanya milik pegawai pertama');
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(page.getByRole('article', { name: 'Hanya milik pegawai pertama' })).toBeVisible();
  await context.setOffline(false);
  // Its sending is held up, so that the other account comes first.
  await page.route('**/api/v1/activities/send', (route) => route.abort());
  await page.evaluate(() => fetch('/api/v1/auth/sign-out', { method: 'POST', headers: { 'X-Requested-With': 'ekinerja' } }));
  await portal.signInAs('evaluator');
  await page.unroute('**/api/v1/activities/send');
  const sent: string[] = [];
  page.on('request', (request) => request.url().endsWith('/activities/send') && sent.push(request.url()));
  await page.goto('/kegiatan');
  await expect(page.getByRole('heading', { level: 1, name: 'Kegiatan harian' })).toBeVisible();
  await expect(page.getByText('Hanya milik pegawai pertama')).toHaveCount(0);
  expect(sent).toEqual([]);
  await portal.signInAs('employee');
  await activities.open();
  await expect(activities.entry('Hanya milik pegawai pertama')).toContainText('Riwayat', { timeout: 20_000 });
});
