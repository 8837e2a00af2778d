import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { GrantedRole } from '@ekinerja/contracts/access';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { AuditService, type SystemActor } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { AccountsRepository, type NewAccountRow } from './accounts.repository.js';
import { hashPassword } from './passwords.js';

export interface NewRole {
  role: GrantedRole;
  /** The SKPD it reaches; null = the whole government. */
  unitId: Uuid | null;
  from: IsoDate;
  to?: IsoDate | null;
  reason: string;
}

export interface NewAccount {
  personId: Uuid | null;
  username: string;
  /** One of the two; a hash made once serves many accounts of generated data. */
  password?: string;
  passwordHash?: string;
  mustChange: boolean;
  roles?: NewRole[];
}

/** Accounts and the roles granted to them. No one grants themselves: the grantor is the actor, and the database checks. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: AccountsRepository,
    private readonly audit: AuditService,
  ) {}

  hashPassword(password: string): Promise<string> {
    return hashPassword(password);
  }

  async create(actor: Actor | SystemActor, account: NewAccount): Promise<Uuid> {
    const [id] = await this.createMany(actor, [account]);
    return id as Uuid;
  }

  /** @returns the ids, in order. */
  async createMany(actor: Actor | SystemActor, accounts: NewAccount[]): Promise<Uuid[]> {
    const rows: (NewAccountRow & { roles: NewRole[] })[] = [];
    for (const account of accounts) {
      const passwordHash = account.passwordHash ?? (account.password === undefined ? null : await hashPassword(account.password));
      if (passwordHash === null) throw new Error(`account ${account.username} without a password`);
      const { personId, mustChange } = account;
      rows.push({ id: randomUUID(), personId, username: signInName(account.username), passwordHash, mustChange, roles: account.roles ?? [] });
    }
    const grantedBy = 'system' in actor ? null : actor.accountId;
    const granted = rows.flatMap(({ id, roles }) =>
      roles.map(({ role, unitId, from, to, reason }) => ({ accountId: id, role, unitId, from, to: to ?? null, grantedBy, reason })),
    );
    await this.db.transaction(async () => {
      await this.repository.insert(rows, granted, this.clock.now());
      await this.audit.recordAll(
        rows.map(({ id, personId, username, mustChange, roles }) => ({
          actor, action: 'account.created', subjectType: 'account', subjectId: id, after: { personId, username, mustChange, roles },
        })),
      );
    });
    return rows.map((row) => row.id);
  }
}

/** As typed on any keyboard: spaces out, small letters. */
export function signInName(text: string): string {
  return text.replace(/\s/g, '').toLowerCase();
}
