import { expect, test } from '@playwright/test';
import { Portal } from '../pages/portal.js';

test('TL-17.1 TL-18.3 a leader gives feedback and the employee is told at once and reads it', async ({ page }) => {
  const portal = await Portal.open(page);
  const employee = portal.account('employee');
  await portal.signInAs('evaluator');
  await page.goto('/umpan-balik?bagian=rekan');
  await page.getByRole('link', { name: employee.name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Umpan balik');
  await page.getByRole('button', { name: 'Hasil sudah sesuai harapan; pertahankan.' }).click();
  await page.getByRole('button', { name: 'Kirim umpan balik' }).click();
  await expect(page.getByRole('article').filter({ hasText: 'Hasil sudah sesuai harapan; pertahankan.' }).first()).toBeVisible();
  await portal.isAccessible();
  await portal.signInAs('employee');
  await page.goto('/umpan-balik');
  await expect(page.getByRole('article').filter({ hasText: 'Hasil sudah sesuai harapan; pertahankan.' }).first()).toBeVisible();
  await page.goto('/pemberitahuan');
  await expect(page.getByRole('heading', { level: 1, name: 'Pemberitahuan' })).toBeVisible();
  await portal.isAccessible();
});
