import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { PayRunRepository, type UnitRecord } from './pay-run.repository.js';
import { PayRunViewService } from './pay-run-view.service.js';

/** The way into a change of one unit of a run: its row locked, and the version that the caller saw. */
@Injectable()
export class UnitGate {
  constructor(
    private readonly repository: PayRunRepository,
    private readonly view: PayRunViewService,
  ) {}

  /** @throws DomainError `not-found` */
  async lock(runId: Uuid, skpdId: Uuid): Promise<UnitRecord> {
    const unit = await this.repository.lockUnit(runId, skpdId);
    if (!unit) throw new DomainError('not-found');
    return unit;
  }

  /** @throws DomainError `precondition-required`, or `stale-version` with the unit as it is now */
  async requireSeen(seen: number | null, unit: UnitRecord): Promise<void> {
    const current = seen === null || seen === unit.version ? unit : await this.view.unitUnlogged(unit.runId, unit.skpdId);
    requireVersion(seen, unit, current);
  }
}
