import { Injectable, type StreamableFile } from '@nestjs/common';
import type { DecreeFile } from '@ekinerja/contracts/assignments';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { PaperDecision, PaperDecisionRequest, PaperSubject } from '@ekinerja/contracts/paper-decisions';
import { ActivityDecisionService } from '../activities/activity-decision.service.js';
import { AuditService } from '../audit/audit.service.js';
import { RatingService } from '../evaluations/rating.service.js';
import { DecreesService } from '../organisation/decrees.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import type { Upload } from '../platform/http/upload.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { SkpAgreementService } from '../skp/skp-agreement.service.js';
import { SkpDeterminationService } from '../skp/skp-determination.service.js';
import { PaperDecisionsRepository } from './paper-decisions.repository.js';
import { PaperSignersService } from './paper-signers.service.js';

interface Decided {
  type: PaperSubject;
  subjects: { id: Uuid; employmentId: Uuid }[];
}

/**
 * What the regent and others who never sign in have decided, written down from the paper they signed. The decision goes
 * through the same use cases and the same law as if they had pressed the button; who wrote it down stays with it.
 */
@Injectable()
export class PaperDecisionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: PaperDecisionsRepository,
    private readonly signers: PaperSignersService,
    private readonly determination: SkpDeterminationService,
    private readonly agreement: SkpAgreementService,
    private readonly activities: ActivityDecisionService,
    private readonly ratings: RatingService,
    private readonly decrees: DecreesService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  keep(actor: Actor, file: Upload): Promise<DecreeFile> {
    return this.decrees.keep(actor, file);
  }

  async record(actor: Actor, request: PaperDecisionRequest): Promise<PaperDecision[]> {
    const { act, paper } = request;
    if (paper.signedOn > actor.today) throw refusedByRule({ code: 'paper.signed-later', params: { date: paper.signedOn } });
    return this.db.transaction(async () => {
      const signer = await this.signers.get(actor, request.signerEmploymentId);
      const as = await this.signers.actorFor(actor, signer);
      if (!(await this.repository.fileOf(paper.fileId, actor.accountId))) throw new DomainError('not-found', { parameter: 'fileId' });
      const { type, subjects } = await this.decide(actor, as, request);
      const at = this.clock.now();
      const byName = actor.personName ?? actor.username;
      for (const { id: subjectId, employmentId } of subjects) {
        await this.repository.insert({ act, signer, employmentId, subjectType: type, subjectId, paper, by: actor.accountId, byName, at });
        await this.audit.record({
          actor, action: 'paper-decision.recorded', subjectType: type, subjectId, after: { act, signer: signer.personName, ...paper }, reason: request.reason ?? paper.number,
        });
      }
      return this.repository.of(subjects.map(({ id }) => id));
    });
  }

  private async decide(actor: Actor, as: Actor, request: PaperDecisionRequest): Promise<Decided> {
    const { act, subjectIds, version, evaluation, dialogue, reason } = request;
    if (act === 'evaluation') {
      if (!evaluation) throw missing('evaluation');
      await this.requireOthers(actor, [evaluation.employmentId]);
      const { id, employmentId } = await this.ratings.determine(as, version, evaluation);
      return { type: 'evaluation', subjects: [{ id, employmentId }] };
    }
    const [first] = subjectIds;
    if (!first) throw missing('subjectIds');
    if ((act === 'skp.return' || act === 'activities.refuse') && reason === null) throw new DomainError('reason-required');
    const type = act.startsWith('skp') ? 'skp' : 'activity';
    const owners = await this.repository.ownersOf(type, subjectIds);
    if (owners.size !== new Set(subjectIds).size) throw new DomainError('not-found');
    await this.requireOthers(actor, [...owners.values()]);
    if (act === 'skp.determine') await this.determination.determine(as, first, version, dialogue ? { dialogue } : {});
    else if (act === 'skp.return') await this.agreement.returnToOwner(as, first, version, { reason: reason as string, notes: [] });
    else if (act === 'activities.accept') await this.acceptAll(as, subjectIds);
    else for (const id of subjectIds) await this.activities.refuse(as, id, (await this.repository.versionsOf([id]))[0]?.version ?? null, reason as string);
    const decided = type === 'skp' ? [first] : subjectIds;
    return { type, subjects: decided.map((id) => ({ id, employmentId: owners.get(id) as Uuid })) };
  }

  /** All on one paper, or none: a paper that names one entry too many is wrong. */
  private async acceptAll(as: Actor, ids: Uuid[]): Promise<void> {
    const { skipped } = await this.activities.acceptMany(as, await this.repository.versionsOf(ids));
    const [one] = skipped;
    if (one) throw new DomainError(one.code === 'state-refused' ? 'state-refused' : 'not-yours-to-decide', one.code === 'state-refused' ? { status: '', action: 'accept' } : {});
  }

  /** Who records is not the one decided about. */
  private async requireOthers(actor: Actor, employmentIds: Uuid[]): Promise<void> {
    if (actor.employmentId !== null && employmentIds.includes(actor.employmentId)) throw new DomainError('not-yours-to-decide');
  }

  /** On whose paper something was decided, for whoever may see the person. */
  async of(actor: Actor, subjectId: Uuid): Promise<PaperDecision[]> {
    const owner = await this.repository.ownerOf(subjectId);
    if (owner === null) throw new DomainError('not-found');
    await this.organisation.requireReadable(actor, owner);
    return this.repository.of([subjectId]);
  }

  async recent(query: PageQuery): Promise<Page<PaperDecision>> {
    const limit = pageLimit(query.limit);
    const rows = await this.repository.recent(readCursor(query.cursor, 'instant', 'uuid') as [string, Uuid] | null, limit + 1);
    return pageOf(rows, limit, (row) => [row.recordedAt, row.id]);
  }

  async file(actor: Actor, id: Uuid): Promise<StreamableFile> {
    const found = await this.repository.file(id);
    if (!found) throw new DomainError('not-found');
    await this.organisation.requireReadable(actor, found.employmentId);
    return this.decrees.stream(found.fileId);
  }
}

function missing(field: string): DomainError {
  return new DomainError('validation-failed', {}, { fields: [{ field, rule: 'required' }] });
}
