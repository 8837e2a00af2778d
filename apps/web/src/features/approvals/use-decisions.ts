import type { WaitingActivity } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/problem';
import { announce } from '../../ui/Announcements';
import { acceptMany, acceptOne, refuseOne } from './queries';

export interface Skipped {
  entry: WaitingActivity;
  code: string;
}

/**
 * Decisions on the list. A row leaves the screen at once and comes back if the server refuses; the list itself is
 * fetched again only after a sweep, so that rows do not move under the finger.
 */
export function useDecisions() {
  const { t } = useTranslation('approvals');
  const client = useQueryClient();
  const [gone, setGone] = useState<ReadonlySet<Uuid>>(new Set());
  const [skipped, setSkipped] = useState<Skipped[]>([]);

  const take = (ids: readonly Uuid[]) => setGone((before) => new Set([...before, ...ids]));
  const giveBack = (ids: readonly Uuid[]) =>
    setGone((before) => new Set([...before].filter((id) => !ids.includes(id))));
  const refresh = () => client.invalidateQueries({ queryKey: ['approvals'] });
  const failed = (error: unknown, entry: WaitingActivity) => {
    giveBack([entry.id]);
    if (isProblem(error, 'stale-version') || isProblem(error, 'state-refused')) void refresh();
  };

  const accept = useMutation({
    mutationFn: acceptOne,
    onMutate: (entry) => take([entry.id]),
    onSuccess: () => announce(t('done.accepted', { count: 1 })),
    onError: failed,
  });
  const refuse = useMutation({
    mutationFn: ({ entry, reason }: { entry: WaitingActivity; reason: string }) => refuseOne(entry, reason),
    onSuccess: (_, { entry }) => {
      take([entry.id]);
      announce(t('done.refused'));
    },
    onError: (error, { entry }) => failed(error, entry),
  });
  const acceptAll = useMutation({
    mutationFn: (entries: readonly WaitingActivity[]) => acceptMany(entries.map(({ id }) => id)),
    onMutate: () => setSkipped([]),
    onSuccess: (answer, entries) => {
      take(answer.accepted);
      setSkipped(
        answer.skipped.flatMap(({ id, code }) => {
          const entry = entries.find((one) => one.id === id);
          return entry ? [{ entry, code }] : [];
        }),
      );
      announce(t('done.accepted', { count: answer.accepted.length }));
    },
    onSettled: refresh,
  });
  return { gone, skipped, accept, refuse, acceptAll, forgetSkipped: () => setSkipped([]), refresh };
}
