import { expect } from '@playwright/test';
import type { Portal } from './portal.js';

/** Checking and closing SKPD after SKPD. */
export class PayRunPages {
  constructor(private readonly portal: Portal) {}

  /** Opens the run of a month in words, making it first where it does not exist. */
  async openMonth(month: string): Promise<void> {
    const { page } = this.portal;
    await this.portal.go('/tpp', 'TPP bulanan');
    const start = page.getByRole('button', { name: `Buka proses bulan ${month}` });
    const run = page.getByRole('link', { name: new RegExp(month) }).first();
    await expect(start.or(run).first()).toBeVisible();
    if (await start.isVisible()) await start.click();
    else await run.click();
    await expect(page.getByRole('heading', { level: 1, name: `TPP ${month}` })).toBeVisible();
  }

  /** Addresses of the run's SKPD pages. */
  async unitPaths(): Promise<string[]> {
    const links = this.portal.page.locator('main a[href^="/tpp/"]');
    await expect(links.first()).toBeVisible();
    const paths = await links.evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).pathname));
    return [...new Set(paths.filter((path) => path.split('/').length === 4))];
  }

  async waiveAll(reason: string): Promise<void> {
    const { page } = this.portal;
    const buttons = page.getByRole('button', { name: /^Kesampingkan dengan alasan/ });
    while ((await buttons.count()) > 0) {
      const before = await buttons.count();
      await buttons.first().click();
      await page.getByLabel('Alasan mengesampingkan').fill(reason);
      await page.getByRole('button', { name: 'Kesampingkan', exact: true }).click();
      await expect(buttons).toHaveCount(before - 1);
    }
  }

  async check(): Promise<void> {
    await this.portal.page.getByRole('button', { name: 'Periksa', exact: true }).click();
    await expect(this.portal.page.getByText(/Sudah diperiksa/).first()).toBeVisible();
  }

  async close(): Promise<void> {
    await this.portal.page.getByRole('button', { name: 'Tutup bulan' }).click();
    await this.portal.page.getByRole('button', { name: 'Ya, tutup bulan' }).click();
    await expect(this.portal.page.getByText(/sudah ditutup/).first()).toBeVisible();
  }
}
