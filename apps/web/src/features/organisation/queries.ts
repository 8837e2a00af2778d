import type { AssignmentItem } from '@ekinerja/contracts/assignments';
import type { IsoDate, Page, Uuid } from '@ekinerja/contracts/basics';
import type { AuthorityView, DelegationView, OverrideView } from '@ekinerja/contracts/evaluator-acts';
import type { Reorganisation, ReorganisationItem } from '@ekinerja/contracts/reorganisations';
import type { PostDetail, PostItem, UnitDetail, UnitNode } from '@ekinerja/contracts/units-and-posts';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { get, type Query } from '../../lib/api';

const ALL = ['organisation'] as const;

export const unitNodes = (date: IsoDate, parentId: Uuid | null) =>
  queryOptions({ queryKey: [...ALL, 'nodes', date, parentId], queryFn: ({ signal }) => get<UnitNode[]>('/units/nodes', { query: { date, parentId }, signal }) });

export const unitOn = (id: Uuid, date: IsoDate) =>
  queryOptions({ queryKey: [...ALL, 'unit', id, date], queryFn: ({ signal }) => get<UnitDetail>(`/units/${id}`, { query: { date }, signal }) });

export const postOn = (id: Uuid, date: IsoDate) =>
  queryOptions({ queryKey: [...ALL, 'post', id, date], queryFn: ({ signal }) => get<PostDetail>(`/posts/${id}`, { query: { date }, signal }) });

const listOf = <T>(path: string, query: Query) =>
  infiniteQueryOptions({
    queryKey: [...ALL, path, query],
    queryFn: ({ pageParam, signal }) => get<Page<T>>(path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: keepPreviousData,
  });

export const postList = (query: Query) => listOf<PostItem>('/posts', query);
export const assignmentList = (query: Query) => listOf<AssignmentItem>('/assignments', query);

export const delegations = queryOptions({ queryKey: [...ALL, 'delegations'], queryFn: ({ signal }) => get<DelegationView[]>('/evaluator-delegations', { signal }) });
export const overrides = queryOptions({ queryKey: [...ALL, 'overrides'], queryFn: ({ signal }) => get<OverrideView[]>('/evaluator-overrides', { signal }) });
export const authorities = queryOptions({ queryKey: [...ALL, 'authorities'], queryFn: ({ signal }) => get<AuthorityView[]>('/authorities', { signal }) });

/** After any act: who holds what, who evaluates whom and what is vacant may all be different. */
export function useChanged(): () => void {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [ALL, ['employees'], ['units'], ['picker']]) void client.invalidateQueries({ queryKey });
  };
}

export const reorganisations = queryOptions({ queryKey: [...ALL, 'reorganisations'], queryFn: ({ signal }) => get<ReorganisationItem[]>('/reorganisations', { signal }) });
export const reorganisation = (id: Uuid) =>
  queryOptions({ queryKey: [...ALL, 'reorganisations', id], queryFn: ({ signal }) => get<Reorganisation>(`/reorganisations/${id}`, { signal }) });
