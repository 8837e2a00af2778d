import type { ActivityReceipt, SendActivitiesAnswer, SentActivity } from '@ekinerja/contracts/sent-activities';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type Dispatch, type SetStateAction } from 'react';
import { NetworkError } from '../../lib/problem';
import { useProfile } from '../../lib/session';
import { sentRows, type GridRow } from './grid-rows';
import { sendMany } from './queries';
import { mayPass, sentQueue } from './queue';

/** At most as many as the server takes at once. */
const AT_ONCE = 100;

/** One lot after the other; it ends with the first of which something was refused. */
async function inTurn(lots: SentActivity[][], ask: (lot: SentActivity[]) => Promise<SendActivitiesAnswer>): Promise<ActivityReceipt[]> {
  const receipts: ActivityReceipt[] = [];
  for (const lot of lots) {
    const answer = await ask(lot);
    receipts.push(...answer.receipts);
    if (answer.receipts.some(({ outcome }) => outcome === 'refused' || outcome === 'conflict')) break;
  }
  return receipts;
}

/** Sends the rows together: all are stored or none, each bad one with its own reason. Without a signal they wait on the device. */
export function useSendGrid(_rows: readonly GridRow[], setRows: Dispatch<SetStateAction<GridRow[]>>) {
  const { accountId } = useProfile();
  const client = useQueryClient();
  const [done, setDone] = useState<'stored' | 'kept' | null>(null);
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: async ({ rows, submit }: { rows: GridRow[]; submit: boolean }) => {
      const entries = sentRows(rows, submit);
      try {
        if (!navigator.onLine) throw new NetworkError('offline');
        const lots = Array.from({ length: Math.ceil(entries.length / AT_ONCE) }, (_, at) => entries.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
        // More than one lot: every row of every lot is looked at before the first is written.
        if (lots.length > 1) {
          const looked = await inTurn(lots, (lot) => sendMany(accountId, lot, true));
          if (looked.some(({ outcome }) => outcome === 'refused' || outcome === 'conflict')) return { receipts: looked, written: false };
        }
        const receipts = await inTurn(lots, (lot) => sendMany(accountId, lot, false));
        return { receipts, written: receipts.length === entries.length && receipts.every(({ outcome }) => outcome === 'stored' || outcome === 'same') };
      } catch (cause) {
        if (!mayPass(cause)) throw cause;
        for (const { id, version, ...body } of entries) {
          const kept = await sentQueue.keep({ id, accountId, version, body, files: [], madeAt: new Date().toISOString(), state: 'waiting', problem: null, current: null });
          if (!kept) throw cause;
        }
        return { receipts: [], written: 'kept' as const };
      }
    },
    onMutate: () => setDone(null),
    onSuccess: ({ receipts, written }) => {
      // What was stored leaves the grid; of what was refused every row keeps its reason.
      const stored = new Set(receipts.filter(({ outcome }) => outcome === 'stored' || outcome === 'same').map(({ id }) => id));
      setRows((before) => (written === 'kept' ? [] : before.filter(({ id }) => !stored.has(id)).map((row) => ({ ...row, receipt: receipts.find(({ id }) => id === row.id) ?? null }))));
      if (written === 'kept') setDone('kept');
      else if (written) setDone('stored');
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
  return {
    sending: mutation.isPending,
    error: mutation.error,
    done,
    send: (rows: GridRow[], submit: boolean) => mutation.mutate({ rows, submit }),
  };
}
