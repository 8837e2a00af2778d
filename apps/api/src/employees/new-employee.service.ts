import { Injectable } from '@nestjs/common';
import type { CheckNipAnswer, CheckNipRequest, NewEmployeeAnswer, NewEmployeeRequest } from '@ekinerja/contracts/employees';
import type { FieldProblem } from '@ekinerja/contracts/errors';
import { nipWarnings, plainNip, readNip } from '@ekinerja/regulations/nip';
import { AuditService } from '../audit/audit.service.js';
import { AccountsService } from '../auth/accounts.service.js';
import { FirstCodesService } from '../auth/first-codes.service.js';
import { AssignmentsService } from '../organisation/assignments.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { EmployeesService } from './employees.service.js';
import { NewEmployeeRepository } from './new-employee.repository.js';

/** Somebody enters service: person, employment, post and account in one act, by a decree. */
@Injectable()
export class NewEmployeeService {
  constructor(
    private readonly db: Database,
    private readonly repository: NewEmployeeRepository,
    private readonly assignments: AssignmentsService,
    private readonly organisation: OrganisationService,
    private readonly employees: EmployeesService,
    private readonly accounts: AccountsService,
    private readonly codes: FirstCodesService,
    private readonly audit: AuditService,
  ) {}

  /** What the digits say beside the person's data, and whether somebody has them. */
  async check({ nip, ...facts }: CheckNipRequest): Promise<CheckNipAnswer> {
    const reading = nip === null ? null : readNip(nip);
    return { reading, warnings: nipWarnings(nip, facts), holder: reading ? await this.repository.holderOfNip(reading.nip) : null };
  }

  /** @throws DomainError `rule-refused` for a NIP or code that somebody has; what the NIP says otherwise is a warning only */
  async enter(actor: Actor, one: NewEmployeeRequest): Promise<NewEmployeeAnswer> {
    const fields = missing(one);
    if (fields.length > 0) throw new DomainError('validation-failed', {}, { fields });
    const nip = one.nip === null ? null : plainNip(one.nip);
    const warnings = nipWarnings(nip, { ...one, appointedOn: one.kind === 'non-asn' ? null : one.validFrom });
    try {
      const employmentId = await this.db.transaction(async () => {
        const holder = nip === null ? null : await this.repository.holderOfNip(nip);
        if (holder) throw refusedByRule({ code: 'employee.nip-taken', params: { nip: nip as string, person: holder.name } });
        const username = (nip ?? one.code ?? '').toLowerCase();
        const other = await this.repository.holderOfName(username);
        if (other) throw refusedByRule({ code: 'employee.code-taken', params: { code: username, person: other.name } });
        const made = await this.repository.insert(one, nip);
        const { postId, decree, reason } = one;
        // With the post behind them: the employee's own first day is the assignment's.
        await this.audit.record({ actor, action: 'employment.entered', subjectType: 'employment', subjectId: made.employmentId, after: { ...one, nip, warnings }, reason });
        if (postId !== null) {
          await this.assignments.open(actor, {
            employmentId: made.employmentId, postId, kind: 'definitive', validFrom: one.validFrom, validTo: one.validTo, classOverride: null, decree, reason,
          });
        }
        if (one.account) await this.accounts.create(actor, { personId: made.personId, username, passwordHash: await this.codes.unusableHash(), mustChange: true });
        return made.employmentId;
      });
      this.organisation.recheck();
      return { employee: await this.employees.detail(actor, employmentId), warnings };
    } finally {
      this.organisation.recheck();
    }
  }
}

function missing({ kind, nip, code, sharePercent, validFrom, validTo, birthDate }: NewEmployeeRequest): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (nip !== null && readNip(nip) === null) problems.push({ field: 'nip', rule: 'shape' });
  // The regent has no NIP; civil servants have one from the first day.
  if (nip === null && kind !== 'non-asn') problems.push({ field: 'nip', rule: 'required' });
  if (nip === null && kind === 'non-asn' && code === null) problems.push({ field: 'code', rule: 'required' });
  if (kind === 'pppk-part-time' && sharePercent === null) problems.push({ field: 'sharePercent', rule: 'required' });
  if (kind !== 'pppk-part-time' && sharePercent !== null) problems.push({ field: 'sharePercent', rule: 'absent' });
  if (validTo !== null && validTo < validFrom) problems.push({ field: 'validTo', rule: 'endBeforeStart' });
  if (birthDate !== null && birthDate >= validFrom) problems.push({ field: 'birthDate', rule: 'endBeforeStart' });
  return problems;
}
