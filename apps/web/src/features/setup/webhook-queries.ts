import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { SaveWebhookRequest, Webhook, WebhookDelivery, WebhookWithSecret } from '@ekinerja/contracts/webhooks';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../lib/api';

const ALL = ['webhooks'] as const;

export const webhooks = queryOptions({ queryKey: [...ALL, 'list'], queryFn: ({ signal }) => get<Webhook[]>('/webhooks', { signal }) });

export const deliveries = (id: Uuid) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'deliveries', id],
    queryFn: ({ pageParam, signal }) => get<Page<WebhookDelivery>>(`/webhooks/${id}/deliveries`, { query: { cursor: pageParam, limit: 20 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

function useChange<Variables, Answer>(change: (variables: Variables) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ALL }) });
}

export const useCreateWebhook = () => useChange((body: SaveWebhookRequest) => send<WebhookWithSecret>('POST', '/webhooks', { body }));
export const useRenewSecret = () => useChange((id: Uuid) => send<WebhookWithSecret>('POST', `/webhooks/${id}/secret`, {}));
export const useTestWebhook = () => useChange((id: Uuid) => send<void>('POST', `/webhooks/${id}/test`, {}));
export const useEndWebhook = () => useChange(({ id, reason }: { id: Uuid; reason: string }) => send<void>('POST', `/webhooks/${id}/end`, { body: { reason } }));
export const useRedeliver = (id: Uuid) => useChange((deliveryId: Uuid) => send<void>('POST', `/webhooks/${id}/deliveries/${deliveryId}/redeliver`, {}));
