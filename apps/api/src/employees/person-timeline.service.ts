import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { PersonTimeline, TimelineLine } from '@ekinerja/contracts/person-timeline';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { PersonTimelineRepository } from './person-timeline.repository.js';

/** Whose year is asked, and by whom: pay is not for everybody who may see the person. */
export interface TimelineQuestion {
  actor: Actor;
  employmentId: Uuid;
  from: IsoDate;
  to: IsoDate;
}
type Source = (question: TimelineQuestion) => Promise<TimelineLine[]>;

/** BN 15(1): everything about one employee in one place. Higher features add the lines of what they keep. */
@Injectable()
export class PersonTimelineService {
  private readonly sources: Source[] = [];

  constructor(
    private readonly repository: PersonTimelineRepository,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  contribute(source: Source): void {
    this.sources.push(source);
  }

  /** @throws DomainError `not-found` for a person the actor may not see. */
  async ofYear(actor: Actor, employmentId: Uuid, asked?: number): Promise<PersonTimeline> {
    await this.organisation.requireReadable(actor, employmentId);
    const person = await this.repository.person(employmentId);
    if (!person) throw new DomainError('not-found');
    if (person.personId !== actor.personId) await this.audit.logRead(actor, 'timeline', 'employment', employmentId);
    const present = Number(actor.today.slice(0, 4));
    const last = Math.max(Math.min(Number((person.to ?? actor.today).slice(0, 4)), present), Number(person.from.slice(0, 4)));
    const year = asked ?? last;
    const question = { actor, employmentId, from: `${year}-01-01`, to: `${year}-12-31` };
    const lines = await this.repository.service(employmentId, question.from, question.to);
    for (const source of this.sources) lines.push(...(await source(question)));
    return { employmentId, personName: person.name, year, years: yearsBetween(Number(person.from.slice(0, 4)), last), lines: lines.sort(latestFirst) };
  }
}

function latestFirst(a: TimelineLine, b: TimelineLine): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : a.area < b.area ? -1 : a.area > b.area ? 1 : a.code < b.code ? -1 : 1;
}

function yearsBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => last - at);
}
