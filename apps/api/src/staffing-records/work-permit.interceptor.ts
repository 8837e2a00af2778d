import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { WORK_OF_EMPLOYEES } from '@ekinerja/contracts/access';
import { unvalidatedRefusal } from '@ekinerja/regulations/staffing-records';
import type { FastifyRequest } from 'fastify';
import { from, mergeMap, type Observable } from 'rxjs';
import { ACCESS_KEY, type AccessDeclaration } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { StaffingPeopleRepository } from './staffing-people.repository.js';

/**
 * KS 11(5): where the regulation of the day says so, the unvalidated keep reading, but enter and change nothing of their
 * own work. One place for every route of an employee's work, whichever feature it belongs to.
 */
@Injectable()
export class WorkPermitInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly regulations: RegulationsService,
    private readonly people: StaffingPeopleRepository,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>();
    const access = this.reflector.get<AccessDeclaration | undefined>(ACCESS_KEY, context.getHandler());
    const employmentId = request.actor?.employmentId;
    if (!employmentId || request.method === 'GET' || !access?.permission || !WORK_OF_EMPLOYEES.includes(access.permission)) return next.handle();
    return from(this.check(employmentId, request.actor!.today)).pipe(mergeMap(() => next.handle()));
  }

  private async check(employmentId: string, today: string): Promise<void> {
    const refusal = unvalidatedRefusal(await this.regulations.lawOn(today));
    if (refusal && !(await this.people.isValidated(employmentId))) throw refusedByRule(refusal);
  }
}
