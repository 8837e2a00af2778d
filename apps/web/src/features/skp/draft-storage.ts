import { keptDraft } from '../../lib/kept-draft';
import type { Draft } from './skp-draft';

/** What the connection did not let through, kept on this device until it is saved. */
export const draftStorage = keptDraft<{ version: number; draft: Draft }>('skp');
