import type { GapItem } from '@ekinerja/contracts/activities';
import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { MissingReportItem } from '@ekinerja/contracts/month-reports';
import type { UnitItem } from '@ekinerja/contracts/organisation';
import type { MissingSkpItem } from '@ekinerja/contracts/skp';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
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

/** All SKPD by name: tens, never thousands, so that a filter shows them at once. */
export const skpdList = queryOptions({
  queryKey: ['units', 'skpd'],
  queryFn: async ({ signal }) => {
    const units: UnitItem[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<UnitItem> = await get('/units', { query: { skpdOnly: true, limit: 200, cursor }, signal });
      units.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return units;
  },
  staleTime: 10 * 60_000,
});
