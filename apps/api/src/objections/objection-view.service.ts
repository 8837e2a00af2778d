import { Injectable } from '@nestjs/common';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import { OBJECTION_SIDES, type Objection, type ObjectionItem } from '@ekinerja/contracts/objections';
import { localDate } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { EvaluationVersionsService, type EvaluationRow } from '../evaluations/evaluation-versions.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { examinersOf, objectionItem, partOf, type ObjectionPart, type ObjectionRow, type ObjectionTier } from './objection-row.js';
import { ObjectionTiersService } from './objection-tiers.service.js';
import { ObjectionsRepository } from './objections.repository.js';
import type { ObjectionsQuery } from './objections.dto.js';

/** Case files and lists, as far as somebody has a part in them or watches over all by office. */
@Injectable()
export class ObjectionViewService {
  constructor(
    private readonly clock: Clock,
    private readonly objections: ObjectionsRepository,
    private readonly tiers: ObjectionTiersService,
    private readonly evaluations: EvaluationVersionsService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  async mine(actor: Actor): Promise<ObjectionItem[]> {
    if (actor.employmentId === null) return [];
    return (await this.objections.ofEmployment(actor.employmentId)).map((row) => objectionItem(row, 'employee', this.clock.now()));
  }

  async cases(actor: Actor, query: PageQuery): Promise<Page<ObjectionItem>> {
    if (actor.employmentId === null) return { items: [], nextCursor: null };
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'number', 'text', 'uuid');
    const rows = await this.objections.cases(actor.employmentId, after, limit + 1);
    const page = pageOf(rows, limit, ({ status, filedAt, id }) => [status === 'filed' ? 0 : 1, filedAt.toISOString(), id]);
    return { ...page, items: page.items.map((row) => objectionItem(row, partOf(row, actor.employmentId) ?? 'observer', this.clock.now())) };
  }

  async all(actor: Actor, { state, ...query }: ObjectionsQuery): Promise<Page<ObjectionItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const rows = await this.objections.all(state ?? null, this.clock.now(), after, limit + 1);
    const page = pageOf(rows, limit, ({ filedAt, id }) => [filedAt.toISOString(), id]);
    await this.audit.logReadOf(actor, page.items.map(({ employmentId }) => employmentId));
    return { ...page, items: page.items.map((row) => objectionItem(row, 'observer', this.clock.now())) };
  }

  /** Open cases of these people for a list that they may hold up in no way; never the reasons. */
  openOf(employmentIds: readonly Uuid[]) {
    return this.objections.openOf(employmentIds);
  }

  async get(actor: Actor, id: Uuid): Promise<Objection> {
    const row = await this.objections.find(id, actor.employmentId);
    if (!row) throw new DomainError('not-found');
    const part = this.requirePart(actor, row);
    if (part !== 'observer') await this.objections.markSeen(id, actor.employmentId as Uuid, row.version);
    if (part !== 'employee') await this.audit.logRead(actor, 'objection.detail', 'objection', id);
    return this.shown(row, part);
  }

  /** For the evaluation's own document, of which the objection is a part: whoever may see that has been asked already. */
  async forPaper(id: Uuid): Promise<Objection | null> {
    const row = await this.objections.find(id);
    return row && row.status !== 'withdrawn' ? this.shown(row, 'observer') : null;
  }

  /** @throws DomainError `not-found` for whoever has no part in the case and does not watch over all */
  requirePart(actor: Actor, row: ObjectionRow): ObjectionPart {
    const part = partOf(row, actor.employmentId);
    if (part) return part;
    if (actor.permissions.has('objections.monitor')) return 'observer';
    throw new DomainError('not-found');
  }

  async shown(row: ObjectionRow, part: ObjectionPart): Promise<Objection> {
    const now = this.clock.now();
    const evaluation = (await this.evaluations.find(row.evaluationId)) as EvaluationRow;
    const law = await this.tiers.lawOf(row.employmentId, row.receivedAt);
    const statements = await this.objections.statements(row.id);
    const hear = law.performance.rules.objection?.hear;
    const heard = new Set(statements.filter(({ text }) => text !== null).map(({ side }) => side));
    const post = (await this.organisation.onDate(localDate(row.filedAt, this.clock.timeZone))).definitivePost(row.employmentId);
    const open = row.status === 'filed';
    return {
      ...objectionItem(row, part, now),
      evaluationVersion: row.evaluationVersion,
      postName: post?.postName ?? null,
      unitName: post?.unitName ?? null,
      reasons: row.reasons,
      receivedAt: row.receivedAt.toISOString(),
      fileDueAt: row.fileDueAt?.toISOString() ?? null,
      fileCite: row.cites.file,
      decideCite: row.cites.decide,
      hearCite: hear ? law.performance.cite('objection.hear') : null,
      evaluator: row.evaluation.evaluator,
      examiners: examinersOf(row),
      chain: (row.tiers[0] as ObjectionTier).chain,
      scoreBefore: row.evaluation.score,
      inputsBefore: row.evaluation.inputs,
      form: await this.evaluations.formOf(evaluation).then(({ fields, labels }) => ({ fields, labels })),
      evidence: (await this.objections.evidence(row.id)).map(({ fileId: _, ...one }) => one),
      statements: statements.map((one) => ({ ...one, askedAt: one.askedAt?.toISOString() ?? null, givenAt: one.givenAt?.toISOString() ?? null })),
      unheard: open ? OBJECTION_SIDES.filter((side) => hear?.includes(side) && !heard.has(side)) : [],
      decision: row.decider && row.decidedAt && row.outcome && {
        outcome: row.outcome, reason: row.decisionReason ?? '', recommendation: row.recommendation, decidedAt: row.decidedAt.toISOString(), decider: row.decider,
        late: row.decideDueAt !== null && row.decidedAt >= row.decideDueAt,
      },
      withdrawnReason: row.withdrawnReason,
      actions: open ? ACTIONS[part] : [],
      decideDueDate: row.decideDueAt && localDate(new Date(row.decideDueAt.getTime() - 1), this.clock.timeZone),
      version: row.version,
    };
  }
}

const ACTIONS: Record<ObjectionPart, string[]> = {
  employee: ['explain', 'add-evidence', 'withdraw'],
  evaluator: ['explain', 'add-evidence'],
  examiner: ['ask', 'record', 'decide'],
  observer: [],
};
