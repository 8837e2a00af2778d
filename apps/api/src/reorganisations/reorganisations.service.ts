import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { CreateReorganisationRequest, Reorganisation, ReorganisationItem } from '@ekinerja/contracts/reorganisations';
import { REORGANISATION_LIMITS } from '@ekinerja/contracts/reorganisations';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import type { Upload } from '../platform/http/upload.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { readReorganisation } from './reorganisation-reader.js';
import { ReorganisationRunnerService, type Outcome, type ReorganisationTerms } from './reorganisation-runner.service.js';
import { ReorganisationRepository, type ReorganisationRecord } from './reorganisation.repository.js';
import { reorganisationTemplate } from './reorganisation-template.js';

const LISTED = 100;

/** Takes a preview back when it has been seen. */
class Undo extends Error {}

/** A new structure or an inauguration from one workbook: checked whole by doing it, shown, and applied whole or not at all. */
@Injectable()
export class ReorganisationsService {
  constructor(
    private readonly db: Database,
    private readonly repository: ReorganisationRepository,
    private readonly runner: ReorganisationRunnerService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  template(): Promise<Buffer> {
    return reorganisationTemplate();
  }

  list(): Promise<ReorganisationItem[]> {
    return this.repository.list(LISTED);
  }

  async get(id: Uuid): Promise<Reorganisation> {
    return shown(found(await this.repository.find(id)));
  }

  async create(actor: Actor, request: CreateReorganisationRequest): Promise<Reorganisation> {
    return this.db.transaction(async () => {
      const id = await this.repository.create(request, actor.accountId, nameOf(actor), this.clock.now());
      await this.audit.record({ actor, action: 'reorganisation.drafted', subjectType: 'reorganisation', subjectId: id, after: { ...request }, reason: request.decree.number });
      return this.get(id);
    });
  }

  /** Reads the workbook and tries it out; the draft holds what it would do, or every cell that is wrong. */
  async load(actor: Actor, id: Uuid, seen: number | null, file: Upload): Promise<Reorganisation> {
    const draft = found(await this.repository.find(id));
    requireDraft(draft, seen);
    const { rows, problems } = await readReorganisation(file.content);
    const outcome = problems.length > 0 ? { lines: [], problems } : await this.tryOut(actor, draft, rows);
    return this.db.transaction(async () => {
      requireDraft(found(await this.repository.lock(id)), seen);
      const wrong = outcome.problems.slice(0, REORGANISATION_LIMITS.problemsShown);
      await this.repository.checked(id, file.name, rows, wrong, wrong.length > 0 ? [] : outcome.lines);
      await this.audit.record({ actor, action: 'reorganisation.loaded', subjectType: 'reorganisation', subjectId: id, after: { fileName: file.name, rows: rows.length, problems: outcome.problems.length } });
      return this.get(id);
    });
  }

  /** Everything in one transaction. @throws DomainError `import-has-errors` when a row no longer does what it did in the preview */
  async apply(actor: Actor, id: Uuid, seen: number | null): Promise<Reorganisation> {
    try {
      return await this.db.transaction(async () => {
        const draft = found(await this.repository.lock(id));
        requireDraft(draft, seen);
        if (draft.content.length === 0 || draft.problemCount > 0) throw new DomainError('import-has-errors', { count: draft.problemCount });
        const { lines, problems } = await this.runner.run(actor, termsOf(draft), draft.content);
        if (problems.length > 0) throw new DomainError('import-has-errors', { count: problems.length });
        await this.repository.applied(id, lines, actor.accountId, nameOf(actor), this.clock.now());
        await this.audit.record({ actor, action: 'reorganisation.applied', subjectType: 'reorganisation', subjectId: id, after: { rows: lines.length, effectiveOn: draft.effectiveOn }, reason: draft.decreeNumber });
        return this.get(id);
      });
    } finally {
      this.organisation.recheck();
    }
  }

  async withdraw(actor: Actor, id: Uuid, seen: number | null): Promise<Reorganisation> {
    return this.db.transaction(async () => {
      requireDraft(found(await this.repository.lock(id)), seen);
      await this.repository.withdraw(id);
      await this.audit.record({ actor, action: 'reorganisation.withdrawn', subjectType: 'reorganisation', subjectId: id });
      return this.get(id);
    });
  }

  private async tryOut(actor: Actor, draft: ReorganisationRecord, rows: ReorganisationRecord['content']): Promise<Outcome> {
    // A trial is taken back whole, which it cannot be inside the transaction of an idempotency key.
    if (this.db.inTransaction) throw new DomainError('malformed-request', { header: 'Idempotency-Key' });
    let outcome: Outcome = { lines: [], problems: [] };
    try {
      await this.db.transaction(async () => {
        outcome = await this.runner.run(actor, termsOf(draft), rows);
        throw new Undo();
      });
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
    } finally {
      this.organisation.recheck();
    }
    return outcome;
  }
}

function found(row: ReorganisationRecord | null): ReorganisationRecord {
  if (!row) throw new DomainError('not-found');
  return row;
}

function requireDraft(row: ReorganisationRecord, seen: number | null): void {
  requireVersion(seen, row, shown(row));
  if (row.status !== 'draft') throw new DomainError('state-refused', { status: row.status, action: 'apply' });
}

function shown({ content: _content, fileId: _fileId, ...rest }: ReorganisationRecord): Reorganisation {
  return rest;
}

function termsOf({ id, effectiveOn, decreeNumber, decreeDate, signatory }: ReorganisationRecord): ReorganisationTerms {
  // The decree's file stays with the draft: an event's own letter is attached to the person.
  return { id, effectiveOn, decreeNumber, decreeDate, signatory, fileId: null };
}

function nameOf(actor: Actor): string {
  return actor.personName ?? actor.username;
}
