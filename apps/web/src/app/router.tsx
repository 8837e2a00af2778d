import { createBrowserRouter, type RouteObject } from 'react-router';
import { guard } from '../lib/guard';
import { onSessionMove } from '../lib/session';
import { routes as activities } from '../features/activities/routes';
import { routes as approvals } from '../features/approvals/routes';
import { routes as attendance } from '../features/attendance/routes';
import { routes as audit } from '../features/audit/routes';
import { publicRoutes as signIn, routes as auth } from '../features/auth/routes';
import { routes as employees } from '../features/employees/routes';
import { routes as evaluations } from '../features/evaluations/routes';
import { routes as home } from '../features/home/routes';
import { routes as imports } from '../features/imports/routes';
import { routes as monitoring } from '../features/monitoring/routes';
import { routes as payRuns } from '../features/pay-runs/routes';
import { routes as payslips } from '../features/payslips/routes';
import { routes as regulations } from '../features/regulations/routes';
import { routes as setup } from '../features/setup/routes';
import { routes as skp } from '../features/skp/routes';
import { routes as verify } from '../features/verify/routes';
import { NotFound } from './NotFound';
import { RouteError } from './RouteError';
import { Starting } from './Starting';

const signedIn: RouteObject[] = [
  ...home,
  ...activities,
  ...skp,
  ...approvals,
  ...evaluations,
  ...payslips,
  ...attendance,
  ...payRuns,
  ...employees,
  ...regulations,
  ...audit,
  ...monitoring,
  ...imports,
  ...setup,
  ...auth,
  { path: '*', Component: NotFound },
];

export const portalRoutes: RouteObject[] = [
  {
    ErrorBoundary: RouteError,
    HydrateFallback: Starting,
    children: [
      ...signIn,
      ...verify,
      {
        path: '/',
        lazy: async () => ({ Component: (await import('./Layout')).Layout }),
        loader: async ({ request }) => {
          await guard(request, []);
          return null;
        },
        // The menu stays where it is when one page fails.
        children: [{ ErrorBoundary: RouteError, children: signedIn }],
      },
    ],
  },
];

export function createPortalRouter() {
  const router = createBrowserRouter(portalRoutes);
  onSessionMove((path) => void router.navigate(path));
  return router;
}
