import { expect, test } from '@playwright/test';
import { Portal } from '../pages/portal.js';

const PAGES: Record<string, string[]> = {
  employee: ['/', '/kegiatan', '/kegiatan/banyak', '/saran', '/skp', '/slip', '/presensi', '/regulasi', '/regulasi/performance', '/akun', '/umpan-balik', '/hasil', '/hasil/realisasi', '/keberatan', '/pelayanan', '/pemberitahuan'],
  evaluator: ['/persetujuan', '/penilaian?bulan=2026-10', '/penilaian?bagian=tahunan', '/tindak-lanjut', '/umpan-balik?bagian=rekan', '/skp/matriks', '/skp/pohon', '/skp/perjanjian'],
  'unit-admin': ['/kegiatan-unit/pegawai', '/tindak-lanjut?bagian=peta&evaluasi=annual'],
  superadmin: ['/', '/tindak-lanjut?bagian=penghargaan', '/kegiatan-unit', '/kegiatan-unit?bagian=katalog', '/tpp', '/data-tpp', '/data-tpp?bagian=impor', '/data-tpp?bagian=pagu', '/presensi', '/pegawai', '/organisasi', '/organisasi?bagian=jabatan', '/organisasi?bagian=penugasan', '/organisasi?bagian=penilai', '/pantau', '/pantau?bagian=kepatuhan', '/pantau?bagian=laporan-pantauan', '/pantau?bagian=permintaan-data', '/audit', '/regulasi/rancangan', '/regulasi/besaran-baru', '/regulasi/simulasi', '/regulasi/allowance/riwayat', '/data-kepegawaian?bagian=berkas', '/data-kepegawaian?bagian=siasn', '/kalender', '/peran', '/persiapan', '/pegawai/baru', '/organisasi/penataan', '/kunci-api', '/kunci-api?bagian=webhook', '/pantau?bagian=arsip', '/skp/jabatan'],
};

for (const [role, paths] of Object.entries(PAGES)) {
  test(`X-UX-1 every page of the ${role} fits a 360-pixel phone and passes the accessibility check`, async ({ page }) => {
    test.setTimeout(60_000 + paths.length * 8_000);
    const portal = await Portal.open(page);
    await page.goto('/masuk');
    await expect(page.getByRole('button', { name: 'Masuk', exact: true })).toBeVisible();
    if (role === 'employee') await portal.isAccessible();
    await portal.signInAs(role);
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await test.step(`${role} ${path}`, () => portal.isAccessible());
    }
  });
}

test('X-UX-2 the portal speaks Indonesian first and English on request, from the same screens', async ({ page }) => {
  const portal = await Portal.open(page);
  await page.goto('/masuk');
  await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  await portal.signInAs('employee');
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
});
