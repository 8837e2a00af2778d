import type { IsoMonth } from '@ekinerja/contracts/basics';
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { monthOf } from './format';
import { useProfile } from './session';

/** A filter in the address bar: it survives a reload, the back button and a shared link. */
export function useFilter(name: string): [string | null, (value: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (value: string | null) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [name, setSearch],
  );
  return [search.get(name), set];
}

/** What is typed into a search field: asked and put into the address once the typing rests. */
export function useSearchFilter(name = 'cari'): [typed: string, setTyped: (text: string) => void, q: string] {
  const [q, setQ] = useFilter(name);
  const [typed, setTyped] = useState(q ?? '');
  const [settled] = useDebouncedValue(typed.trim(), 300);
  // Several filters share the address: each writes only when its own value has changed.
  useEffect(() => {
    if (settled !== (q ?? '')) setQ(settled);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the address follows the field, not the other way round
  }, [settled]);
  return [typed, setTyped, q ?? ''];
}

/** `?bulan=2026-11`; the government's current month when absent. */
export function useMonth(fallback?: IsoMonth): [IsoMonth, (month: IsoMonth) => void, IsoMonth] {
  const current = monthOf(useProfile().today);
  const [value, set] = useFilter('bulan');
  const month = value !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : (fallback ?? current);
  return [month, set, current];
}
