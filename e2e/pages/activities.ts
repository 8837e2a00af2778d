import { expect, type Locator } from '@playwright/test';
import type { Portal } from './portal.js';

/** The employee's month. */
export class ActivitiesPage {
  constructor(private readonly portal: Portal) {}

  async open(query = ''): Promise<void> {
    await this.portal.go(`/kegiatan${query}`, 'Kegiatan harian');
  }

  async add(entry: { from: string; to: string; what: string; quantity: string; unit: string }): Promise<void> {
    const { page } = this.portal;
    await page.getByRole('button', { name: 'Catat kegiatan' }).click();
    await page.getByLabel('Mulai').fill(entry.from);
    await page.getByLabel('Selesai').fill(entry.to);
    await page.getByLabel('Apa yang dikerjakan').fill(entry.what);
    await page.locator('[data-field=outputQuantity]').fill(entry.quantity);
    await page.locator('[data-field=outputUnit]').fill(entry.unit);
    await page.locator('input[data-field=skpResultId]').click();
    await page.locator('[data-combobox-option]:visible').first().click();
    await page.getByRole('button', { name: 'Kirim', exact: true }).click();
    await expect(page.getByText('Kegiatan sudah dikirim kepada atasan.')).toBeVisible();
  }

  entry(what: string): Locator {
    return this.portal.page.getByRole('article').filter({ hasText: what });
  }
}
