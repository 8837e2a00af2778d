import type { IsoDate } from '@ekinerja/contracts/basics';
import type { RegulationSummary, RegulationView } from '@ekinerja/contracts/regulations';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../lib/api';

const ALL = ['regulations'] as const;

export const regulationsOn = (date: IsoDate) =>
  queryOptions({
    queryKey: [...ALL, date],
    queryFn: ({ signal }) => get<RegulationSummary[]>('/regulations', { query: { date }, signal }),
  });

export const regulationOn = (kind: string, date: IsoDate) =>
  queryOptions({
    queryKey: [...ALL, date, kind],
    queryFn: ({ signal }) => get<RegulationView>(`/regulations/${encodeURIComponent(kind)}`, { query: { date }, signal }),
  });
