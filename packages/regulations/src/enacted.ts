/** Enacted law: documents as stored, and which of several versions is in force when. */
import type { IsoDate } from '@ekinerja/contracts/basics';
import { addDays } from './dates.js';
import { readSource, type DocumentProblem, type RegulationDocument } from './document.js';
import { UPGRADES, type FormatUpgrade } from './document/upgrades.js';

export { FORMAT_VERSION } from './document/upgrades.js';

/**
 * Reads a document that was enacted under an earlier format: steps bring it to the present one, and a key that nobody
 * knows any more is passed over with a warning. Enacted law never stops the product from starting for that.
 */
export function parseEnacted(
  source: string,
  file: string,
  formatVersion: number,
  upgrades: readonly FormatUpgrade[] = UPGRADES,
): { document: RegulationDocument | null; problems: DocumentProblem[] } {
  const steps = upgrades.filter((step) => step.to > formatVersion).toSorted((a, b) => a.to - b.to);
  return readSource(source, file, {
    unknownKeys: 'warning',
    upgrade: (top) => steps.forEach((step) => step.apply(top)),
  });
}

/**
 * Versions of one government in the order of their enactment, each with the days on which it holds: from its own first
 * day until the day before the next one begins. Of two that begin on one day the later enactment stands. The documents
 * themselves stay as they are; what never holds is left out. National documents carry their own dates.
 */
export function timeline(documents: readonly RegulationDocument[]): RegulationDocument[] {
  const regional = documents.filter((d) => d.family === null);
  return documents.flatMap((document) => {
    if (document.family !== null) return [document];
    const others = regional.filter((d) => d.kind === document.kind && d !== document);
    const { from, to } = document.inForce;
    const after = regional.slice(regional.indexOf(document) + 1);
    if (others.some((d) => d.inForce.from === from && after.includes(d))) return [];
    const next = others
      .map((d) => d.inForce.from)
      .filter((start) => start > from)
      .sort()[0];
    return [{ ...document, inForce: { from, to: earlier(to, next === undefined ? null : addDays(next, -1)) } }];
  });
}

/** Documents as if these had been in force from a day on, whatever else is enacted of their kinds. */
export function asIfFrom(
  documents: readonly RegulationDocument[],
  replacing: readonly RegulationDocument[],
  from: IsoDate,
): RegulationDocument[] {
  return [
    ...documents.filter((d) => d.family !== null || !replacing.some((r) => r.kind === d.kind)),
    ...replacing.map((d) => ({ ...d, inForce: { from, to: null } })),
  ];
}

function earlier(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
