import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { Suggestion, SuggestionChannels, WriteSuggestionRequest } from '@ekinerja/contracts/suggestions';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, send } from '../../lib/api';

export const SUGGESTIONS = ['suggestions'] as const;

export const channels = queryOptions({
  queryKey: [...SUGGESTIONS, 'channels'],
  queryFn: ({ signal }) => get<SuggestionChannels>('/suggestions/channels', { signal }),
});

export const suggestions = (box: 'received' | 'sent') =>
  infiniteQueryOptions({
    queryKey: [...SUGGESTIONS, box],
    queryFn: ({ pageParam, signal }) => get<Page<Suggestion>>('/suggestions', { query: { box, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const write = ({ id, body }: { id: Uuid; body: WriteSuggestionRequest }) => send<Suggestion>('PUT', `/suggestions/${id}`, { body });
export const say = ({ id, version, text }: { id: Uuid; version: number; text: string }) =>
  send<Suggestion>('POST', `/suggestions/${id}/messages`, { body: { text }, ifMatch: version });
export const close = ({ id, version }: { id: Uuid; version: number }) => send<Suggestion>('POST', `/suggestions/${id}/close`, { ifMatch: version });
