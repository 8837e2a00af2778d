import type { GapItem } from '@ekinerja/contracts/activities';
import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { MissingReportItem } from '@ekinerja/contracts/month-reports';
import type { UnitItem } from '@ekinerja/contracts/organisation';
import type { ArchivedDocument, CompletenessAnswer, ComplianceItem, StagesAnswer, TrendMonth } from '@ekinerja/contracts/oversight';
import type { MissingSkpItem } from '@ekinerja/contracts/skp-year';
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
export const compliance = (month: IsoMonth, skpdId: Uuid | null, lacking: string | null) => paged<ComplianceItem>('/monitoring/compliance', { month, skpdId, lacking });
export const archivedDocuments = (filter: { kind: string | null; number: string | null; from: string | null; to: string | null }) => paged<ArchivedDocument>('/archive/documents', filter);

export const completeness = (year: number) =>
  queryOptions({ queryKey: [...ALL, 'completeness', year], queryFn: ({ signal }) => get<CompletenessAnswer>('/archive/completeness', { query: { year }, signal }) });
export const stages = (month: IsoMonth) =>
  queryOptions({ queryKey: [...ALL, 'stages', month], queryFn: ({ signal }) => get<StagesAnswer>('/monitoring/stages', { query: { month }, signal }) });
export const trend = (month: IsoMonth, skpdId: Uuid | null) =>
  queryOptions({ queryKey: [...ALL, 'trend', month, skpdId], queryFn: ({ signal }) => get<TrendMonth[]>('/monitoring/trend', { query: { month, skpdId }, signal }) });
/** Tens, never thousands. */
export const skpdList = queryOptions({
  queryKey: [...ALL, 'skpd'],
  queryFn: async ({ signal }) => (await get<Page<UnitItem>>('/units', { query: { skpdOnly: true, limit: 200 }, signal })).items,
});
