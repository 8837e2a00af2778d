import type { Uuid } from '@ekinerja/contracts/basics';

/** What was typed and not saved yet, kept on this device: one slot for each writer and each thing, so that nobody is offered another's words. */
export function keptDraft<Kept>(kind: string) {
  const keyOf = (writer: Uuid, id: string) => `ekinerja.${kind}.${writer}.${id}`;
  return {
    read(writer: Uuid, id: string): Kept | null {
      try {
        return JSON.parse(localStorage.getItem(keyOf(writer, id)) ?? 'null') as Kept | null;
      } catch {
        return null;
      }
    },
    keep(writer: Uuid, id: string, kept: Kept): boolean {
      try {
        localStorage.setItem(keyOf(writer, id), JSON.stringify(kept));
        return true;
      } catch {
        return false;
      }
    },
    forget(writer: Uuid, id: string): void {
      try {
        localStorage.removeItem(keyOf(writer, id));
      } catch {
        // A device without storage kept nothing.
      }
    },
  };
}
