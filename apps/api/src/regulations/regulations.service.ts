import { Injectable, Logger } from '@nestjs/common';
import { DOCUMENT_KINDS, type DocumentKind, type EmployeeKind, type IsoDate } from '@ekinerja/contracts/basics';
import type { ArticleText, CalendarDay, RegulationNode, RegulationSummary, RegulationView } from '@ekinerja/contracts/regulations';
import { articleText } from '@ekinerja/regulations/articles';
import { missingYears } from '@ekinerja/regulations/calendar';
import { datesOf, firstDay } from '@ekinerja/regulations/dates';
import type { RegulationDocument } from '@ekinerja/regulations/document';
import type { Law, LawSet, Resolved, ResolvedNode } from '@ekinerja/regulations/law';
import { loadPreset, presetProfile, type Daerah } from '@ekinerja/regulations/presets';
import { GovernmentService } from '../government/government.service.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { EnactedLaw, resolvedOf, textHash } from './enacted-law.js';
import { RegulationsRepository } from './regulations.repository.js';

export type { EnactedLaw } from './enacted-law.js';

/** A new enactment by another replica is noticed within this time. */
const STAMP_AGE_MS = 1000;
const DEFAULT_ACCENT = '#0b5c4b';

/** The law as enacted in this database. Documents are frozen rows; the law built from them is kept until another is added. */
@Injectable()
export class RegulationsService {
  private readonly logger = new Logger('Regulations');
  private held: { stamp: string; enacted: EnactedLaw } | null = null;
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
      await this.forget();
    });
  }

  /** The documents in force on a date, one a kind. */
  async inForce(date: IsoDate): Promise<RegulationSummary[]> {
    const enacted = await this.enacted();
    return DOCUMENT_KINDS.flatMap((kind) => {
      const found = resolvedOf(enacted.law.on(date), kind);
      return found ? [summary(kind, found, enacted, date)] : [];
    });
  }

  /** @throws DomainError `not-found` when no document of the kind is in force. */
  async view(kind: DocumentKind, date: IsoDate): Promise<RegulationView> {
    const enacted = await this.enacted();
    const found = resolvedOf(enacted.law.on(date), kind);
    if (!found) throw new DomainError('not-found');
    return { ...summary(kind, found, enacted, date), nodes: flat(found.tree()) };
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

  /** Everything enacted, as rows and as the law they make. */
  async enacted(): Promise<EnactedLaw> {
    if (this.held && Date.now() - this.checkedAt < STAMP_AGE_MS) return this.held.enacted;
    const stamp = await this.repository.stamp();
    if (this.held?.stamp !== stamp) {
      const enacted = EnactedLaw.of(await this.repository.enacted());
      for (const warning of enacted.warnings) this.logger.warn(`Regulasi yang sudah ditetapkan: ${warning}`);
      this.held = { stamp, enacted };
    }
    this.checkedAt = Date.now();
    return this.held.enacted;
  }

  /** Work that follows an enactment asks again at once, whichever replica does it. */
  recheck(): void {
    this.checkedAt = 0;
  }

  /** After an enactment: what is held is read anew once that is committed. */
  async forget(): Promise<void> {
    await this.db.afterCommit(() => {
      this.held = null;
    });
  }
}

function rowOf(document: RegulationDocument) {
  return {
    id: document.id,
    kind: document.kind,
    national: document.family !== null,
    title: document.title,
    sourceText: document.raw,
    sourceHash: textHash(document.raw),
    inForceFrom: document.inForce.from,
    inForceTo: document.inForce.to,
  };
}

function summary(kind: DocumentKind, found: Resolved<unknown>, enacted: EnactedLaw, date: IsoDate): RegulationSummary {
  const row = enacted.row(found.id);
  if (!row) throw new Error(`${found.id} is in force but not enacted`);
  return {
    kind,
    id: found.id,
    title: found.title,
    hash: found.hash,
    inForceFrom: row.inForceFrom,
    inForceTo: enacted.holds(row)?.to ?? null,
    example: kind === 'amounts' && isExample(found),
    missingYears: kind === 'calendar' ? missingYears(enacted.law.on(date).working, date) : [],
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
