import { UNDO_SECONDS, type CorrectActivityRequest, type WaitingActivity } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/problem';
import { announce } from '../../ui/Announcements';
import { acceptMany, acceptOne, correctOne, refuseOne, undoMany } from './queries';

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
  /** Rows that stay are asked for again first: what is decided next is what stands there. */
  const giveBackFresh = async (ids: readonly Uuid[]) => {
    await refresh();
    giveBack(ids);
  };
  const failed = (error: unknown, entry: WaitingActivity) => {
    giveBack([entry.id]);
    if (isProblem(error, 'stale-version') || isProblem(error, 'state-refused')) void refresh();
  };

  // The server has decided; what it announces leaves after the same seconds.
  const undo = useMutation({
    mutationFn: undoMany,
    onSuccess: async ({ undone, skipped: late }) => {
      announce(late.length > 0 ? t('undo.late', { count: late.length }) : t('undo.done', { count: undone.length }), late.length > 0 ? 'failed' : 'done');
      await giveBackFresh(undone);
    },
    onError: () => {
      announce(t('undo.failed'), 'failed');
      void refresh();
    },
  });
  const decided = (text: string, ids: readonly Uuid[]) =>
    announce(text, 'done', { label: t('undo.label'), seconds: UNDO_SECONDS - 1, run: () => undo.mutate(ids) });

  const accept = useMutation({
    mutationFn: acceptOne,
    onMutate: (entry) => take([entry.id]),
    onSuccess: (_, entry) => decided(t('done.accepted', { count: 1 }), [entry.id]),
    onError: failed,
  });
  const refuse = useMutation({
    mutationFn: ({ entry, reason }: { entry: WaitingActivity; reason: string }) => refuseOne(entry, reason),
    onSuccess: (_, { entry }) => {
      take([entry.id]);
      decided(t('done.refused'), [entry.id]);
    },
    onError: (error, { entry }) => failed(error, entry),
  });
  const correct = useMutation({
    mutationFn: ({ entry, body }: { entry: WaitingActivity; body: CorrectActivityRequest }) => correctOne(entry, body),
    onSuccess: (_, { entry }) => {
      take([entry.id]);
      announce(t('done.corrected'));
    },
    onError: (error, { entry }) => failed(error, entry),
  });
  const acceptAll = useMutation({
    mutationFn: acceptMany,
    // The rows leave at once: the next day is decided while the line still works on this one.
    onMutate: (entries: readonly WaitingActivity[]) => {
      setSkipped([]);
      take(entries.map(({ id }) => id));
    },
    onError: (_, entries) => {
      giveBack(entries.map(({ id }) => id));
      void refresh();
    },
    onSuccess: (answer, entries) => {
      setSkipped(
        answer.skipped.flatMap(({ id, code }) => {
          const entry = entries.find((one) => one.id === id);
          return entry ? [{ entry, code }] : [];
        }),
      );
      if (answer.accepted.length > 0) decided(t('done.accepted', { count: answer.accepted.length }), answer.accepted);
      // A clean sweep leaves the list as it stands under the hand.
      if (answer.skipped.length > 0) void giveBackFresh(answer.skipped.map(({ id }) => id));
    },
  });
  return { gone, skipped, accept, refuse, correct, acceptAll, forgetSkipped: () => setSkipped([]), refresh };
}
