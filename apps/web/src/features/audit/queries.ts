import type { AuditItem, DutyCount, ReadItem } from '@ekinerja/contracts/audit';
import type { Page } from '@ekinerja/contracts/basics';
import type { RetentionView } from '@ekinerja/contracts/personal-data';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, type Query } from '../../lib/api';

export const auditTrail = (filters: Query) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'trail', filters],
    queryFn: ({ pageParam, signal }) => get<Page<AuditItem>>('/audit', { query: { ...filters, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

export const readLog = (filters: Query) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'reads', filters],
    queryFn: ({ pageParam, signal }) => get<Page<ReadItem>>('/audit/reads', { query: { ...filters, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

export const retention = queryOptions({ queryKey: ['audit', 'retention'], queryFn: ({ signal }) => get<RetentionView>('/personal-data/retention', { signal }) });

export const dutyCount = queryOptions({ queryKey: ['audit', 'duty'], queryFn: ({ signal }) => get<DutyCount>('/audit/duty', { signal }) });

export const peopleFound = (q: string) =>
  queryOptions({
    queryKey: ['audit', 'people', q],
    queryFn: ({ signal }) => get<Page<EmployeeItem>>('/employees', { query: { q, limit: 6 }, signal }),
    enabled: q.length >= 3,
  });
