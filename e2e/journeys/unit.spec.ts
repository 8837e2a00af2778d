import { expect, test, type Locator } from '@playwright/test';
import { ActivitiesPage } from '../pages/activities.js';
import { Portal } from '../pages/portal.js';

const DAY = '2026-11-20';
const WHAT = 'Mendampingi pendataan sasaran imunisasi di Puskesmas Bati-Bati';
const WHY = 'Pegawai bertugas di lapangan tanpa sinyal; menurut surat tugas dan daftar hadir.';
const WHY_AGAIN = 'Jam selesai menurut daftar hadir yang baru diterima.';
const PHONE = { width: 360, height: 740 };

test('KS-16.b the unit admin writes an entry for an employee with a reason, and mends it; its owner reads who and why', async ({
  page,
}) => {
  test.slow();
  const portal = await Portal.open(page);
  const employee = portal.account('employee');
  const admin = await portal.signInAs('unit-admin');
  await portal.go('/kegiatan-unit', 'Kegiatan unit');
  await page.getByRole('link', { name: 'Kegiatan seorang pegawai' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kegiatan pegawai unit' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Pegawai' }).fill(employee.username);
  await page.getByRole('option', { name: employee.name }).click();
  await page.getByRole('button', { name: /^Jumat, 20 November 2026/ }).click();
  await portal.isAccessible();

  await page.getByRole('button', { name: 'Tambah kegiatan' }).click();
  const form = page.getByRole('dialog', { name: 'Tambah kegiatan' });
  await form.getByLabel('Mulai').fill('18:00');
  await form.getByLabel('Selesai').fill('18:45');
  await form.getByLabel('Apa yang dikerjakan').fill(WHAT);
  await form.locator('[data-field=outputQuantity]').fill('1');
  await form.locator('[data-field=outputUnit]').fill('laporan');
  await form.locator('input[data-field=skpResultId]').click();
  await page.locator('[data-combobox-option]:visible').first().click();
  await form.getByRole('button', { name: 'Simpan dan kirim' }).click();
  // Without a reason nothing is written in another's name.
  await expect(form.getByText(/^Tuliskan paling sedikit \d+ huruf/)).toBeVisible();
  await portal.isAccessible();
  await form.getByLabel('Alasan ditulis oleh admin unit').fill(WHY);
  await form.getByRole('button', { name: 'Simpan dan kirim' }).click();
  await expect(page.getByText('Kegiatan tersimpan; pegawainya diberi tahu.')).toBeVisible();
  await expect(by(page.getByRole('article'), WHAT)).toContainText(`Ditulis admin unit ${admin.name}: ${WHY}`);

  await page.setViewportSize(PHONE);
  await portal.isAccessible();
  await by(page.getByRole('article'), WHAT).getByRole('button', { name: 'Ubah' }).click();
  const mending = page.getByRole('dialog', { name: 'Perbaiki kegiatan pegawai' });
  await mending.getByLabel('Selesai').fill('19:15');
  await mending.getByLabel('Alasan ditulis oleh admin unit').fill(WHY_AGAIN);
  await portal.isAccessible();
  await mending.getByRole('button', { name: 'Simpan dan kirim' }).click();
  await expect(by(page.getByRole('article'), WHAT)).toContainText('18:00–19:15');

  await portal.signInAs('employee');
  await portal.go('/pemberitahuan', 'Pemberitahuan');
  await expect(page.getByText(`Admin unit ${admin.name} menulis kegiatan Anda`).first()).toBeVisible();
  const own = new ActivitiesPage(portal);
  await own.open(`?tanggal=${DAY}`);
  await expect(own.entry(WHAT)).toContainText(`Ditulis admin unit ${admin.name}: ${WHY_AGAIN}`);
  await own.entry(WHAT).getByRole('button', { name: 'Riwayat' }).click();
  const history = page.getByRole('dialog', { name: /Riwayat/ });
  await expect(history).toContainText(WHY);
  await expect(history).toContainText(WHY_AGAIN);
  await expect(history.getByText(admin.name).first()).toBeVisible();
  await portal.isAccessible();
});

const by = (articles: Locator, what: string): Locator => articles.filter({ hasText: what });
