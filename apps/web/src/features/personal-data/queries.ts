import type { Page } from '@ekinerja/contracts/basics';
import type { OwnDataRead, SupportView } from '@ekinerja/contracts/personal-data';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../../lib/api';

export const ownReads = infiniteQueryOptions({
  queryKey: ['personal-data', 'reads'],
  queryFn: ({ pageParam, signal }) => get<Page<OwnDataRead>>('/personal-data/reads', { query: { cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  select: ({ pages }) => pages.flatMap(({ items }) => items),
});

export const viewsOfMine = queryOptions({ queryKey: ['personal-data', 'views'], queryFn: ({ signal }) => get<SupportView[]>('/support-views/mine', { signal }) });
