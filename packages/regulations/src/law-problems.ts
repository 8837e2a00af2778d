/** What keeps documents from being one law: said in words, each with its document and key. */
import type { DocumentKind, IsoDate } from '@ekinerja/contracts/basics';
import type { RegulationDocument } from './document.js';

export interface LawProblem {
  /** Id of the document, empty when it concerns none alone. */
  document: string;
  /** Keys from the top, joined by dots. */
  path: string;
  /** Plain Indonesian. */
  message: string;
}

/** Thrown when documents do not fit together, or none is in force; the message holds the problems, one a line. */
export class LawError extends Error {
  constructor(readonly problems: LawProblem[]) {
    super(problems.map((p) => (p.document ? `${p.document}: ${p.message}` : p.message)).join('\n'));
    this.name = 'LawError';
  }
}

/** No document of the kind is in force on the date asked: the question lies outside the law, nothing is wrong with it. */
export class LawNotInForce extends LawError {
  constructor(
    readonly kind: DocumentKind,
    readonly date: IsoDate,
  ) {
    super([{ document: '', path: '', message: `Tidak ada dokumen ${kind} yang berlaku pada ${date}.` }]);
  }
}

/** Two documents of one kind and family on the same day, or with one id. */
export function overlaps(documents: RegulationDocument[]): LawProblem[] {
  const problems: LawProblem[] = [];
  const add = (document: string, path: string, message: string) => problems.push({ document, path, message });
  documents.forEach((a, i) => {
    for (const b of documents.slice(i + 1)) {
      if (a.id === b.id) add(a.id, 'id', `Id "${a.id}" dipakai dua dokumen.`);
      if (a.kind !== b.kind || a.family !== b.family) continue;
      const apart =
        (a.inForce.to !== null && a.inForce.to < b.inForce.from) ||
        (b.inForce.to !== null && b.inForce.to < a.inForce.from);
      if (!apart)
        add(
          b.id,
          'inForce',
          `"${a.id}" dan "${b.id}" sama-sama berlaku pada hari yang sama (jenis ${a.kind}).`,
        );
    }
  });
  return problems;
}

/** Documents that stand on a family that is not there. */
export function orphans(documents: RegulationDocument[]): LawProblem[] {
  return documents.flatMap((d) =>
    d.extends !== null && !documents.some((p) => p.family === d.extends && p.kind === d.kind)
      ? [
          {
            document: d.id,
            path: 'extends',
            message: `Berdiri di atas "${d.extends}", tetapi tidak ada dokumen ${d.kind} dari keluarga itu.`,
          },
        ]
      : [],
  );
}
