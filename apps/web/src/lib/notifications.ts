import type { NotificationCount } from '@ekinerja/contracts/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { accessToken, tokenOnItsWay } from './access-token';
import { addressOf, get } from './api';

export const unreadKey = ['notifications', 'unread'] as const;
const WAIT_MS = 5000;
const LONGEST_WAIT_MS = 60_000;

/** How many are unread: told by the server at once, asked for again when the line is lost. */
export function useUnread(): number {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: unreadKey,
    queryFn: ({ signal }) => get<NotificationCount>('/notifications/count', { signal }),
  });
  useEffect(() => {
    const controller = new AbortController();
    void follow(controller.signal, (count) => {
      client.setQueryData(unreadKey, count);
      void client.invalidateQueries({ queryKey: ['notifications', 'list'] });
    });
    return () => controller.abort();
  }, [client]);
  return query.data?.unread ?? 0;
}

/** EventSource cannot carry the bearer token; the same stream is read by fetch. */
async function follow(signal: AbortSignal, tell: (count: NotificationCount) => void): Promise<void> {
  let wait = WAIT_MS;
  while (!signal.aborted) {
    try {
      await tokenOnItsWay();
      const response = await fetch(addressOf('/notifications/stream'), {
        headers: { Accept: 'text/event-stream', Authorization: `Bearer ${accessToken.get() ?? ''}` },
        signal,
      });
      if (response.ok && response.body) {
        wait = WAIT_MS;
        await read(response.body, tell);
      }
    } catch {
      // Lost or shut: tried again below.
    }
    if (signal.aborted) return;
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

async function read(
  body: ReadableStream<Uint8Array>,
  tell: (count: NotificationCount) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data) tell(JSON.parse(data) as NotificationCount);
    }
  }
}
