import { expect, test, type Page } from '@playwright/test';
import { Portal } from '../pages/portal.js';

/** What is picked by a part of its name, as the forms offer it. */
async function pick(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: false }).fill(text);
  await page.getByRole('list', { name: `Hasil pencarian ${label}` }).getByRole('button').filter({ hasText: text }).first().click();
}

async function person(page: Page, name: string): Promise<string> {
  await page.goto(`/pegawai?cari=${encodeURIComponent(name.split(',')[0] ?? name)}`);
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

test('BN-13.4 BN-13.5 BN-15.1 KS-1.24 a transfer, a vacancy and a Plt in one month: the screen names the right superior of each day, and a wrong event is taken back', async ({ page }) => {
  test.setTimeout(240_000);
  const portal = await Portal.open(page);
  await portal.signInAs('superadmin');
  await portal.go('/organisasi?bagian=jabatan&cari=Kepala+Subbagian+Perundang', 'Organisasi');
  const row = page.getByRole('row').filter({ hasText: 'Kepala Subbagian Perundang-undangan' }).first();
  const head = ((await row.getByRole('cell').last().innerText()).split('\n')[0] ?? '').trim();
  expect(head).not.toBe('');
  await portal.go('/organisasi?bagian=jabatan&cari=Pengadministrasi', 'Organisasi');
  const staff = page.getByRole('row').filter({ hasText: 'Subbagian Perundang-undangan' }).first();
  const subordinate = ((await staff.getByRole('cell').last().innerText()).split('\n')[0] ?? '').trim();

  // Transferred to another SKPD on the 9th: every effect first, then kept.
  const headPage = await person(page, head);
  await page.goto(`${headPage}/peristiwa`);
  await page.getByLabel('Terhitung mulai tanggal (TMT)').fill('2026-11-09');
  await pick(page, 'Jabatan baru', 'Kepala Seksi Pemerintahan');
  await page.getByLabel('Nomor keputusan').fill('800.1.3/901/BKPSDM/2026');
  await page.getByLabel('Tanggal keputusan').fill('2026-11-06');
  await page.getByLabel('Ditandatangani oleh').fill('Bupati');
  await expect(page.getByText('Berlaku surut sejak 9 November 2026')).toBeVisible();
  await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
  const effects = page.getByRole('list', { name: 'Akibat' });
  await expect(effects).toContainText('lowong sesudah 8 November 2026');
  await expect(effects).toContainText('Kecamatan Pelaihari untuk 9 November 2026');
  await portal.isAccessible();
  await page.getByRole('button', { name: 'Simpan peristiwa' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Mutasi ke SKPD lain' })).toBeVisible();

  // A Plt from the 16th on.
  await portal.go('/organisasi?bagian=jabatan&cari=Kepala+Subbagian+Perundang', 'Organisasi');
  await page.getByRole('link', { name: 'Kepala Subbagian Perundang-undangan' }).first().click();
  await page.getByRole('button', { name: 'Tetapkan pemangku' }).click();
  await pick(page, 'Pegawai', 'Husni Basri');
  await page.getByLabel('Sebagai').selectOption({ label: 'Plt' });
  await page.getByLabel('Berlaku sejak').fill('2026-11-16');
  await page.getByLabel('Sampai').fill('2026-12-31');
  await page.getByLabel('Nomor keputusan').fill('800.1.3/902/BKPSDM/2026');
  await page.getByLabel('Tanggal keputusan').fill('2026-11-13');
  await page.getByLabel('Alasan').fill('Mengisi jabatan yang lowong');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByRole('table').first()).toContainText('Husni Basri');

  const staffPage = await person(page, subordinate);
  const evaluator = page.getByRole('region', { name: 'Pejabat penilai', exact: true });
  for (const [date, name] of [['2026-11-06', head], ['2026-11-10', 'Kepala Bagian Hukum'], ['2026-11-17', 'Husni Basri']] as const) {
    await page.goto(`${staffPage}?tanggal=${date}`);
    await expect(evaluator.getByRole('link').first()).toBeVisible();
    await expect(evaluator).toContainText(name);
  }
  await expect(evaluator).toContainText('Plt Kepala Subbagian Perundang-undangan');
  await portal.isAccessible();

  // BN 15(1): in the one timeline of the person; then taken back, with what that undoes.
  await page.goto(`${headPage}?bagian=riwayat`);
  await expect(page.getByRole('heading', { level: 2, name: 'Garis waktu 2026' })).toBeVisible();
  await expect(page.getByText('Mutasi ke SKPD lain.')).toBeVisible();
  // A number typed wrongly is put right in one step: the form holds what is on record.
  await page.goto(`${headPage}?bagian=peristiwa`);
  await page.getByRole('link', { name: 'Perbaiki' }).click();
  await expect(page.getByLabel('Terhitung mulai tanggal (TMT)')).toHaveValue('2026-11-09');
  await page.getByLabel('Nomor keputusan').fill('800.1.3/911/BKPSDM/2026');
  await page.getByLabel('Apa yang keliru').fill('Nomor keputusan salah ketik');
  await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
  await expect(page.getByText('Yang dikembalikan dari catatan lama')).toBeVisible();
  await portal.isAccessible();
  await page.getByRole('button', { name: 'Simpan perbaikan' }).click();
  await expect(page.getByText('Hasil perbaikan')).toBeVisible();
  await expect(page.getByText(/Nomor keputusan salah ketik/)).toBeVisible();
  await page.getByRole('button', { name: 'Tarik peristiwa ini' }).click();
  await page.getByLabel('Alasan menarik').fill('Keputusan itu dibatalkan Bupati');
  await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
  await expect(page.getByRole('list', { name: 'Akibat' }).getByText('dipegang terus.')).toBeVisible();
  await page.getByRole('button', { name: 'Tarik peristiwa', exact: true }).click();
  await expect(page.getByText(/Keputusan itu dibatalkan Bupati/)).toBeVisible();
  await page.goto(`${staffPage}?tanggal=2026-11-10`);
  await expect(evaluator).toContainText(head);
});
