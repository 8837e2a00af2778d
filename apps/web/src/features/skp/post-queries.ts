import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { PostPointsRequest } from '@ekinerja/contracts/skp-cascade';
import type { InitialEntryItem, MakeTemplateRequest, MissingDocumentItem, PostDutiesRequest, SkpTemplateItem } from '@ekinerja/contracts/skp-year';
import type { PostItem } from '@ekinerja/contracts/units-and-posts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send } from '../../lib/api';

const ALL = ['skp', 'posts'] as const;

const paged = <T>(key: readonly unknown[], path: string, query: Record<string, string | number | null>) =>
  infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => get<Page<T>>(path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<T>) => last.nextCursor,
  });

export const skpPosts = (skpdId: Uuid, q: string) => paged<PostItem>([...ALL, 'list', skpdId, q], '/posts', { skpdId, q: q || null });

export const missingDocuments = (year: number, skpdId: Uuid) => paged<MissingDocumentItem>(['skp', 'missing-documents', year, skpdId], '/skp/missing-documents', { year, skpdId });
export const initialEntries = (year: number, skpdId: Uuid) => paged<InitialEntryItem>(['skp', 'initial-entries', year, skpdId], '/skp/initial-entries', { year, skpdId });

export const postDuties = (id: Uuid) => queryOptions({ queryKey: [...ALL, 'duties', id], queryFn: ({ signal }) => get<PostDutiesRequest>(`/posts/${id}/duties`, { signal }) });
export const postPoints = (id: Uuid) => queryOptions({ queryKey: [...ALL, 'points', id], queryFn: ({ signal }) => get<PostPointsRequest>(`/posts/${id}/points`, { signal }) });

export function useSavePost(id: Uuid) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ duties, points }: Partial<PostDutiesRequest & PostPointsRequest>) => {
      if (duties) await send('PUT', `/posts/${id}/duties`, { body: { duties } });
      if (points) await send('PUT', `/posts/${id}/points`, { body: { points } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['skp'] }),
  });
}

export function useTemplates() {
  const client = useQueryClient();
  const after = { onSuccess: () => client.invalidateQueries({ queryKey: ['skp', 'suggestions'] }) };
  return {
    make: useMutation({ mutationFn: (body: MakeTemplateRequest) => send<SkpTemplateItem[]>('POST', '/skp-templates', { body, idempotencyKey: newIntent() }), ...after }),
    remove: useMutation({ mutationFn: (id: Uuid) => send('DELETE', `/skp-templates/${id}`), ...after }),
  };
}
