import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { KeptEntry } from '../../lib/device';
import { NetworkError } from '../../lib/problem';
import { useProfile } from '../../lib/session';
import { flushQueue, sentQueue } from './queue';

const AGAIN_MS = 20_000;

export const useKeptEntries = (): readonly KeptEntry[] => useSyncExternalStore(sentQueue.subscribe, sentQueue.all);

export function useOnline(): boolean {
  return useSyncExternalStore(
    (tell) => {
      window.addEventListener('online', tell);
      window.addEventListener('offline', tell);
      return () => {
        window.removeEventListener('online', tell);
        window.removeEventListener('offline', tell);
      };
    },
    () => navigator.onLine,
  );
}

/** Sends what waits when the line is back, when the portal is opened, and again while something is left. */
export function useQueueRunner(onSent: (count: number) => void): { running: boolean; run: () => void } {
  const { accountId } = useProfile();
  const client = useQueryClient();
  const online = useOnline();
  const left = useKeptEntries().filter(({ state }) => state === 'waiting' || state === 'stored').length;
  const [running, setRunning] = useState(false);
  const run = useCallback(() => {
    setRunning(true);
    flushQueue(accountId)
      .then((count) => {
        if (count > 0) onSent(count);
        return client.invalidateQueries({ queryKey: ['activities'] });
      })
      .catch((error: unknown) => {
        // No line after all, or a server that is away: it stays and is tried again.
        if (!(error instanceof NetworkError)) console.warn(error);
      })
      .finally(() => setRunning(false));
  }, [accountId, client, onSent]);
  useEffect(() => {
    void sentQueue.load(accountId);
  }, [accountId]);
  useEffect(() => {
    if (!online || left === 0) return;
    const soon = setTimeout(run, 0);
    const timer = setInterval(run, AGAIN_MS);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [online, left, run]);
  return { running, run };
}
