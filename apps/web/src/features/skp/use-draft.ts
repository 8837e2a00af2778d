import type { Uuid } from '@ekinerja/contracts/basics';
import type { SkpContent } from '@ekinerja/contracts/skp';
import { useEffect, useRef, useState } from 'react';
import { isProblem, NetworkError } from '../../lib/problem';
import { joined } from './draft-sides';
import { draftStorage } from './draft-storage';
import { draftOf, type Draft } from './skp-draft';

export type DraftState = 'saved' | 'writing' | 'saving' | 'device' | 'conflict' | 'refused';
export type Saved = SkpContent & { version: number };

interface DraftOptions {
  id: Uuid;
  writer: Uuid;
  current: Saved;
  save: (version: number, draft: Draft) => Promise<Saved>;
}

const PAUSE_MS = 1200;
const RETRY_MS = 8000;

/**
 * Saves by itself a moment after the last key, keeps the text on the device while there is no connection, and asks
 * when somebody else has saved in between.
 */
export function useDraft({ id, writer, current, save }: DraftOptions) {
  const [kept] = useState(() => draftStorage.read(writer, id));
  const [draft, setDraft] = useState<Draft>(() => kept?.draft ?? draftOf(current));
  const [state, setState] = useState<DraftState>(kept ? 'device' : 'saved');
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Saved | null>(null);
  const now = useRef({ draft, version: kept?.version ?? current.version, dirty: kept !== null, busy: false });

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
      if (!at.dirty) draftStorage.forget(writer, id);
      setState(at.dirty ? 'writing' : 'saved');
      setError(null);
      return saved.version;
    } catch (cause) {
      at.dirty = true;
      if (cause instanceof NetworkError) setState('device');
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
    draftStorage.keep(writer, id, { version: at.version, draft: next });
    setDraft(next);
    if (state !== 'conflict') setState('writing');
  };

  useEffect(() => {
    if (state !== 'writing' && state !== 'device') return;
    const timer = setTimeout(() => void flush(), state === 'writing' ? PAUSE_MS : RETRY_MS);
    const back = () => void flush();
    window.addEventListener('online', back);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', back);
    };
  });

  const takeTheirs = () => {
    if (!theirs) return;
    const next = draftOf(theirs);
    now.current = { ...now.current, draft: next, version: theirs.version, dirty: false };
    draftStorage.forget(writer, id);
    setDraft(next);
    setTheirs(null);
    setState('saved');
  };
  const keepMine = () => {
    if (!theirs) return;
    now.current.version = theirs.version;
    now.current.dirty = true;
    setTheirs(null);
    setState('writing');
  };
  const keepBoth = () => {
    if (!theirs) return;
    const next = joined(now.current.draft, draftOf(theirs));
    now.current = { ...now.current, draft: next, version: theirs.version, dirty: true };
    setDraft(next);
    setTheirs(null);
    setState('writing');
  };
  return { draft, write, state, error, flush, theirs, takeTheirs, keepMine, keepBoth };
}
