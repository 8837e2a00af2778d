import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { Query } from './address';

/** What a page asks first, in one place: the entry asks the very same ahead of it. */
export const FIRST_QUESTIONS = {
  month: { path: '/activities/month', query: (month: IsoMonth): Query => ({ month }) },
  /** As many rows as the server gives at once. */
  waiting: {
    path: '/activities/waiting',
    query: (employmentId: Uuid | null): Query => ({ limit: 200, employmentId, quiet: 'true' }),
  },
} as const;
