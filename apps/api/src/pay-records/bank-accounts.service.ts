import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { BankAccount, BankAccountInput, BankAccountsPage, PayRecordDecision } from '@ekinerja/contracts/pay-records';
import { monthOf } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import { reach, reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { partOfPerson } from '../platform/database/search.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { BankAccountRepository, type StoredAccount } from './bank-account.repository.js';
import type { ListAccountsQuery } from './pay-records.dto.js';

const READERS = ['superadmin', 'auditor', 'unit-admin', 'treasurer'] as const;
const WRITERS = ['superadmin', 'unit-admin', 'treasurer'] as const;

/** Where pay goes: a change is proposed by one person and agreed by another; the last digits alone go on record. */
@Injectable()
export class BankAccountsService {
  constructor(
    private readonly db: Database,
    private readonly repository: BankAccountRepository,
    private readonly periods: PeriodsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  ofPeople(employmentIds: Uuid[], on: IsoDate): Promise<Map<Uuid, { bank: string; number: string; holder: string }>> {
    return this.repository.ofPeople(employmentIds, on);
  }

  async list(actor: Actor, query: ListAccountsQuery): Promise<BankAccountsPage> {
    const limit = pageLimit(query.limit);
    const rows = await this.repository.list({
      skpdIds: reach(actor, READERS), status: query.status ?? null, search: partOfPerson(query.search), after: readCursor(query.cursor, 'text', 'uuid'), limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.name, row.id]);
    return { ...page, items: page.items.map(view) };
  }

  async propose(actor: Actor, input: BankAccountInput): Promise<BankAccount> {
    return this.db.transaction(async () => {
      const skpdId = await this.periods.skpdOfMonth(input.employmentId, monthOf(this.clock.today()));
      if (!skpdId || !WRITERS.some((role) => reaches(actor, role, skpdId))) {
        throw new DomainError('validation-failed', {}, { fields: [{ field: 'employmentId', rule: 'unknown' }] });
      }
      const id = await this.repository.propose(input, this.clock.now(), actor.accountId, null);
      if (!id) throw new DomainError('duplicate', { waiting: true });
      const { number, ...rest } = input;
      await this.audit.record({ actor, action: 'bank-account.proposed', subjectType: 'employment', subjectId: input.employmentId, after: { id, ...rest, number: tail(number) }, reason: input.reason });
      return view((await this.repository.find(id))!);
    });
  }

  async decide(actor: Actor, id: Uuid, seen: number | null, { decision, reason }: PayRecordDecision): Promise<BankAccount> {
    return this.db.transaction(async () => {
      const account = await this.repository.lock(id);
      if (!account || !READERS.some((role) => reaches(actor, role, account.skpdId))) throw new DomainError('not-found');
      if (!WRITERS.some((role) => reaches(actor, role, account.skpdId))) throw new DomainError('permission-denied');
      requireVersion(seen, account, view(account));
      if (account.status !== 'waiting') throw new DomainError('state-refused', { status: account.status });
      if (account.proposedById === actor.accountId) throw new DomainError('second-person-required');
      if (decision === 'refuse' && !reason) throw new DomainError('reason-required');
      await this.repository.decide(id, decision === 'agree' ? 'in-force' : 'refused', reason, this.clock.now(), actor.accountId);
      await this.audit.record({ actor, action: `bank-account.${decision === 'agree' ? 'agreed' : 'refused'}`, subjectType: 'employment', subjectId: account.employmentId, before: { id }, after: { decision, number: tail(account.number) }, reason });
      return view((await this.repository.find(id))!);
    });
  }
}

function tail(number: string): string {
  return `…${number.slice(-4)}`;
}

function view({ skpdId: _skpd, proposedById: _by, proposedAt, decidedAt, ...account }: StoredAccount): BankAccount {
  return { ...account, proposedAt: proposedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null };
}
