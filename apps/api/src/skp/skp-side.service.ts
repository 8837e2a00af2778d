import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SkpCapacity } from '@ekinerja/contracts/skp';
import type { EvaluatorAnswer } from '@ekinerja/regulations/evaluator';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reaches, type Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

export type { SkpRow } from './skp.repository.js';

/** On which side of an SKP somebody stands today: owner, evaluator, that one's superior, performance manager, unit admin. */
@Injectable()
export class SkpSideService {
  constructor(
    private readonly skps: SkpRepository,
    private readonly organisation: OrganisationService,
  ) {}

  async capacities(actor: Actor, row: SkpRow): Promise<SkpCapacity[]> {
    if (actor.employmentId !== null && actor.employmentId === row.employmentId) return ['owner'];
    const held: SkpCapacity[] = [];
    if (actor.employmentId !== null) {
      if ((await this.organisation.evaluatorOn(row.employmentId, actor.today)).evaluator?.employmentId === actor.employmentId) held.push('evaluator');
      const superior = await this.organisation.evaluatorSuperiorOn(row.employmentId, actor.today);
      if (superior.evaluator?.employmentId === actor.employmentId) held.push('evaluator-superior');
    }
    if (row.skpdId !== null && reaches(actor, 'performance-manager', row.skpdId)) held.push('performance-manager');
    if ((row.skpdId !== null && reaches(actor, 'unit-admin', row.skpdId)) || actor.roles.some(({ role }) => role === 'superadmin')) held.push('unit-admin');
    return held;
  }

  /** @throws DomainError `not-found` for whoever may not see it. */
  async requireReadable(actor: Actor, row: SkpRow): Promise<void> {
    if ((await this.capacities(actor, row)).length === 0) await this.organisation.requireReadable(actor, row.employmentId);
  }

  /** For use cases that have decided who may see it. */
  async find(id: Uuid): Promise<SkpRow> {
    const row = await this.skps.find(id);
    if (!row) throw new DomainError('not-found');
    return row;
  }

  async readable(actor: Actor, id: Uuid): Promise<SkpRow> {
    const row = await this.skps.find(id);
    if (!row) throw new DomainError('not-found');
    await this.requireReadable(actor, row);
    return row;
  }

  /**
   * Locks the SKP for somebody who acts in one of the given capacities; the first that they hold.
   * @throws DomainError `not-found`, `permission-denied` (only the owner may), `not-yours-to-decide`
   */
  async lockAs(actor: Actor, id: Uuid, may: readonly SkpCapacity[]): Promise<{ row: SkpRow; as: SkpCapacity }> {
    const row = await this.skps.lock(id);
    if (!row) throw new DomainError('not-found');
    const held = await this.capacities(actor, row);
    const as = may.find((capacity) => held.includes(capacity));
    if (as) return { row, as };
    if (held.length === 0) await this.organisation.requireReadable(actor, row.employmentId);
    throw new DomainError(may.length === 1 && may[0] === 'owner' ? 'permission-denied' : 'not-yours-to-decide');
  }

  evaluatorOf(actor: Actor, row: SkpRow): Promise<EvaluatorAnswer> {
    return this.organisation.evaluatorOn(row.employmentId, actor.today);
  }
}
