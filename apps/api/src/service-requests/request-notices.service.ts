import { Injectable } from '@nestjs/common';
import type { RequestKind, RequestStepRule, RequestTold } from '@ekinerja/contracts/service-requests';
import { NotificationsService } from '../notifications/notifications.service.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestsRepository, type RequestRow } from './requests.repository.js';

/** Who is told of a file on its way. */
@Injectable()
export class RequestNoticesService {
  constructor(
    private readonly requests: RequestsRepository,
    private readonly notifications: NotificationsService,
  ) {}

  /** It waits for whoever acts in the step; the applicant sees where it is. */
  async waits(actor: Actor, row: RequestRow, kind: RequestKind, step: RequestStepRule): Promise<void> {
    await this.notifications.tellAccounts(await this.requests.holders(step.by, null, actor.today), {
      topic: 'request-waiting', key: `request:${row.id}:${step.code}:${row.version}`, params: { name: row.number }, path: pathOf(row),
    });
    await this.moved(actor, row, kind, `${step.code}:${row.version}`, step.name);
  }

  async moved(actor: Actor, row: RequestRow, kind: RequestKind, key: string, step: string): Promise<void> {
    await this.notifications.tellAccounts(await this.applicants(actor, row, kind), { topic: 'request-moved', key: `request:${row.id}:at:${key}`, params: { name: row.number, step }, path: pathOf(row) });
  }

  /** BK 13: the unit admin is told that the change is made; by the setting the applicant as well. */
  async done(actor: Actor, row: RequestRow, kind: RequestKind, told: readonly RequestTold[]): Promise<void> {
    const admins = told.includes('unit-admin') ? await this.requests.holders('unit-admin', row.skpdId, actor.today) : [];
    const applicants = told.includes('applicant') ? await this.applicants(actor, row, kind) : [];
    await this.notifications.tellAccounts([...new Set([...admins, ...applicants])], { topic: 'request-done', key: `request:${row.id}:done`, params: { name: row.number }, path: pathOf(row) });
  }

  /** BK 12(2), 14: the report reaches the superadmin. */
  async reported(actor: Actor, row: RequestRow, step: RequestStepRule): Promise<void> {
    await this.notifications.tellAccounts(await this.requests.holders('superadmin', null, actor.today), {
      topic: 'request-reported', key: `request:${row.id}:report:${step.code}:${row.version}`, params: { name: row.number, by: actor.personName ?? actor.username }, path: pathOf(row),
    });
  }

  /** The account that filed it, and whoever administers the unit now where such a file is the admin's. */
  private async applicants(actor: Actor, row: RequestRow, { filedBy }: RequestKind): Promise<string[]> {
    const admins = filedBy.includes('unit-admin') ? await this.requests.holders('unit-admin', row.skpdId, actor.today) : [];
    return [...new Set([row.filedBy, ...admins])];
  }
}

function pathOf({ id }: RequestRow): string {
  return `/pelayanan/${id}`;
}
