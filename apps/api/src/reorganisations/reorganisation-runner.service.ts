import { Injectable } from '@nestjs/common';
import type { ImportProblem } from '@ekinerja/contracts/attendance';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { EmploymentEventInput, EventEffect } from '@ekinerja/contracts/employment-events';
import type { ReorganisationLine } from '@ekinerja/contracts/reorganisations';
import { addDays } from '@ekinerja/regulations/dates';
import { effectOf } from '../employees/event-effects.service.js';
import { EmploymentEventsService } from '../employees/employment-events.service.js';
import { AssignmentsService } from '../organisation/assignments.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SHEETS } from './reorganisation-columns.js';
import { problemAt, titleOf, type ReorganisationRow } from './reorganisation-reader.js';
import { ReorganisationRepository } from './reorganisation.repository.js';
import { StructureChangesService } from './structure-changes.service.js';

export interface ReorganisationTerms {
  id: Uuid;
  effectiveOn: IsoDate;
  decreeNumber: string;
  decreeDate: IsoDate;
  signatory: string;
  fileId: Uuid | null;
}
export interface Outcome {
  lines: ReorganisationLine[];
  problems: ImportProblem[];
}


/**
 * Does what the rows say, within the caller's transaction. Rows may lean on each other in any order: what fails is tried
 * again as long as something else succeeds, and what fails in the end is named by its cell.
 */
@Injectable()
export class ReorganisationRunnerService {
  constructor(
    private readonly db: Database,
    private readonly repository: ReorganisationRepository,
    private readonly structure: StructureChangesService,
    private readonly events: EmploymentEventsService,
    private readonly assignments: AssignmentsService,
    private readonly organisation: OrganisationService,
  ) {}

  /** New and changed units and posts first, then people, then what is closed: posts before the units that hold them. */
  async run(actor: Actor, terms: ReorganisationTerms, rows: readonly ReorganisationRow[]): Promise<Outcome> {
    const outcome: Outcome = { lines: [], problems: [] };
    const of = (sheet: ReorganisationRow['sheet'], closes: boolean) => rows.filter((row) => row.sheet === sheet && (row.act === 'close') === closes);
    const change = (row: ReorganisationRow) => this.structure.carryOut(actor, terms, row);
    await this.inPasses(of('units', false), change, outcome);
    await this.inPasses(of('posts', false), change, outcome);
    await this.place(actor, terms, of('people', false), outcome);
    await this.inPasses(of('posts', true), change, outcome);
    await this.inPasses(of('units', true), change, outcome);
    return outcome;
  }

  private async place(actor: Actor, terms: ReorganisationTerms, rows: ReorganisationRow[], outcome: Outcome): Promise<void> {
    const left = await this.inPasses(rows, (row) => this.placeOne(actor, terms, row, []), outcome, true);
    if (left.length === 0) return;
    // Two who change places, or a ring of them: they all leave their posts first.
    const vacated = new Map<number, EventEffect[]>();
    for (const row of left) vacated.set(row.row, await this.vacate(actor, terms, row));
    await this.inPasses(left, (row) => this.placeOne(actor, terms, row, vacated.get(row.row) ?? []), outcome);
  }

  private async placeOne(actor: Actor, terms: ReorganisationTerms, row: ReorganisationRow, before: EventEffect[]): Promise<ReorganisationLine> {
    const person = await this.repository.person(row.cells.nip as string, terms.effectiveOn);
    if (!person) throw new DomainError('not-found', { parameter: 'nip' });
    const post = await this.repository.post(row.cells.post as string);
    if (!post) throw new DomainError('not-found', { parameter: 'post' });
    const event: EmploymentEventInput = {
      kind: person.skpdId === post.skpdId ? 'post-change' : 'transfer',
      effectiveOn: terms.effectiveOn, spmtOn: row.cells.spmt ?? null, decreeNumber: row.cells.decree ?? terms.decreeNumber, decreeDate: row.cells.decreeDate ?? terms.decreeDate,
      signatory: terms.signatory, fileId: terms.fileId, note: null, postId: post.id, rank: null, until: null, sharePercent: null, releasesPost: false,
    };
    const { effects } = await this.events.record(actor, person.id, event, terms.id);
    return { sheet: SHEETS.people, row: row.row, subject: person.name, act: 'place', effects: [...before, ...effects] };
  }

  private async vacate(actor: Actor, terms: ReorganisationTerms, row: ReorganisationRow): Promise<EventEffect[]> {
    const held = await this.repository.definitive(row.cells.nip as string, terms.effectiveOn);
    if (!held) return [];
    const lastDay = addDays(terms.effectiveOn, -1);
    const savepoint = await this.attempt(() => this.assignments.end(actor, held.id, held.version, { lastDay, reason: terms.decreeNumber }));
    if (savepoint instanceof DomainError) return [];
    return [effectOf('post', held.leader ? 'post.closed-leader' : 'post.closed', { post: held.postName, unit: held.unitName, capacity: 'definitive', to: lastDay }, held.leader)];
  }

  /** @returns the rows that did not succeed; they are named unless another round is coming */
  private async inPasses(
    rows: readonly ReorganisationRow[], act: (row: ReorganisationRow) => Promise<ReorganisationLine>, outcome: Outcome, again = false,
  ): Promise<ReorganisationRow[]> {
    let pending = [...rows];
    for (;;) {
      const failed: { row: ReorganisationRow; error: DomainError }[] = [];
      for (const row of pending) {
        const answer = await this.attempt(() => act(row));
        if (answer instanceof DomainError) failed.push({ row, error: answer });
        else outcome.lines.push(answer);
      }
      const stuck = failed.length === pending.length;
      pending = failed.map(({ row }) => row);
      if (failed.length === 0) return [];
      if (!stuck) continue;
      if (!again) outcome.problems.push(...failed.map(({ row, error }) => problemOf(row, error)));
      return pending;
    }
  }

  /** One act by itself: a refusal takes back what it has written, and the rest goes on. */
  private async attempt<T>(act: () => Promise<T>): Promise<T | DomainError> {
    await this.db.query('SAVEPOINT reorganisation_row');
    try {
      const answer = await act();
      await this.db.query('RELEASE SAVEPOINT reorganisation_row');
      return answer;
    } catch (error) {
      await this.db.query('ROLLBACK TO SAVEPOINT reorganisation_row');
      this.organisation.recheck();
      if (error instanceof DomainError) return error;
      throw error;
    }
  }
}

/** Which cell a refusal is about; the rule's own sentence says the rest. */
function problemOf({ sheet, row, cells, act }: ReorganisationRow, error: DomainError): ImportProblem {
  const column = typeof error.params.parameter === 'string' ? COLUMN_OF[error.params.parameter] ?? error.params.parameter : act === 'place' ? 'post' : 'code';
  const reason = error.details.rule?.code ?? (error.code === 'validation-failed' ? 'cell-missing' : error.code);
  const field = error.details.fields?.[0]?.field;
  const at = field && field in cells ? field : column;
  return problemAt(sheet, row, titleOf(sheet, at), cells[at] ?? '', reason, error.params as ImportProblem['params']);
}

const COLUMN_OF: Record<string, string> = { parentId: 'parent', unitId: 'unit', superiorPostId: 'superior', postId: 'post', employmentId: 'nip' };
