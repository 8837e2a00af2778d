import { expect, test } from '@playwright/test';
import { Portal } from '../pages/portal.js';

test('X-UX-1 every page of every role fits a 360-pixel phone and passes the accessibility check', async ({ page }) => {
  test.setTimeout(240_000);
  const portal = await Portal.open(page);
  await page.goto('/masuk');
  await expect(page.getByRole('button', { name: 'Masuk', exact: true })).toBeVisible();
  await portal.isAccessible();
  const pages: Record<string, string[]> = {
    employee: ['/', '/kegiatan', '/skp', '/slip', '/presensi', '/regulasi', '/regulasi/performance', '/akun'],
    evaluator: ['/persetujuan', '/penilaian?bulan=2026-10'],
    superadmin: ['/', '/tpp', '/presensi', '/pegawai', '/pantau', '/audit'],
  };
  for (const [role, paths] of Object.entries(pages)) {
    await portal.signInAs(role);
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await test.step(`${role} ${path}`, () => portal.isAccessible());
    }
  }
});

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
