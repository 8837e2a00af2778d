import type { SupportView } from '@ekinerja/contracts/personal-data';

/** For this tab only, and gone with it: a look at the portal as another person sees it. */
const KEY = 'ekinerja.on-behalf';

export const supportView = {
  get(): SupportView | null {
    const text = typeof sessionStorage === 'undefined' ? null : sessionStorage.getItem(KEY);
    if (text === null) return null;
    const view = JSON.parse(text) as SupportView;
    return Date.parse(view.expiresAt) > Date.now() ? view : null;
  },
  set(view: SupportView): void {
    sessionStorage.setItem(KEY, JSON.stringify(view));
  },
  clear(): void {
    sessionStorage.removeItem(KEY);
  },
};
