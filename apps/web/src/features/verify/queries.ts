import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import type { PublishedReport } from '@ekinerja/contracts/oversight';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../lib/api';

export const verifyCode = (code: string) =>
  queryOptions({
    queryKey: ['verify', code],
    queryFn: ({ signal }) => get<VerifyAnswer>(`/documents/verify/${encodeURIComponent(code)}`, { signal }),
  });

/** Chosen results of monitoring, for anybody (KS 29). */
export const publishedReports = queryOptions({
  queryKey: ['published-reports'],
  queryFn: ({ signal }) => get<PublishedReport[]>('/oversight-reports/published', { signal }),
});
