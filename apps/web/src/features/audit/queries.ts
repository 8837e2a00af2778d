import type { AuditItem } from '@ekinerja/contracts/audit';
import type { Page } from '@ekinerja/contracts/basics';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { get } from '../../lib/api';

export const auditTrail = (subjectType: string | null, subjectId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['audit', subjectType, subjectId],
    queryFn: ({ pageParam, signal }) => get<Page<AuditItem>>('/audit', { query: { subjectType, subjectId, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
