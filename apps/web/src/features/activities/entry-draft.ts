import type { Uuid } from '@ekinerja/contracts/basics';
import { keptDraft } from '../../lib/kept-draft';
import type { EntryValues } from './entry-rules';
import type { GridRow } from './grid-rows';

/** An entry as it is typed: it outlives a reload and a closed form until it is saved. Photos are not kept. */
export interface EntryDraft {
  /** The entry's key: what was sent under it once is never a second entry. */
  id: Uuid;
  version: number | null;
  values: EntryValues;
}

export const entryDrafts = keptDraft<EntryDraft>('kegiatan');
export const gridDrafts = keptDraft<GridRow[]>('kegiatan-banyak');
