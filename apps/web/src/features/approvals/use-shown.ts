import { ACTIVITY_LIMITS } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { useEffect, useRef } from 'react';
import { send } from '../../lib/api';

const PREFIX = 'kegiatan-';
const PAUSE_MS = 800;

/**
 * Tells the server which rows really stood on the screen, each once: only those were opened by the superior
 * (KS 23(7)), however many were fetched.
 */
export function useShown(ids: readonly Uuid[]): void {
  const told = useRef(new Set<Uuid>());
  const waits = useRef(new Set<Uuid>());
  const key = ids.join(' ');
  useEffect(() => {
    if (typeof IntersectionObserver === 'undefined') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = async () => {
      const batch = [...waits.current].slice(0, ACTIVITY_LIMITS.bulk);
      for (const id of batch) waits.current.delete(id);
      if (batch.length === 0) return;
      try {
        await send('POST', '/activities/seen', { body: { ids: batch } });
      } catch {
        // Without a line they count as not opened; the next time they are shown they are told again.
        for (const id of batch) told.current.delete(id);
      }
      if (waits.current.size > 0) timer = setTimeout(() => void tell(), PAUSE_MS);
    };
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        const id = target.id.slice(PREFIX.length);
        if (!isIntersecting || told.current.has(id)) continue;
        told.current.add(id);
        waits.current.add(id);
      }
      clearTimeout(timer);
      timer = setTimeout(() => void tell(), PAUSE_MS);
    });
    for (const row of document.querySelectorAll(`[id^="${PREFIX}"]`)) observer.observe(row);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [key]);
}
