import { expect, test } from '@playwright/test';
import { Portal } from '../pages/portal.js';

test.describe.configure({ timeout: 180_000 });

test('X-IN-3 a table pasted from Excel, with every bad cell named, is stored whole; yesterday, favourites and other days are one click', async ({ page }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('employee');
  await portal.go('/kegiatan/banyak', 'Isi banyak sekaligus');
  const paste = (text: string) =>
    page.getByRole('table').first().evaluate((table, content) => {
      const data = new DataTransfer();
      data.setData('text/plain', content);
      table.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
  await paste('Tanggal\tMulai\tSelesai\n23-11-2026\t06.00\t06.10\tMenyalin daftar hadir rapat pagi\t1\tdaftar\n23/11/2026\t06:10\t06:05\tpendek\t0\t');
  await page.getByRole('button', { name: 'Kirim 2 kegiatan' }).click();
  await expect(page.getByText('2 baris belum lengkap')).toBeVisible();
  await expect(page.getByText('Selesai harus sesudah mulai, pada hari yang sama.')).toBeVisible();
  await portal.isAccessible();
  await page.getByRole('button', { name: 'Hapus baris, baris 2' }).click();
  await page.getByLabel('Hasil kerja SKP, baris 1').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Kirim 1 kegiatan' }).click();
  await expect(page.getByText('Semua kegiatan sudah tersimpan.')).toBeVisible();

  await page.getByRole('button', { name: 'Satu minggu' }).click();
  await expect(page.getByLabel('Tanggal, baris 1')).toHaveValue('2026-11-23');
  await page.getByRole('button', { name: 'Salin hari sebelumnya' }).click();
  await expect(page.getByLabel('Apa yang dikerjakan, baris 1')).not.toHaveValue('');
  await expect(page.getByLabel('Tanggal, baris 1')).toHaveValue('2026-11-23');

  await portal.go('/kegiatan', 'Kegiatan harian');
  await expect(page.getByRole('article', { name: 'Menyalin daftar hadir rapat pagi' })).toBeVisible();
  await page.getByRole('button', { name: 'Catat kegiatan' }).click();
  await page.getByRole('button', { name: 'Salin dari kegiatan terakhir' }).click();
  await page.getByLabel('Mulai').fill('05:30');
  await page.getByLabel('Selesai').fill('05:40');
  await page.getByRole('button', { name: 'Jadikan favorit' }).click();
  await expect(page.getByText('Disimpan sebagai favorit.')).toBeVisible();
  await page.getByRole('button', { name: 'Favorit', exact: true }).click();
  await page.getByRole('menuitem').first().click();
  const other = page.getByRole('checkbox', { name: /^\w+, \d+ November 2026$/ }).last();
  // A chip hides its box: it is chosen as a keyboard chooses it.
  await other.focus();
  await page.keyboard.press('Space');
  await expect(other).toBeChecked();
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(page.getByText('Kegiatan sudah dikirim kepada atasan.')).toBeVisible();
});
