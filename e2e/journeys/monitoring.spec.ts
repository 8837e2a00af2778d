import { expect, test } from '@playwright/test';
import { Portal } from '../pages/portal.js';

test('KS-3.b KS-27.1 TL-37.1 the regent’s side watches per unit and period, in a table and in pictures', async ({ page }) => {
  const portal = await Portal.open(page);
  await portal.signInAs('superadmin');
  await portal.go('/pantau?bulan=2026-10', 'Pantauan');
  const unit = page.getByRole('table', { name: 'Tahapan' }).getByRole('row').nth(1);
  await expect(unit).toContainText('Perencanaan');
  await expect(unit).toContainText(/\d+ \/ \d+/);
  await expect(page.getByRole('region', { name: 'Predikat kinerja' }).locator('svg.recharts-surface').first()).toBeVisible();
  await portal.isAccessible();
  await page.getByRole('tab', { name: 'Kepatuhan' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh Excel' }).click();
  expect((await waiting).suggestedFilename()).toBe('kepatuhan-2026-10.xlsx');
  await portal.isAccessible();
});
