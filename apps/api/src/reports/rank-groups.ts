/** Rank groups of recaps: `III/c` of a civil servant is golongan III; those on contract have ranks of their own. */
import type { SheetRow } from '../tpp/pay-sheet.service.js';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII'];
const CONTRACT = 'PPPK golongan ';
const UNRANKED = 'Tanpa golongan';

export function rankGroup({ kind, rank }: Pick<SheetRow, 'kind' | 'rank'>): string {
  const group = rank?.split('/')[0]?.trim().toUpperCase();
  if (!group) return UNRANKED;
  return kind.startsWith('pppk') ? `${CONTRACT}${group}` : `Golongan ${group}`;
}

/** The highest first, civil servants before those on contract, who has no rank last. */
export function rankGroupOrder(group: string): number {
  if (group === UNRANKED) return 2000;
  const place = ROMAN.indexOf(group.split(' ').at(-1) ?? '');
  return (group.startsWith(CONTRACT) ? 1000 : 0) + ROMAN.length - place;
}
