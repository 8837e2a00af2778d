import type { IsoDate, Page, Uuid } from '@ekinerja/contracts/basics';
import type { EmployeeDetail, EmployeeItem } from '@ekinerja/contracts/employees';
import type { EvaluatorAnswerView } from '@ekinerja/contracts/organisation';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from '../../lib/api';

const ALL = ['employees'] as const;

export const employeeList = (q: string, skpdId: Uuid | null) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'list', q, skpdId],
    queryFn: ({ pageParam, signal }) => get<Page<EmployeeItem>>('/employees', { query: { q, skpdId, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: keepPreviousData,
  });

export const employee = (id: Uuid) =>
  queryOptions({ queryKey: [...ALL, id], queryFn: ({ signal }) => get<EmployeeDetail>(`/employees/${id}`, { signal }) });

export const evaluatorOn = (id: Uuid, date: IsoDate) =>
  queryOptions({
    queryKey: [...ALL, id, 'evaluator', date],
    queryFn: ({ signal }) => get<EvaluatorAnswerView>(`/employees/${id}/evaluator`, { query: { date }, signal }),
  });
