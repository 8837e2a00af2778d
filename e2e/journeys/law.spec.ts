import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { Portal } from '../pages/portal.js';

const POLICY = readFileSync(fileURLToPath(new URL('../../packages/regulations/documents/tanah-laut/allowance.yaml', import.meta.url)), 'utf8')
  .replace('id: tanah-laut-tpp-contoh', 'id: tpp-2027')
  .replace('contoh – ganti dengan peraturan daerah', '2027');
const CHANGED = POLICY.replace('percent: 50', 'percent: 45').replace('percent: 10', 'percent: 15');

/** The simulation's own page: a job computes it behind the screen. */
async function isComputed(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 2, name: 'Jumlah' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { level: 2, name: 'Menurut SKPD' })).toBeVisible();
}

test('X-REG-1 a new policy is uploaded, its differences and its effect seen, sent, and enacted by the second superadmin', async ({ page }) => {
  test.setTimeout(180_000);
  const portal = await Portal.open(page);
  await portal.signInAs('superadmin');
  await portal.go('/regulasi/rancangan', 'Regulasi');
  await portal.isAccessible();

  await page.getByLabel('Isi dokumen').fill(CHANGED.replace('performance:', 'perfomance:'));
  await page.getByRole('button', { name: 'Periksa dan simpan' }).click();
  await expect(page.getByRole('heading', { name: /Belum tersimpan/ })).toBeVisible();
  await expect(page.getByText('Maksudnya "performance"?').first()).toBeVisible();
  await expect(page.getByText(`Baris ${CHANGED.split('\n').indexOf('performance:') + 1}`, { exact: true })).toBeVisible();
  await portal.isAccessible();

  await page.locator('input[type=file]').first().setInputFiles({ name: 'tpp-2027.yaml', mimeType: 'text/yaml', buffer: Buffer.from(CHANGED) });
  await page.getByRole('button', { name: 'Periksa dan simpan' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '2 nilai berubah' })).toBeVisible();
  const changes = page.getByRole('table', { name: '2 nilai berubah' });
  await expect(changes.getByRole('row').nth(1)).toContainText('Beban kerja');
  await expect(changes.getByRole('row').nth(1)).toContainText('50');
  await expect(changes.getByRole('row').nth(1)).toContainText('45');
  await expect(changes.getByRole('row').nth(1).getByRole('button')).toHaveCount(2);
  await portal.isAccessible();
  const draft = page.url();

  await page.getByRole('button', { name: 'Jalankan simulasi' }).click();
  await isComputed(page);
  await portal.isAccessible();

  await page.goto(draft);
  await page.getByRole('button', { name: 'Kirim untuk ditetapkan' }).click();
  await page.getByLabel('Berlaku mulai').fill('2027-01-01');
  await page.getByLabel('Alasan').fill('Peraturan Bupati TPP 2027 sudah diundangkan.');
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Menunggu superadmin kedua' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tetapkan' })).toHaveCount(0);

  await portal.signInAs('second-superadmin');
  await page.goto(draft);
  await page.getByRole('button', { name: 'Tetapkan' }).click();
  await page.getByLabel('Alasan menetapkan').fill('Sesuai naskah yang diundangkan.');
  await page.getByRole('button', { name: 'Tetapkan' }).click();
  await expect(page.getByText(/Ditetapkan oleh/)).toBeVisible();

  await portal.go('/regulasi/allowance/riwayat', /Riwayat/);
  await expect(page.getByText('Berlaku sejak 1 Januari 2027.')).toBeVisible();
  await expect(page.getByText(/diatur sendiri, \d+ dari ketentuan nasional/).first()).toBeVisible();
  await portal.isAccessible();
  await page.getByRole('link', { name: 'Naskah sebagaimana ditetapkan' }).first().click();
  await expect(page.getByText('id: tpp-2027')).toBeVisible();
});

test('X-TPP-4 amounts are pasted into the table and become a draft; a what-if over a closed month is kept and touches no book', async ({ page }) => {
  test.setTimeout(120_000);
  const portal = await Portal.open(page);
  await portal.signInAs('superadmin');
  await portal.go('/regulasi/besaran-baru', 'Besaran baru');
  // Another table than by class: two key columns.
  await page.getByLabel('Tabel yang diganti').selectOption('Tabel baru…');
  await page.getByLabel('Nama tabel').fill('kelangkaan');
  await page.getByLabel('dan menurut').selectOption('golongan');
  await page.getByLabel('Tempel dari Excel atau Word').fill('dokter-spesialis\tIV\t7.500.000');
  await page.getByRole('button', { name: 'Pakai yang ditempel' }).click();
  await expect(page.getByLabel('Kunci pada baris 1')).toHaveValue('dokter-spesialis | IV');
  await page.getByLabel('Tabel yang diganti').selectOption('Kelas jabatan');
  await page.getByLabel('Tempel dari Excel atau Word').fill('7\t6.000.000\n8\tdelapan');
  await page.getByRole('button', { name: 'Pakai yang ditempel' }).click();
  await expect(page.getByText('Baris 2: "delapan" bukan angka rupiah.')).toBeVisible();
  await portal.isAccessible();
  await page.getByLabel('Rupiah kelas 9', { exact: true }).fill('6500000');
  await expect(page.getByText(/Rp6\.500\.000 – semula/)).toBeVisible();
  await page.getByLabel('Nama', { exact: false }).first().fill('Besaran TPP Tahun 2027');
  await page.getByLabel('Keputusan atau peraturan').fill('Keputusan Bupati Nomor 1 Tahun 2027');
  await page.getByRole('button', { name: 'Simpan sebagai rancangan' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Langkah berikutnya' })).toBeVisible();
  await page.getByRole('button', { name: 'Tarik rancangan' }).click();
  await page.getByLabel('Alasan menarik').fill('Hanya percobaan tabel besaran.');
  await page.getByRole('button', { name: 'Tarik rancangan' }).click();
  await expect(page.getByText(/Ditarik oleh/)).toBeVisible();

  await portal.go('/regulasi/simulasi', 'Regulasi');
  await page.getByLabel('Nama simulasi').fill('Kelas 9 naik');
  await page.getByText(/^Besaran lain/).click();
  await page.getByLabel('Rupiah kelas 9', { exact: true }).fill('7000000');
  await portal.isAccessible();
  await page.getByRole('button', { name: 'Hitung' }).click();
  await isComputed(page);
  await expect(page.getByText('kelas 9 Rp7.000.000')).toBeVisible();
  const biggest = page.getByRole('table', { name: /kenaikan terbesar/i });
  await biggest.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'Slip menurut pengandaian' })).toBeVisible();
  await portal.isAccessible();
  await portal.go('/regulasi/simulasi', 'Regulasi');
  await expect(page.getByRole('link', { name: 'Kelas 9 naik' })).toBeVisible();
});
