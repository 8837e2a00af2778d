import type { GapItem } from '@ekinerja/contracts/activities';
import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { MissingReportItem } from '@ekinerja/contracts/month-reports';
import type { MissingSkpItem } from '@ekinerja/contracts/skp';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { get, type Query } from '../../lib/api';

const ALL = ['monitoring'] as const;

const paged = <Item>(path: string, query: Query) =>
  infiniteQueryOptions({
    queryKey: [...ALL, path, query],
    queryFn: ({ pageParam, signal }) => get<Page<Item>>(path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

export const missingSkp = (year: number, skpdId: Uuid | null) => paged<MissingSkpItem>('/skp/missing', { year, skpdId });
export const activityGaps = (month: IsoMonth, skpdId: Uuid | null) => paged<GapItem>('/activities/gaps', { month, skpdId });
export const missingReports = (month: IsoMonth, skpdId: Uuid | null) => paged<MissingReportItem>('/month-reports/missing', { month, skpdId });
