/** Checks a document whole against what is enacted, before it is stored and again before it is enacted. Pure. */
import type { IsoDate } from '@ekinerja/contracts/basics';
import type { DocumentProblemView } from '@ekinerja/contracts/regulations';
import { parseDocument, type DocumentProblem, type RegulationDocument } from '@ekinerja/regulations/document';
import { citeWarnings, lawProblems } from '@ekinerja/regulations/command/check';
import { runCaseText } from '@ekinerja/regulations/command/own-cases';
import { locate } from '@ekinerja/regulations/document/locate';
import { timeline } from '@ekinerja/regulations/enacted';
import { LawError, type Law } from '@ekinerja/regulations/law';
import { lawId, type EnactedLaw } from './enacted-law.js';

export interface DraftText {
  fileName: string;
  text: string;
  cases: string | null;
}

export interface CheckedDraft {
  /** Under the id that it would be enacted by, from the day asked. */
  document: RegulationDocument;
  /** The id in the document, and which revision of it this would be. */
  id: string;
  revision: number;
  law: Law;
  holds: { from: IsoDate; to: IsoDate | null };
  problems: DocumentProblemView[];
  caseCount: number;
  casesFailed: number;
}

const CASE_FILE = 'kasus';

/** @param from the day from which it shall hold; without one the day that the document names */
export function checkDraft(draft: DraftText, enacted: EnactedLaw, from?: IsoDate): CheckedDraft | { errors: DocumentProblemView[] } {
  const { document: read, problems } = parseDocument(draft.text, draft.fileName);
  if (!read) return { errors: problems.map(view) };
  const { id } = read;
  const revision = enacted.rows.filter((row) => row.id === id).length;
  const document: RegulationDocument = { ...read, id: lawId(id, revision), inForce: { from: from ?? read.inForce.from, to: read.inForce.to } };
  const refused = refusedHead(document, id, enacted);
  if (refused) return { errors: [...problems.map(view), refused] };
  try {
    const { law, holds } = enacted.with(document);
    const cases = casesOf(document, draft, enacted);
    const warnings = [...problems, ...citeWarnings(document, law), ...cases.problems];
    return {
      document, id, revision, law, holds,
      problems: warnings.map(view),
      caseCount: cases.count,
      casesFailed: cases.problems.filter(({ severity }) => severity === 'error').length,
    };
  } catch (error) {
    if (!(error instanceof LawError)) throw error;
    return { errors: lawProblems(document, error).map((problem) => ({ ...view(problem), message: problem.message.replaceAll(document.id, id) })) };
  }
}

/** What is wrong with the head of a document that by itself is well formed. */
function refusedHead(document: RegulationDocument, id: string, enacted: EnactedLaw): DocumentProblemView | null {
  const at = (path: string, message: string): DocumentProblemView => ({ path, ...locate(document.raw, path), message, severity: 'error' });
  const { from, to } = document.inForce;
  if (document.family !== null) {
    return at('family', 'Dokumen nasional ikut terpasang bersama sistem. Tulis dokumen daerah dengan "extends: nasional"; yang berbeda saja yang perlu ditulis.');
  }
  const same = enacted.rows.find((row) => row.id === id);
  if (same && (same.national || same.kind !== document.kind)) return at('id', `Id "${id}" sudah dipakai dokumen lain. Pilih id yang belum dipakai.`);
  if (/[@\s]/.test(id)) return at('id', 'Id tidak boleh memuat spasi atau "@".');
  if (to !== null && to < from) return at('inForce', `Dokumen berakhir ${to}, sebelum hari pertama berlakunya ${from}.`);
  const { timeZone } = enacted.law;
  if (document.timeZone !== null && document.timeZone !== timeZone) {
    return at('timeZone', `Zona waktu daerah ini ${timeZone}, bukan ${document.timeZone}.`);
  }
  return null;
}

function casesOf(document: RegulationDocument, draft: DraftText, enacted: EnactedLaw): { problems: DocumentProblem[]; count: number } {
  if (draft.cases !== null) return runCaseText(CASE_FILE, draft.cases, timeline([...enacted.documents, document]));
  if (document.cases.length === 0) return { problems: [], count: 0 };
  const message = `Dokumen menyebut berkas kasus (${document.cases.join(', ')}), tetapi kasusnya tidak ikut diunggah dan tidak dijalankan.`;
  return { problems: [{ file: draft.fileName, path: 'cases', ...locate(document.raw, 'cases'), expected: 'kasus', message, severity: 'warning' }], count: 0 };
}

function view({ file, path, line, column, message, severity }: DocumentProblem): DocumentProblemView {
  return { path, line, column, message: file === CASE_FILE ? `(berkas kasus) ${message}` : message, severity };
}
