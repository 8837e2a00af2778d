import { createBrowserRouter, type RouteObject } from 'react-router';
import { guard } from '../lib/guard';
import { onSessionMove } from '../lib/session';
import { routes as activities } from '../features/activities/routes';
import { routes as approvals } from '../features/approvals/routes';
import { routes as attendance } from '../features/attendance/routes';
import { routes as audit } from '../features/audit/routes';
import { routes as catalogue } from '../features/catalogue/routes';
import { routes as suggestions } from '../features/suggestions/routes';
import { publicRoutes as signIn, routes as auth } from '../features/auth/routes';
import { routes as calendar } from '../features/calendar/routes';
import { routes as employees } from '../features/employees/routes';
import { routes as evaluations } from '../features/evaluations/routes';
import { publicRoutes as feedbackByLink, routes as feedback } from '../features/feedback/routes';
import { routes as followUp } from '../features/follow-up/routes';
import { routes as home } from '../features/home/routes';
import { routes as imports } from '../features/imports/routes';
import { routes as monitoring } from '../features/monitoring/routes';
import { routes as objections } from '../features/objections/routes';
import { routes as organisation } from '../features/organisation/routes';
import { routes as payRecords } from '../features/pay-records/routes';
import { routes as notifications } from '../features/notifications/routes';
import { routes as payRuns } from '../features/pay-runs/routes';
import { routes as payslips } from '../features/payslips/routes';
import { routes as plans } from '../features/plans/routes';
import { routes as personalData } from '../features/personal-data/routes';
import { routes as regulations } from '../features/regulations/routes';
import { routes as serviceRequests } from '../features/service-requests/routes';
import { routes as setup } from '../features/setup/routes';
import { routes as skp } from '../features/skp/routes';
import { routes as staffingRecords } from '../features/staffing-records/routes';
import { routes as verify } from '../features/verify/routes';
import { NotFound } from './NotFound';
import { RouteError } from './RouteError';
import { Starting } from './Starting';

const signedIn: RouteObject[] = [
  ...home,
  ...activities,
  ...catalogue,
  ...suggestions,
  ...skp,
  ...plans,
  ...approvals,
  ...feedback,
  ...notifications,
  ...followUp,
  ...serviceRequests,
  ...evaluations,
  ...objections,
  ...payslips,
  ...attendance,
  ...payRecords,
  ...payRuns,
  ...employees,
  ...organisation,
  ...regulations,
  ...calendar,
  ...audit,
  ...monitoring,
  ...imports,
  ...setup,
  ...staffingRecords,
  ...personalData,
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
      ...feedbackByLink,
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
