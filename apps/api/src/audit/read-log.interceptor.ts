import { StreamableFile, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { finalize, mergeMap, type Observable } from 'rxjs';
import type { Uuid } from '@ekinerja/contracts/basics';
import { ACCESS_KEY, type AccessDeclaration } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { readsOthers } from '../platform/access/row-scope.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { peopleIn } from './people-in.js';
import { ReadNotes } from './read-notes.js';

/**
 * One row for each answer that holds other people's data, and for each file handed out, outside the chain (KS 26). It
 * follows from the route's declared scope; a service may only say it better. Refusals show nothing and leave none.
 */
@Injectable()
export class ReadLogInterceptor implements NestInterceptor {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
    private readonly notes: ReadNotes,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>();
    const { actor } = request;
    if (!actor) return next.handle();
    const access = this.reflector.get<AccessDeclaration | undefined>(ACCESS_KEY, context.getHandler());
    this.notes.begin(request.id);
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.write(request, actor, request.method === 'GET' && readsOthers(access?.scope ?? null), answer);
        return answer;
      }),
      finalize(() => this.notes.end(request.id)),
    );
  }

  private async write(request: FastifyRequest, actor: Actor, declared: boolean, answer: unknown): Promise<void> {
    const { note, employmentIds } = this.notes.end(request.id);
    const file = answer instanceof StreamableFile;
    const people = new Set([...employmentIds, ...(declared || actor.onBehalf ? peopleIn(answer) : [])]);
    if (actor.onBehalf) {
      if (actor.employmentId) people.add(actor.employmentId);
      await this.insert(request, actor, { ...(note ?? subjectOf(request)), file, people: [...people] });
      return;
    }
    const named = people.size > 0;
    if (actor.employmentId) people.delete(actor.employmentId);
    // An answer about the one who asks alone is no read of another's data.
    const ownOnly = named && people.size === 0 && !note;
    if (!file && ((!declared && !note) || ownOnly)) return;
    await this.insert(request, actor, { ...(note ?? subjectOf(request)), file, people: [...people] });
  }

  private async insert(
    request: FastifyRequest, actor: Actor, read: { what: string; subjectType: string; subjectId: string; file: boolean; people: Uuid[] },
  ): Promise<void> {
    // Whoever looks on behalf of another reads under their own name.
    const by = actor.onBehalf ?? { accountId: actor.accountId, name: actor.personName ?? actor.username, roles: [...new Set(actor.roles.map(({ role }) => role))] };
    await this.db.query(
      `INSERT INTO read_log (at, account_id, actor_name, roles, what, subject_type, subject_id, route, export, employment_ids, request_id, ip, reason)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)`,
      [
        this.clock.now(), by.accountId, by.name, by.roles, read.what, read.subjectType, read.subjectId,
        routeOf(request), read.file, read.people, request.id, actor.ip, actor.onBehalf?.reason ?? null,
      ],
    );
  }
}

function routeOf(request: FastifyRequest): string {
  return `${request.method} ${(request.routeOptions.url ?? '').replace(/^\/api\/v1/, '')}`;
}

/** `/activities/waiting` → activities.waiting; the ids of the path, or all. */
function subjectOf(request: FastifyRequest): { what: string; subjectType: string; subjectId: string } {
  const steps = routeOf(request).replace(/^\w+ \//, '').split('/').filter((step) => !step.startsWith(':'));
  const ids = Object.values((request.params ?? {}) as Record<string, string>);
  return { what: steps.join('.'), subjectType: steps[0] ?? '', subjectId: ids.join('/') || '*' };
}
