import type { ObjectionItem } from '@ekinerja/contracts/objections';
import type { StatusCode } from '../../ui/status-look';

type CaseStatus = 'filed' | 'withdrawn' | 'upheld' | 'changed';

/** `upheld` and `changed` say more than `decided`. */
export function statusOf({ status, outcome }: Pick<ObjectionItem, 'status' | 'outcome'>): CaseStatus {
  if (status !== 'decided') return status;
  return outcome === 'change' ? 'changed' : 'upheld';
}

/** Colour and icon of each; the word is the objection's own. */
export const LOOK: Record<CaseStatus, StatusCode> = { filed: 'waiting', withdrawn: 'withdrawn', upheld: 'closed', changed: 'accepted' };
