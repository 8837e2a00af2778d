import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { OBJECTION_LIMITS, type Objection, type ObjectionSide } from '@ekinerja/contracts/objections';
import { AuditService } from '../audit/audit.service.js';
import { EvaluationVersionsService } from '../evaluations/evaluation-versions.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Upload } from '../platform/http/upload.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { FileStorage, type StoredFile } from '../platform/storage/file-storage.js';
import { shownFileType } from '../platform/storage/shown-file-type.js';
import { examinersOf, type ObjectionPart, type ObjectionRow } from './objection-row.js';
import { ObjectionTiersService } from './objection-tiers.service.js';
import { ObjectionViewService } from './objection-view.service.js';
import type { ObjectionExplanationDto, ObjectionQuestionDto } from './objections.dto.js';
import { ObjectionsRepository } from './objections.repository.js';

/** The examination (TL 35 huruf b, c): questions, explanations and evidence, all in the case file. */
@Injectable()
export class ObjectionCaseService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly objections: ObjectionsRepository,
    private readonly tiers: ObjectionTiersService,
    private readonly view: ObjectionViewService,
    private readonly evaluations: EvaluationVersionsService,
    private readonly files: FileStorage,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async ask(actor: Actor, id: Uuid, { side, question }: ObjectionQuestionDto): Promise<Objection> {
    await this.db.transaction(async () => {
      const row = await this.open(actor, id, ['examiner']);
      const statementId = await this.objections.ask(id, { side, question, by: actor.personName ?? actor.username, at: this.clock.now() });
      await this.noted(actor, row, 'asked', { side, question });
      const employmentId = side === 'employee' ? row.employmentId : row.evaluatorEmploymentId;
      await this.outbox.announce('objection.asked', { objectionId: id, statementId, side, employmentIds: [employmentId] });
    });
    return this.view.get(actor, id);
  }

  /** Each side for itself; the examiner writes down for either what was said before them. */
  async explain(actor: Actor, id: Uuid, { side, text, questionId }: ObjectionExplanationDto): Promise<Objection> {
    await this.db.transaction(async () => {
      const row = await this.open(actor, id, [side, 'examiner']);
      const recordedBy = this.view.requirePart(actor, row) === 'examiner' ? (actor.personName ?? actor.username) : null;
      const statementId = await this.objections.explain(id, { side, text, questionId: questionId ?? null, recordedBy, at: this.clock.now() });
      if (!statementId) throw new DomainError('state-refused', { action: 'explain' });
      await this.noted(actor, row, 'explained', { side, text, recordedBy });
      const examiners = examinersOf(row).map(({ employmentId }) => employmentId);
      await this.outbox.announce('objection.explained', { objectionId: id, statementId, employmentIds: examiners.filter((one) => one !== actor.employmentId) });
    });
    return this.view.get(actor, id);
  }

  async addEvidence(actor: Actor, id: Uuid, evidenceId: Uuid, upload: Upload): Promise<Objection> {
    const mediaType = shownFileType(upload.content);
    if (mediaType === null || mediaType === 'heic') throw refusedByRule({ code: mediaType ? 'evidence.heic' : 'evidence.kind', params: { name: upload.name } });
    await this.db.transaction(async () => {
      const row = await this.open(actor, id, ['employee', 'evaluator']);
      const known = await this.objections.evidence(id);
      if (known.some((one) => one.id === evidenceId)) return;
      if (known.length >= OBJECTION_LIMITS.evidence) throw refusedByRule({ code: 'evidence.too-many', params: { max: OBJECTION_LIMITS.evidence } });
      const stored = await this.files.store({ ...upload, mediaType, storedBy: actor.accountId });
      const side = this.view.requirePart(actor, row) as ObjectionSide;
      const added = await this.objections.addEvidence({ id: evidenceId, objectionId: id, fileId: stored.id, side, at: this.clock.now() });
      if (!added) throw new DomainError('not-found');
      await this.noted(actor, row, 'evidence-added', { name: stored.name, sha256: stored.sha256 });
    });
    return this.view.get(actor, id);
  }

  async readEvidence(actor: Actor, id: Uuid, evidenceId: Uuid): Promise<{ file: StoredFile; content: Buffer }> {
    const row = await this.objections.find(id);
    if (!row) throw new DomainError('not-found');
    this.view.requirePart(actor, row);
    const one = (await this.objections.evidence(id)).find((evidence) => evidence.id === evidenceId);
    const found = one && (await this.files.read(one.fileId));
    if (!found) throw new DomainError('not-found');
    if (row.employmentId !== actor.employmentId) await this.audit.logRead(actor, 'objection.evidence', 'objection', id);
    return found;
  }

  /** The evaluation stands as it was; within the time limit it may be objected to once more. */
  async withdraw(actor: Actor, id: Uuid, seen: number | null, reason: string): Promise<Objection> {
    await this.db.transaction(async () => {
      const row = await this.open(actor, id, ['employee']);
      requireVersion(seen, row, await this.view.shown(row, 'employee'));
      await this.evaluations.release(row.evaluationId, id);
      await this.objections.withdraw(id, reason);
      await this.audit.record({ actor, action: 'objection.withdrawn', subjectType: 'objection', subjectId: id, reason });
      const employmentIds = [row.evaluatorEmploymentId, ...examinersOf(row).map(({ employmentId }) => employmentId)];
      await this.outbox.announce('objection.withdrawn', { objectionId: id, employmentIds });
    });
    return this.view.get(actor, id);
  }

  /** The case, locked and brought up to date, for somebody who has one of those parts in it. */
  private async open(actor: Actor, id: Uuid, parts: ObjectionPart[]): Promise<ObjectionRow> {
    const locked = await this.objections.lock(id);
    if (!locked) throw new DomainError('not-found');
    const row = await this.tiers.refresh(locked);
    if (!parts.includes(this.view.requirePart(actor, row))) throw new DomainError('not-yours-to-decide');
    if (row.status !== 'filed') throw new DomainError('state-refused', { status: row.status });
    return row;
  }

  private async noted(actor: Actor, row: ObjectionRow, what: string, after: Record<string, unknown>): Promise<void> {
    await this.objections.touch(row.id);
    await this.audit.record({ actor, action: `objection.${what}`, subjectType: 'objection', subjectId: row.id, after });
  }
}
