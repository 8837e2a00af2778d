import { useEffect, useRef, useState } from 'react';

/** The same functions for as long as the component lives, each doing what the latest of its kind does: rows that get them need not be drawn again. */
export function useStable<T extends object>(actions: T): T {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  const [stable] = useState(() => {
    const entries = Object.keys(actions).map((name) => [name, (...args: unknown[]) => (latest.current as Record<string, (...given: unknown[]) => unknown>)[name]?.(...args)]);
    return Object.fromEntries(entries) as T;
  });
  return stable;
}
