import { useEffect, useRef, useState } from 'react';
import { isProblem, NetworkError } from './problem';

/** `unsent`: the connection did not let it through; it is tried again. */
export type AutosaveState = 'saved' | 'writing' | 'saving' | 'unsent' | 'conflict' | 'refused';

export interface AutosaveOptions<Draft, Saved extends { version: number }> {
  /** What the server holds, and what it is to whoever writes. */
  current: Saved;
  draftOf: (saved: Saved) => Draft;
  save: (version: number, draft: Draft) => Promise<Saved>;
  /** Where a draft outlives the page until it is saved. */
  device?: {
    read: () => { version: number; draft: Draft } | null;
    keep: (kept: { version: number; draft: Draft }) => unknown;
    forget: () => void;
  };
}

const PAUSE_MS = 1200;
const RETRY_MS = 8000;

/**
 * Saves by itself a moment after the last change, tries again while there is no connection, and asks when somebody else
 * has saved in between. Nothing typed meanwhile is lost: neither during a save nor by the choice of a side.
 */
export function useAutosave<Draft, Saved extends { version: number }>({ current, draftOf, save, device }: AutosaveOptions<Draft, Saved>) {
  const [kept] = useState(() => device?.read() ?? null);
  const [draft, setDraft] = useState<Draft>(() => kept?.draft ?? draftOf(current));
  const [state, setState] = useState<AutosaveState>(kept ? 'unsent' : 'saved');
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Saved | null>(null);
  const now = useRef({ draft, version: kept?.version ?? current.version, dirty: kept !== null, busy: false });

  /** @returns the version that holds all that was written; null while there is none */
  const flush = async (): Promise<number | null> => {
    const at = now.current;
    if (at.busy) return null;
    if (!at.dirty) return at.version;
    at.busy = true;
    at.dirty = false;
    setState('saving');
    try {
      const saved = await save(at.version, at.draft);
      at.version = saved.version;
      if (!at.dirty) device?.forget();
      setState(at.dirty ? 'writing' : 'saved');
      setError(null);
      return at.dirty ? null : saved.version;
    } catch (cause) {
      at.dirty = true;
      if (cause instanceof NetworkError) setState('unsent');
      else if (isProblem(cause, 'stale-version')) {
        setTheirs(cause.problem.current as Saved);
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

  const write = (next: Draft) => {
    const at = now.current;
    at.draft = next;
    at.dirty = true;
    device?.keep({ version: at.version, draft: next });
    setDraft(next);
    if (state !== 'conflict') setState('writing');
  };

  useEffect(() => {
    if (state !== 'writing' && state !== 'unsent') return;
    const timer = setTimeout(() => void flush(), state === 'writing' ? PAUSE_MS : RETRY_MS);
    const back = () => void flush();
    window.addEventListener('online', back);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', back);
    };
  });

  /** Goes on from their version with what was chosen: theirs as it is, or a draft that is still to be saved over it. */
  const settle = (choose: (mine: Draft, theirs: Draft) => Draft | 'theirs') => {
    if (!theirs) return;
    const chosen = choose(now.current.draft, draftOf(theirs));
    const [next, dirty] = chosen === 'theirs' ? [draftOf(theirs), false] : [chosen, true];
    now.current = { ...now.current, draft: next, version: theirs.version, dirty };
    if (dirty) device?.keep({ version: theirs.version, draft: next });
    else device?.forget();
    setDraft(next);
    setTheirs(null);
    setState(dirty ? 'writing' : 'saved');
  };
  return { draft, write, state, error, flush, theirs, settle };
}
