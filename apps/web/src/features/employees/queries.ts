import type { IsoDate, IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { EmployeeDetail, EmployeeItem } from '@ekinerja/contracts/employees';
import type { EmploymentEvent, EmploymentEventItem } from '@ekinerja/contracts/employment-events';
import type { LeadersOfPerson } from '@ekinerja/contracts/evaluator-acts';
import type { EvaluatorAnswerView } from '@ekinerja/contracts/organisation';
import type { OfficialForms } from '@ekinerja/contracts/forms';
import type { PaperDecision, PaperSigner, PaperWaiting } from '@ekinerja/contracts/paper-decisions';
import type { PersonTimeline } from '@ekinerja/contracts/person-timeline';
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

export const leadersOf = (id: Uuid, date: IsoDate) =>
  queryOptions({ queryKey: [...ALL, id, 'leaders', date], queryFn: ({ signal }) => get<LeadersOfPerson>(`/employees/${id}/leaders`, { query: { date }, signal }) });

export const eventsOf = (id: Uuid) =>
  queryOptions({ queryKey: [...ALL, id, 'events'], queryFn: ({ signal }) => get<EmploymentEvent[]>(`/employees/${id}/events`, { signal }) });

export const recentEvents = infiniteQueryOptions({
  queryKey: [...ALL, 'events'],
  queryFn: ({ pageParam, signal }) => get<Page<EmploymentEventItem>>('/employees/events', { query: { cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  select: ({ pages }) => pages.flatMap(({ items }) => items),
});

export const timelineOf = (id: Uuid, year: number | null) =>
  queryOptions({ queryKey: [...ALL, id, 'timeline', year], queryFn: ({ signal }) => get<PersonTimeline>(`/employees/${id}/timeline`, { query: { year }, signal }) });

export const paperSigners = queryOptions({ queryKey: ['paper-decisions', 'signers'], queryFn: ({ signal }) => get<PaperSigner[]>('/paper-decisions/signers', { signal }) });

export const paperWaiting = (signerId: Uuid, month: IsoMonth) =>
  queryOptions({
    queryKey: ['paper-decisions', 'waiting', signerId, month],
    queryFn: ({ signal }) => get<PaperWaiting>(`/paper-decisions/signers/${signerId}/waiting`, { query: { month }, signal }),
  });

export const paperRecorded = infiniteQueryOptions({
  queryKey: ['paper-decisions', 'recorded'],
  queryFn: ({ pageParam, signal }) => get<Page<PaperDecision>>('/paper-decisions', { query: { cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  select: ({ pages }) => pages.flatMap(({ items }) => items),
});

export const formsOf = (id: Uuid, year: number | null) =>
  queryOptions({ queryKey: [...ALL, id, 'forms', year], queryFn: ({ signal }) => get<OfficialForms>(`/employees/${id}/forms`, { query: { year }, signal }) });
