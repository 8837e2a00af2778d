/** Pages that are opened straight from the phone's home screen: their code need not wait until the portal is read. */
const FIRST_PAGES: readonly [RegExp, () => Promise<unknown>][] = [
  [/^\/kegiatan\/?$/, () => import('../features/activities/ActivitiesPage')],
  [/^\/persetujuan\/?$/, () => import('../features/approvals/ApprovalsPage')],
  [/^\/$/, () => import('../features/home/HomePage')],
];

/** After `loadPortal`, so that a page's styles stand after the portal's. */
export function fetchEarly(path: string): void {
  void FIRST_PAGES.find(([pattern]) => pattern.test(path))?.[1]().catch(() => undefined);
}

/** The component library's styles are asked for first: the portal's own stand after them and win. */
export async function loadPortal() {
  const styles = import('./portal-styles');
  const [portal] = await Promise.all([import('./portal'), styles]);
  return portal;
}
