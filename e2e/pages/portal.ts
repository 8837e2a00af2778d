import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { AboutAnswer, DemoAccount } from '@ekinerja/contracts/system';

/** What every screen has: signing in, moving about, and the checks made on each page. */
export class Portal {
  private constructor(
    readonly page: Page,
    private readonly accounts: DemoAccount[],
  ) {}

  /** Opens the portal and knows its demo accounts. Errors in the console and unanswered requests fail the journey. */
  static async open(page: Page): Promise<Portal> {
    page.on('pageerror', (error) => {
      throw error;
    });
    const about = (await (await page.request.get('/api/v1/about')).json()) as AboutAnswer;
    return new Portal(page, about.demoAccounts);
  }

  account(role: string): DemoAccount {
    const found = this.accounts.find((account) => account.role === role);
    if (!found) throw new Error(`no demo account for ${role}: ${this.accounts.map((account) => account.role).join(', ')}`);
    return found;
  }

  async signInAs(role: string): Promise<DemoAccount> {
    const account = this.account(role);
    await this.page.context().clearCookies();
    await this.page.goto('/masuk');
    await this.page.getByLabel('NIP atau nama pengguna').fill(account.username);
    await this.page.getByLabel('Kata sandi', { exact: true }).fill(account.password);
    await this.page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(this.page).not.toHaveURL(/masuk/);
    return account;
  }

  async go(path: string, heading: string | RegExp): Promise<void> {
    await this.page.goto(path);
    await expect(this.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }

  /** WCAG 2.2 AA by axe, and no sideways scrolling. */
  async isAccessible(): Promise<void> {
    await expect(this.page.locator('.mantine-Skeleton-root')).toHaveCount(0);
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([]);
    const [width, window] = await this.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const);
    expect(width).toBeLessThanOrEqual(window);
  }
}
