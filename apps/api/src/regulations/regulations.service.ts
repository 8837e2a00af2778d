import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DOCUMENT_KINDS, type DocumentKind, type EmployeeKind, type IsoDate } from '@ekinerja/contracts/basics';
import type { ArticleText, CalendarDay, RegulationNode, RegulationSummary, RegulationView } from '@ekinerja/contracts/regulations';
import { articleText } from '@ekinerja/regulations/articles';
import { datesOf, firstDay } from '@ekinerja/regulations/dates';
import { parseDocument, type RegulationDocument } from '@ekinerja/regulations/document';
import { buildLaw, LawError, type Law, type LawSet, type Resolved, type ResolvedNode } from '@ekinerja/regulations/law';
import { loadPreset, presetProfile, type Daerah } from '@ekinerja/regulations/presets';
import { GovernmentService } from '../government/government.service.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsRepository, type EnactedDocument } from './regulations.repository.js';

/** A new enactment by another replica is noticed within this time. */
const STAMP_AGE_MS = 1000;
const DEFAULT_ACCENT = '#0b5c4b';

interface Enacted {
  stamp: string;
  law: Law;
  documents: EnactedDocument[];
}

/** The law as enacted in this database. Documents are frozen rows; the law built from them is kept until another is added. */
@Injectable()
export class RegulationsService {
  private held: Enacted | null = null;
  private checkedAt = 0;

  constructor(
    private readonly db: Database,
    private readonly repository: RegulationsRepository,
    private readonly government: GovernmentService,
  ) {}

  async law(): Promise<Law> {
    return (await this.enacted()).law;
  }

  async lawOn(date: IsoDate, employeeKind?: EmployeeKind): Promise<LawSet> {
    return (await this.law()).on(date, { employeeKind });
  }

  /**
   * Sets up a new database: the government's row and every document of its preset as written. What is enacted
   * already stays: a product upgrade never changes enacted law.
   */
  async enactPreset(daerah: Daerah, at: Date, options: { accent?: string } = {}): Promise<void> {
    const { name, agency, timeZone } = presetProfile(daerah);
    await this.db.transaction(async () => {
      await this.government.establish({ daerah, name, agency, timeZone, accent: options.accent ?? DEFAULT_ACCENT, demo: false }, at);
      await this.repository.enact(loadPreset(daerah).map(rowOf), at);
      await this.db.afterCommit(() => this.forget());
    });
  }

  /** The documents in force on a date, one a kind. */
  async inForce(date: IsoDate): Promise<RegulationSummary[]> {
    const { law, documents } = await this.enacted();
    return DOCUMENT_KINDS.flatMap((kind) => {
      const found = resolvedOf(law.on(date), kind);
      return found ? [summary(kind, found, documents)] : [];
    });
  }

  /** @throws DomainError `not-found` when no document of the kind is in force. */
  async view(kind: DocumentKind, date: IsoDate): Promise<RegulationView> {
    const { law, documents } = await this.enacted();
    const found = resolvedOf(law.on(date), kind);
    if (!found) throw new DomainError('not-found');
    return { ...summary(kind, found, documents), nodes: flat(found.tree()) };
  }

  /** @throws DomainError `not-found` when the text is not held. */
  article(source: string, ref: string): ArticleText {
    const text = articleText({ source, ref });
    if (!text) throw new DomainError('not-found');
    return text;
  }

  /** @throws DomainError `not-found` when no calendar is in force that month. */
  async calendar(month: string): Promise<CalendarDay[]> {
    const law = await this.lawOn(firstDay(month));
    if (!resolvedOf(law, 'calendar')) throw new DomainError('not-found', { month });
    const { working } = law;
    return datesOf(month).map((date) => ({ date, workingDay: working.isWorkingDay(date), holiday: working.holiday(date)?.name ?? null }));
  }

  private async enacted(): Promise<Enacted> {
    if (this.held && Date.now() - this.checkedAt < STAMP_AGE_MS) return this.held;
    const stamp = await this.repository.stamp();
    if (this.held?.stamp !== stamp) {
      const documents = await this.repository.enacted();
      this.held = { stamp, documents, law: buildLaw(documents.map(parsed)) };
    }
    this.checkedAt = Date.now();
    return this.held;
  }

  private forget(): void {
    this.held = null;
  }
}

function rowOf(document: RegulationDocument) {
  return {
    id: document.id,
    kind: document.kind,
    national: document.family !== null,
    title: document.title,
    sourceText: document.raw,
    sourceHash: createHash('sha256').update(document.raw).digest('hex'),
    inForceFrom: document.inForce.from,
    inForceTo: document.inForce.to,
  };
}

function parsed(row: EnactedDocument): RegulationDocument {
  const { document, problems } = parseDocument(row.sourceText, `${row.id}.yaml`);
  if (!document) throw new LawError(problems.map(({ path, line, message }) => ({ document: row.id, path, message: `baris ${line}: ${message}` })));
  return document;
}

/** Null when no document of that kind is in force that day. */
function resolvedOf(law: LawSet, kind: DocumentKind): Resolved<unknown> | null {
  return law.references.some((reference) => reference.kind === kind) ? law[kind] : null;
}

function summary(kind: DocumentKind, found: Resolved<unknown>, documents: EnactedDocument[]): RegulationSummary {
  const row = documents.find((document) => document.id === found.id);
  if (!row) throw new Error(`${found.id} is in force but not enacted`);
  return {
    kind,
    id: found.id,
    title: found.title,
    hash: found.hash,
    inForceFrom: row.inForceFrom,
    inForceTo: row.inForceTo,
    example: kind === 'amounts' && isExample(found),
    enactedAt: row.enactedAt.toISOString(),
  };
}

/** Seeded amounts are marked "contoh" in their title, or cite no decree but a reading of our own. */
function isExample(amounts: Resolved<unknown>): boolean {
  return /\bcontoh\b/i.test(amounts.title) || amounts.cite('classes').reading === true;
}

function flat(nodes: ResolvedNode[]): RegulationNode[] {
  return nodes.flatMap(({ children, ...node }) => [node, ...flat(children)]);
}
