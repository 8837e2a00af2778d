import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SkpComparison, SkpEvent, SkpVersionItem } from '@ekinerja/contracts/skp-record';
import { compareSkp } from '@ekinerja/regulations/skp-compare';
import type { Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SkpRecordsRepository } from './skp-records.repository.js';
import { SkpSideService } from './skp-side.service.js';

const EVENTS_SHOWN = 200;

/** The versions that were in force, what changed between them, and who did what (TL 13(2)). */
@Injectable()
export class SkpVersionsService {
  constructor(
    private readonly records: SkpRecordsRepository,
    private readonly side: SkpSideService,
  ) {}

  async list(actor: Actor, id: Uuid): Promise<SkpVersionItem[]> {
    await this.side.readable(actor, id);
    const signatures = await this.records.signatures(id);
    return (await this.records.versions(id)).map(({ number, cause, contentHash, determinedAt }) => ({
      number, cause, contentHash, determinedAt: determinedAt.toISOString(), signatures: signatures.filter(({ content }) => content === number),
    }));
  }

  /** Number of the version in force. */
  async latest(id: Uuid): Promise<number> {
    return (await this.records.versions(id)).at(-1)?.number ?? 1;
  }

  async compare(actor: Actor, id: Uuid, from: number, to: number): Promise<SkpComparison> {
    await this.side.readable(actor, id);
    const versions = new Map((await this.records.versions(id)).map((version) => [version.number, version]));
    const [before, after] = [versions.get(from), versions.get(to)];
    if (!before || !after) throw new DomainError('not-found');
    return { from, to, differences: compareSkp(before.content, after.content) };
  }

  async events(actor: Actor, id: Uuid): Promise<SkpEvent[]> {
    await this.side.readable(actor, id);
    return this.records.events(id, EVENTS_SHOWN);
  }
}
