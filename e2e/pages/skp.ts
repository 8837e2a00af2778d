import { expect, type Locator } from '@playwright/test';
import type { Portal } from './portal.js';

/** The form of an SKP, as its writer uses it. */
export class SkpForm {
  /** What was typed, chosen or pressed so far, in words. */
  readonly inputs: string[] = [];

  constructor(private readonly portal: Portal) {}

  get page() {
    return this.portal.page;
  }

  async press(what: Locator, words: string): Promise<void> {
    this.inputs.push(words);
    await what.click();
  }

  async begin(year: number): Promise<void> {
    await this.portal.go(`/skp?tahun=${year}`, 'SKP saya');
    await this.press(this.page.getByRole('button', { name: `Susun SKP ${year}` }), `Susun SKP ${year}`);
    await expect(this.page.getByRole('heading', { level: 1, name: `SKP tahun ${year}` })).toBeVisible();
  }

  /** Results that others in the post wrote: each press brings a whole one. */
  async takeExamples(count: number): Promise<void> {
    const group = this.page.getByRole('group', { name: /biasa ditulis pada jabatan ini/ });
    for (let left = count; left > 0; left -= 1) {
      const next = group.getByRole('button').first();
      await this.press(next, ((await next.innerText()).split('\n')[0] ?? '').slice(0, 60));
    }
  }

  async isSaved(): Promise<void> {
    await expect(this.page.locator('[data-draft=saved]')).toBeVisible();
  }

  async submit(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Tanda tangani dan ajukan' }), 'Tanda tangani dan ajukan');
    await expect(this.page.getByRole('heading', { name: 'Langkah berikutnya' })).toBeVisible();
  }
}
