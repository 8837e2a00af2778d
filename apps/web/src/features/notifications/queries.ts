import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { NotificationCount, NotificationItem, NotificationSettings, SaveNotificationSettings } from '@ekinerja/contracts/notifications';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../lib/api';
import { unreadKey } from '../../lib/notifications';

const ALL = ['notifications'] as const;

export const notificationList = infiniteQueryOptions({
  queryKey: [...ALL, 'list'],
  queryFn: ({ pageParam, signal }) => get<Page<NotificationItem>>('/notifications', { query: { cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});

export const notificationSettings = queryOptions({
  queryKey: [...ALL, 'settings'],
  queryFn: ({ signal }) => get<NotificationSettings>('/notifications/settings', { signal }),
});

export function useRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: Uuid | null) => send<NotificationCount>('POST', id ? `/notifications/${id}/read` : '/notifications/read'),
    onSuccess: (count) => {
      client.setQueryData(unreadKey, count);
      return client.invalidateQueries({ queryKey: [...ALL, 'list'] });
    },
  });
}

export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SaveNotificationSettings) => send<NotificationSettings>('PUT', '/notifications/settings', { body }),
    onSuccess: (settings) => client.setQueryData(notificationSettings.queryKey, settings),
  });
}
