import { ACTIVITY_LIMITS } from '@ekinerja/contracts/activities';
import type { SeenActivity } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { useEffect, useRef } from 'react';
import { send } from '../../lib/api';

const PREFIX = 'kegiatan-';
const PAUSE_MS = 800;

/**
 * Tells the server which rows really stood on the screen, each wording of each once: only those were opened by the
 * superior (KS 23(7)), however many were fetched.
 */
export function useShown(rows: readonly SeenActivity[]): void {
  const told = useRef(new Map<Uuid, number>());
  const waits = useRef(new Set<Uuid>());
  const key = rows.map(({ id, version }) => `${id}:${version}`).join(' ');
  useEffect(() => {
    if (typeof IntersectionObserver === 'undefined') return;
    const versions = new Map(
      key
        .split(' ')
        .map((one) => [one.slice(0, one.lastIndexOf(':')), Number(one.slice(one.lastIndexOf(':') + 1))]),
    );
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
        const version = versions.get(id);
        if (!isIntersecting || version === undefined || told.current.get(id) === version) continue;
        told.current.set(id, version);
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
