import type { WorkPlanContent, WorkPlanView } from '@ekinerja/contracts/plans';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { isProblem, NetworkError } from '../../lib/problem';
import { savePlan, workPlan } from './queries';

export type PlanDraftState = 'saved' | 'writing' | 'saving' | 'offline' | 'conflict' | 'refused';

const PAUSE_MS = 1200;
const RETRY_MS = 8000;
const contentOf = ({ targets, steps }: WorkPlanContent): WorkPlanContent => ({ targets, steps });

/** Saves by itself a moment after the last change; tries again while there is no connection; asks when somebody saved before. */
export function usePlanDraft(plan: WorkPlanView) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => contentOf(plan));
  const [state, setState] = useState<PlanDraftState>('saved');
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<WorkPlanView | null>(null);
  const now = useRef({ draft, version: plan.version, dirty: false, busy: false });

  const flush = async (): Promise<number | null> => {
    const at = now.current;
    if (at.busy) return null;
    if (!at.dirty) return at.version;
    at.busy = true;
    at.dirty = false;
    setState('saving');
    try {
      const saved = await savePlan(plan.skpId, at.version, at.draft);
      at.version = saved.version;
      client.setQueryData(workPlan(plan.skpId).queryKey, saved);
      setState(at.dirty ? 'writing' : 'saved');
      setError(null);
      return at.dirty ? null : saved.version;
    } catch (cause) {
      at.dirty = true;
      if (cause instanceof NetworkError) setState('offline');
      else if (isProblem(cause, 'stale-version')) {
        setTheirs(cause.problem.current as WorkPlanView);
        setState('conflict');
      } else {
        setError(cause);
        setState('refused');
      }
      return null;
    } finally {
      at.busy = false;
    }
  };

  const write = (next: WorkPlanContent) => {
    now.current.draft = next;
    now.current.dirty = true;
    setDraft(next);
    if (state !== 'conflict') setState('writing');
  };

  useEffect(() => {
    if (state !== 'writing' && state !== 'offline') return;
    const timer = setTimeout(() => void flush(), state === 'writing' ? PAUSE_MS : RETRY_MS);
    return () => clearTimeout(timer);
  });

  const take = (mine: boolean) => {
    if (!theirs) return;
    const next = mine ? now.current.draft : contentOf(theirs);
    now.current = { ...now.current, draft: next, version: theirs.version, dirty: mine };
    setDraft(next);
    setTheirs(null);
    setState(mine ? 'writing' : 'saved');
  };
  return { draft, write, state, error, theirs, take, flush };
}
