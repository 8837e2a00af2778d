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
    await this.signIn(account);
    return account;
  }

  /** Everybody of the demo signs in with the same password. */
  async signInWith(username: string): Promise<void> {
    await this.signIn({ username, password: this.accounts[0]?.password ?? '' });
  }

  private async signIn(account: { username: string; password: string }): Promise<void> {
    await this.page.context().clearCookies();
    await this.page.goto('/masuk');
    await this.page.getByLabel('NIP atau nama pengguna').fill(account.username);
    await this.page.getByLabel('Kata sandi', { exact: true }).fill(account.password);
    await this.page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(this.page).not.toHaveURL(/masuk/);
  }

  async go(path: string, heading: string | RegExp): Promise<void> {
    await this.page.goto(path);
    await expect(this.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }

  /** WCAG 2.2 AA by axe, and no sideways scrolling. */
  async isAccessible(): Promise<void> {
    await expect(this.page.locator('.mantine-Skeleton-root')).toHaveCount(0);
    await this.settled();
    await this.readToTheEnd();
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([]);
    const [width, window] = await this.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const);
    expect(width).toBeLessThanOrEqual(window);
  }

  /** A drawer that is still fading in has not the colours that it will have. */
  private async settled(): Promise<void> {
    await this.page.evaluate(async () => {
      const passing = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
      await Promise.all(passing.map((one) => one.finished.catch(() => undefined)));
    });
  }

  /** Long lists lay out their rows when they come into view, and remember their size. */
  private async readToTheEnd(): Promise<void> {
    await this.page.evaluate(async () => {
      for (let top = 0; top < document.documentElement.scrollHeight; top += window.innerHeight) {
        window.scrollTo(0, top);
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }
      window.scrollTo(0, 0);
    });
  }
}
