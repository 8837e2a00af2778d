/** From the rows of enacted documents to the law that they make. Pure. */
import { createHash } from 'node:crypto';
import type { DocumentKind, IsoDate } from '@ekinerja/contracts/basics';
import type { RegulationDocument } from '@ekinerja/regulations/document';
import { asIfFrom, parseEnacted, timeline } from '@ekinerja/regulations/enacted';
import { buildLaw, LawError, type Law, type LawSet, type Resolved } from '@ekinerja/regulations/law';
import { nationalDocuments } from '@ekinerja/regulations/presets';
import type { EnactedRow } from './regulations.repository.js';

/** Names one version in SKP, evaluations and slips; the first bears the document's own id. */
export function lawId(id: string, revision: number): string {
  return revision === 0 ? id : `${id}@${revision}`;
}

export class EnactedLaw {
  readonly law: Law;
  /** Each version that holds at all, with the days on which it does. */
  private readonly holding: Map<string, RegulationDocument>;

  private constructor(
    readonly rows: readonly EnactedRow[],
    readonly documents: readonly RegulationDocument[],
    readonly warnings: readonly string[],
  ) {
    const held = timeline(documents);
    this.holding = new Map(held.map((document) => [document.id, document]));
    this.law = buildLaw(held, { enacted: { national: nationalDocuments() } });
  }

  /** @throws LawError when the rows make no law */
  static of(rows: readonly EnactedRow[]): EnactedLaw {
    const warnings: string[] = [];
    const documents = rows.map((row) => {
      const { document, problems } = parseEnacted(row.sourceText, `${row.id}.yaml`, row.formatVersion);
      if (!document) throw new LawError(problems.map(({ path, line, message }) => ({ document: row.id, path, message: `baris ${line}: ${message}` })));
      warnings.push(...problems.map(({ line, message }) => `${lawId(row.id, row.revision)}, baris ${line}: ${message}`));
      return { ...document, id: lawId(row.id, row.revision), inForce: { from: row.inForceFrom, to: row.inForceTo } };
    });
    return new EnactedLaw(rows, documents, warnings);
  }

  /** As it was when so many documents had been enacted. */
  upTo(count: number): EnactedLaw {
    return count >= this.rows.length ? this : EnactedLaw.of(this.rows.slice(0, count));
  }

  holds(row: Pick<EnactedRow, 'id' | 'revision'>): { from: IsoDate; to: IsoDate | null } | null {
    return this.holding.get(lawId(row.id, row.revision))?.inForce ?? null;
  }

  row(id: string): EnactedRow | undefined {
    return this.rows.find((row) => lawId(row.id, row.revision) === id);
  }

  /** The law as it would be with one more version. @throws LawError where that does not fit */
  with(candidate: RegulationDocument): { law: Law; holds: { from: IsoDate; to: IsoDate | null } } {
    const held = timeline([...this.documents, candidate]);
    const law = buildLaw(held, { enacted: { national: nationalDocuments(), checked: candidate.id } });
    return { law, holds: held.find(({ id }) => id === candidate.id)?.inForce ?? candidate.inForce };
  }

  /** The law as if these had been in force from a day on: for questions, never for deeds. */
  asIf(replacing: readonly RegulationDocument[], from: IsoDate): Law {
    return buildLaw(asIfFrom(timeline(this.documents), replacing, from), { enacted: { national: nationalDocuments() } });
  }
}

/** Null when no document of that kind is in force that day. */
export function resolvedOf(law: LawSet, kind: DocumentKind): Resolved<unknown> | null {
  return law.references.some((reference) => reference.kind === kind) ? law[kind] : null;
}

export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
