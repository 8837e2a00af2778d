import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import type { PublishedReport } from '@ekinerja/contracts/oversight';
import { queryOptions } from '@tanstack/react-query';
import { get, ProblemError } from '../../lib/api';

export const verifyCode = (code: string) =>
  queryOptions({
    queryKey: ['verify', code],
    queryFn: ({ signal }) => get<VerifyAnswer>(`/documents/verify/${encodeURIComponent(code)}`, { signal }),
  });

/** Results of monitoring: for anybody, or where the regulation keeps the page inside, for whoever is signed in (KS 29). */
export const publishedReports = queryOptions({
  queryKey: ['published-reports'],
  queryFn: async ({ signal }) => {
    try {
      return await get<PublishedReport[]>('/oversight-reports/published', { signal });
    } catch (error) {
      // With a session of its own the page is refused to nobody.
      if (!(error instanceof ProblemError) || error.code !== 'sign-in-required') throw error;
      return get<PublishedReport[]>('/oversight-reports/published-inside', { signal });
    }
  },
});
