import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { StaffingData, StaffingDifference, StaffingRule } from '@ekinerja/contracts/staffing-records';
import { staffingDifferences, staffingRule } from '@ekinerja/regulations/staffing-records';
import { Clock } from '../platform/clock.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { StaffingPeopleRepository, type MatchWrite } from './staffing-people.repository.js';

const AT_ONCE = 1000;

export interface SourceRecord {
  employmentId: Uuid;
  sourceId: string | null;
  data: Partial<StaffingData>;
}

/** Compares what is held with what the national records last said, and keeps who is validated by it. */
@Injectable()
export class StaffingMatchService implements OnModuleInit {
  constructor(
    private readonly people: StaffingPeopleRepository,
    private readonly regulations: RegulationsService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    // A move or promotion changes what is held: compared again at once.
    this.outbox.subscribe('employment.changed', 'staffing-records.rematch', async ({ employmentId }) => {
      await this.rematch([employmentId]);
    });
  }

  async rule(): Promise<StaffingRule> {
    return staffingRule(await this.regulations.lawOn(this.clock.today()));
  }

  /** Over the whole government. */
  counts(): Promise<{ employees: number; validated: number }> {
    return this.people.counts(this.clock.today(), { skpdIds: null });
  }

  /** Takes over what a file says of people. @returns how many of them differ */
  async receive(records: SourceRecord[], importId: Uuid, by: Uuid): Promise<number> {
    let differing = 0;
    for (let start = 0; start < records.length; start += AT_ONCE) {
      const part = records.slice(start, start + AT_ONCE);
      const ids = part.map(({ employmentId }) => employmentId);
      const held = new Map((await this.people.held(ids, this.clock.today())).map((row) => [row.employmentId, row.data]));
      const before = await this.people.matches(ids);
      const writes = part.map(({ employmentId, sourceId, data }) => {
        const differences = staffingDifferences(held.get(employmentId)!, data);
        if (differences.length > 0) differing += 1;
        return { employmentId, differences, source: { data, id: sourceId }, note: null, ...judge(differences, before.get(employmentId)) } satisfies MatchWrite;
      });
      await this.people.write(writes, by, this.clock.now(), importId);
    }
    return differing;
  }

  /** After what is held has changed. People of whom no file has spoken stay unvalidated. */
  async rematch(employmentIds: Uuid[]): Promise<void> {
    const before = await this.people.matches(employmentIds);
    const held = await this.people.held([...before.keys()], this.clock.today());
    const writes = held.map(({ employmentId, data }) => {
      const match = before.get(employmentId)!;
      const differences = staffingDifferences(data, match.source);
      return { employmentId, differences, note: null, ...judge(differences, match, Object.keys(match.source).length > 0) };
    });
    if (writes.length > 0) await this.people.write(writes, null, this.clock.now(), null);
  }

  /** What would differ once a person's data were as asked (KS 1 angka 13). */
  async differencesAfter(employmentId: Uuid, change: Partial<StaffingData>): Promise<StaffingDifference[]> {
    const [held] = await this.people.held([employmentId], this.clock.today());
    const source = (await this.people.matches([employmentId])).get(employmentId)?.source ?? {};
    return staffingDifferences({ ...held!.data, ...change }, source);
  }
}

/** Nothing differs: valid. Differences that an officer has legalised stay legal while they are the same; new ones do not. */
export function judge(
  differences: StaffingDifference[], before: { validated: boolean; basis: MatchWrite['basis']; differences: StaffingDifference[] } | undefined, received = true,
): Pick<MatchWrite, 'validated' | 'basis' | 'goesOn'> {
  if (before?.validated && (before.basis !== 'import' || differences.length === 0) && same(differences, before.differences)) return { validated: true, basis: before.basis, goesOn: true };
  return differences.length === 0 && received ? { validated: true, basis: 'import', goesOn: false } : { validated: false, basis: null, goesOn: false };
}

function same(now: StaffingDifference[], before: StaffingDifference[]): boolean {
  const known = new Set(before.map(({ field, held, source }) => JSON.stringify([field, held, source])));
  return now.every(({ field, held, source }) => known.has(JSON.stringify([field, held, source])));
}
