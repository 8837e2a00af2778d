import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SkpCapacity, SkpStatus } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { LawSet } from '@ekinerja/regulations/law';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { applySkp, type SkpAction } from '@ekinerja/regulations/skp-flow';
import type { Actor } from '../platform/access/actor.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SkpSideService } from './skp-side.service.js';
import { SkpViewService, wayOf } from './skp-view.service.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

export interface OpenStep {
  row: SkpRow;
  as: SkpCapacity;
  status: SkpStatus;
  law: LawSet;
  shown: SkpDetail;
}

/** Opens a step of the flow: the row locked, the caller's side, the version seen and the state checked. */
@Injectable()
export class SkpStepService {
  constructor(
    private readonly skps: SkpRepository,
    private readonly side: SkpSideService,
    private readonly view: SkpViewService,
  ) {}

  async open(actor: Actor, id: Uuid, seen: number | null, action: SkpAction, may: readonly SkpCapacity[]): Promise<OpenStep> {
    const { row, as, law, shown } = await this.look(actor, id, seen, may);
    const status = applySkp(row.status, action, as, wayOf(law, row, shown.signatures, shown.contentHash));
    if (isRefusal(status)) throw new DomainError('state-refused', { status: row.status, action });
    return { row, as, status, law, shown };
  }

  async look(actor: Actor, id: Uuid, seen: number | null, may: readonly SkpCapacity[]): Promise<Omit<OpenStep, 'status'>> {
    const { row, as } = await this.side.lockAs(actor, id, may);
    const shown = await this.view.detail(actor, row);
    requireVersion(seen, row, shown);
    return { row, as, law: await this.view.lawOf(row), shown };
  }

  async shown(actor: Actor, id: Uuid): Promise<SkpDetail> {
    return this.view.detail(actor, (await this.skps.find(id)) as SkpRow);
  }
}
