/** A draft as the reader sees it. Pure. */
import type { RegulationDraftItem } from '@ekinerja/contracts/regulations';
import type { Actor } from '../platform/access/actor.js';
import type { DraftRow } from './drafts.repository.js';

export function draftItem(row: DraftRow, actor: Actor): RegulationDraftItem {
  const { id, kind, documentId, title, fileName, status, version, documentFrom, uploadedBy, caseCount, casesFailed, proposal } = row;
  return {
    id, kind, documentId, title, fileName, status, version, documentFrom, uploadedBy, caseCount, casesFailed,
    uploadedAt: row.uploadedAt.toISOString(),
    warningCount: row.problems.filter(({ severity }) => severity === 'warning').length,
    proposal: proposal && row.proposedAt ? { ...proposal, by: row.proposedBy ?? '', at: row.proposedAt.toISOString() } : null,
    mayDecide: status === 'proposed' && !isProposer(row, actor),
  };
}

/** The same account, or the same person behind another one. */
export function isProposer(row: DraftRow, actor: Actor): boolean {
  return row.proposedByAccount === actor.accountId || (actor.personId !== null && row.proposedByPerson === actor.personId);
}
