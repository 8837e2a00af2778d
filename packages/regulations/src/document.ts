/** Regulation documents: reading and checking one YAML file. Inheritance between documents is in `law.ts`. */
import { isMap, isSeq, LineCounter, parseDocument as parseYaml, type YAMLMap } from 'yaml';
import { DOCUMENT_KINDS, type DocumentKind, type IsoDate } from '@ekinerja/contracts/basics';
import { isIsoDate } from './dates.js';
import { HEADER_KEYS, KIND_SCHEMAS } from './document/kinds.js';
import { yamlWords } from './document/yaml-words.js';
import { meant } from './document/nearest.js';
import { ProblemList, type DocumentProblem } from './document/problems.js';
import { readMap } from './document/read.js';
import type { MapValue } from './document/value.js';

export type { DocumentProblem } from './document/problems.js';
export type { Window } from './document/window-schema.js';
export type { PerformanceRules } from './document/performance-schema.js';
export type { AllowanceRules } from './document/allowance-schema.js';
export type { AmountsRules } from './document/amounts-schema.js';
export type { CalendarRules } from './document/calendar-schema.js';

interface DocumentOf<K extends DocumentKind> {
  kind: K;
  id: string;
  title: string;
  /** Id of the text that its citations refer to when they name none. */
  source: string;
  /** A document that others lie over names its family (`nasional`). */
  family: string | null;
  /** The family below this document; which of its documents, the date decides. */
  extends: string | null;
  inForce: { from: IsoDate; to: IsoDate | null };
  timeZone: string | null;
  /** Case files of this document, relative to it. */
  cases: readonly string[];
  /** Sections as written, with citations; not yet inherited. */
  sections: MapValue;
  /** The file as it was. */
  raw: string;
  file: string;
}
export type PerformanceDocument = DocumentOf<'performance'>;
export type AllowanceDocument = DocumentOf<'allowance'>;
export type AmountsDocument = DocumentOf<'amounts'>;
export type CalendarDocument = DocumentOf<'calendar'>;
export type RegulationDocument = PerformanceDocument | AllowanceDocument | AmountsDocument | CalendarDocument;

/**
 * Reads one document.
 * @param source the YAML text; @param file its name, for messages
 * @returns the document, or null when there is an error; all problems with line and column, in file order
 */
export function parseDocument(
  source: string,
  file: string,
): { document: RegulationDocument | null; problems: DocumentProblem[] } {
  return readSource(source, file, {});
}

/** How an enacted document is read by a product whose format has moved on (docs/decisions/0010). */
export interface Tolerance {
  unknownKeys?: 'error' | 'warning';
  /** Changes the tree as written before it is read. */
  upgrade?: (top: YAMLMap) => void;
}

export function readSource(
  source: string,
  file: string,
  { unknownKeys, upgrade }: Tolerance,
): { document: RegulationDocument | null; problems: DocumentProblem[] } {
  const lines = new LineCounter();
  const yaml = parseYaml(source, { lineCounter: lines, keepSourceTokens: false });
  const problems = new ProblemList(file, lines, unknownKeys);
  for (const error of yaml.errors) {
    problems.add({
      path: '',
      offset: error.pos[0],
      expected: 'YAML yang benar',
      message: yamlWords(error),
    });
  }
  if (problems.hasErrors) return { document: null, problems: problems.problems };
  if (!isMap(yaml.contents)) {
    problems.add({
      path: '',
      offset: 0,
      expected: 'peta berisi kunci: nilai',
      message: 'Dokumen kosong atau bukan peta berisi kunci: nilai.',
    });
    return { document: null, problems: problems.problems };
  }
  upgrade?.(yaml.contents);
  const document = readDocument(yaml.contents, problems, source, file);
  problems.problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { document: problems.hasErrors ? null : document, problems: problems.problems };
}

function readDocument(
  top: YAMLMap,
  problems: ProblemList,
  raw: string,
  file: string,
): RegulationDocument | null {
  const header = new HeaderReader(top, problems);
  const kind = header.kind();
  const id = header.text('id', true) ?? '';
  const title = header.text('title', true) ?? '';
  const citedSource = header.text('source', true) ?? '';
  const inForce = header.inForce();
  if (kind === null) return null;
  const sections = readMap(
    top,
    KIND_SCHEMAS[kind],
    '',
    false,
    { problems, source: citedSource },
    HEADER_KEYS.filter((key) => key !== 'cite'),
  );
  const family = header.text('family', false);
  const parent = header.text('extends', false);
  return {
    kind,
    id,
    title,
    source: citedSource,
    family,
    extends: parent,
    inForce,
    timeZone: header.timeZone(),
    cases: header.cases(),
    sections,
    raw,
    file,
  } as RegulationDocument;
}

class HeaderReader {
  constructor(
    private readonly top: YAMLMap,
    private readonly problems: ProblemList,
  ) {}

  text(key: string, required: boolean): string | null {
    const value: unknown = this.top.get(key);
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (required || value !== undefined) this.expect(key, 'teks');
    return null;
  }

  kind(): DocumentKind | null {
    const value = this.text('kind', true);
    if (value === null) return null;
    const kind = DOCUMENT_KINDS.find((k) => k === value);
    if (kind) return kind;
    const near = meant(value, DOCUMENT_KINDS);
    this.expect('kind', `salah satu dari: ${DOCUMENT_KINDS.join(', ')}`, near ? `Maksudnya "${near}"?` : '');
    return null;
  }

  inForce(): { from: IsoDate; to: IsoDate | null } {
    const value: unknown = this.top.get('inForce');
    const fields = isMap(value) ? (value.toJSON() as Record<string, unknown>) : {};
    const from = String(fields.from ?? '');
    const to = fields.to === undefined ? null : String(fields.to);
    const known = Object.keys(fields).every((key) => key === 'from' || key === 'to');
    if (!known || !isIsoDate(from) || (to !== null && (!isIsoDate(to) || to < from))) {
      const written = [from, to].find((day) => day !== null && day !== '' && !isIsoDate(day));
      const turned = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(written ?? '');
      const meant = turned ? `${turned[3]}-${turned[2]?.padStart(2, '0')}-${turned[1]?.padStart(2, '0')}` : '';
      this.expect(
        'inForce',
        '{ from: YYYY-MM-DD } dengan "to" (hari terakhir) bila sudah berakhir',
        isIsoDate(meant) ? `Maksudnya ${meant}?` : written ? `"${written}" bukan tanggal YYYY-MM-DD.` : '',
      );
    }
    return { from, to };
  }

  timeZone(): string | null {
    const value = this.text('timeZone', false);
    if (value === null) return null;
    try {
      new Intl.DateTimeFormat('en', { timeZone: value });
      return value;
    } catch {
      this.expect('timeZone', 'Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura');
      return null;
    }
  }

  cases(): string[] {
    const value: unknown = this.top.get('cases');
    if (value === undefined) return [];
    const files: unknown = isSeq(value) ? value.toJSON() : null;
    if (Array.isArray(files) && files.every((f): f is string => typeof f === 'string')) return files;
    this.expect('cases', 'daftar berkas kasus');
    return [];
  }

  private expect(key: string, expected: string, hint = ''): void {
    const node = this.top.get(key, true) as { range?: [number, number, number] | null } | undefined;
    this.problems.add({
      path: key,
      offset: node?.range?.[0] ?? this.top.range?.[0],
      expected,
      message: `Kepala dokumen "${key}" ${node ? 'seharusnya' : 'belum ditulis, seharusnya'} ${expected}.${hint ? ` ${hint}` : ''}`,
    });
  }
}
