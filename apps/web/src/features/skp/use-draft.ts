import type { Uuid } from '@ekinerja/contracts/basics';
import type { SkpContent } from '@ekinerja/contracts/skp';
import { useAutosave } from '../../lib/autosave';
import { joined } from './draft-sides';
import { draftStorage } from './draft-storage';
import { draftOf, type Draft } from './skp-draft';

export type Saved = SkpContent & { version: number };

interface DraftOptions {
  id: Uuid;
  writer: Uuid;
  current: Saved;
  save: (version: number, draft: Draft) => Promise<Saved>;
}

/** The SKP as its writer types it: saved by itself, kept on the device without a connection, both sides shown after a conflict. */
export function useDraft({ id, writer, current, save }: DraftOptions) {
  const { settle, ...written } = useAutosave<Draft, Saved>({
    current, draftOf, save,
    device: { read: () => draftStorage.read(writer, id), keep: (kept) => draftStorage.keep(writer, id, kept), forget: () => draftStorage.forget(writer, id) },
  });
  return { ...written, takeTheirs: () => settle(() => 'theirs'), keepMine: () => settle((mine) => mine), keepBoth: () => settle(joined) };
}
