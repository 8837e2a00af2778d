import type { Uuid } from '@ekinerja/contracts/basics';
import type { Draft } from './skp-draft';

interface Kept {
  version: number;
  draft: Draft;
}

/** One slot for each writer and each SKP: what one person typed is never offered to another. */
const keyOf = (writer: Uuid, id: Uuid) => `ekinerja.skp.${writer}.${id}`;

/** What the connection did not let through, kept on this device until it is saved. */
export const draftStorage = {
  read(writer: Uuid, id: Uuid): Kept | null {
    try {
      return JSON.parse(localStorage.getItem(keyOf(writer, id)) ?? 'null') as Kept | null;
    } catch {
      return null;
    }
  },
  keep(writer: Uuid, id: Uuid, kept: Kept): boolean {
    try {
      localStorage.setItem(keyOf(writer, id), JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  },
  forget(writer: Uuid, id: Uuid): void {
    try {
      localStorage.removeItem(keyOf(writer, id));
    } catch {
      // A device without storage kept nothing.
    }
  },
};
