import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type {
  CoordinateRequest, DataRequest, DecideDataRequest, DeliverReportRequest, DrawReportRequest, OversightReport, PublishReportRequest, RedrawReportRequest, RegisterDataRequest,
} from '@ekinerja/contracts/oversight';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, send, upload } from '../../lib/api';

const REPORTS = ['oversight-reports'] as const;
const REQUESTS = ['data-requests'] as const;

export interface YearOfReports {
  periods: { code: string; from: string; to: string }[];
  reports: OversightReport[];
}

export const reportsOf = (year: number) =>
  queryOptions({ queryKey: [...REPORTS, year], queryFn: ({ signal }) => get<YearOfReports>('/oversight-reports', { query: { year }, signal }) });

export const dataRequests = infiniteQueryOptions({
  queryKey: REQUESTS,
  queryFn: ({ pageParam, signal }) => get<Page<DataRequest>>('/data-requests', { query: { cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  select: ({ pages }) => pages.flatMap(({ items }) => items),
});

type Versioned = { id: Uuid; version: number };

function useStep<Body>(key: readonly string[], path: (row: Versioned) => string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ row, body }: { row: Versioned; body: Body }) => send('POST', path(row), { body, ifMatch: row.version }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

function useNew<Body>(key: readonly string[], path: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (body: Body) => send('POST', path, { body }), onSuccess: () => client.invalidateQueries({ queryKey: key }) });
}

export const useDraw = () => useNew<DrawReportRequest>(REPORTS, '/oversight-reports');
/** The ICT agency's paper with its notes (KS 28(2)). */
export function useFileInfrastructure() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, ...report }: DrawReportRequest & { file: File }) => upload('/oversight-reports/infrastructure', file, { ...report }),
    onSuccess: () => client.invalidateQueries({ queryKey: REPORTS }),
  });
}
export const useRedraw = () => useStep<RedrawReportRequest>(REPORTS, ({ id }) => `/oversight-reports/${id}/redrawing`);
export const useDeliver = () => useStep<DeliverReportRequest>(REPORTS, ({ id }) => `/oversight-reports/${id}/deliveries`);
export const usePublish = () => useStep<PublishReportRequest>(REPORTS, ({ id }) => `/oversight-reports/${id}/publication`);
export const useRegister = () => useNew<RegisterDataRequest>(REQUESTS, '/data-requests');
export const useCoordinate = () => useStep<CoordinateRequest>(REQUESTS, ({ id }) => `/data-requests/${id}/coordinations`);
export const useDecide = () => useStep<DecideDataRequest>(REQUESTS, ({ id }) => `/data-requests/${id}/decision`);
