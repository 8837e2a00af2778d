import { expect, test } from '@playwright/test';
import { Portal } from '../pages/portal.js';

test('X-UX-1 KS-31.3 the unit admin records a leave with its paper; the agency sees the accounts, the ceilings and the claims', async ({ page }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('unit-admin');
  await portal.go('/data-tpp', 'Data TPP');
  await portal.isAccessible();
  await page.getByRole('button', { name: 'Catatan baru' }).click();
  const employee = portal.account('employee');
  await page.getByLabel('Pegawai').first().fill(employee.name.slice(0, 8));
  await page.getByRole('option', { name: new RegExp(employee.name.slice(0, 8)) }).click();
  await page.getByLabel('Kode').selectOption('leave-annual');
  await page.getByLabel('Sampai').fill('2026-12-02');
  await page.getByLabel('Mulai').fill('2026-12-01');
  await page.getByLabel('Nomor surat').fill('850/77/2026');
  await page.getByLabel('Alasan').fill('Cuti tahunan yang disetujui');
  await portal.isAccessible();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Surat 850/77/2026')).toBeVisible();
  await page.getByRole('tab', { name: 'Rekening' }).click();
  await expect(page.getByText('Bank Pembangunan Daerah').first()).toBeVisible();
});
