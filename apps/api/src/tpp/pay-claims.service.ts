import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { BudgetCeiling, BudgetCeilingInput, PayClaim, SettleClaimRequest } from '@ekinerja/contracts/pay-runs';
import { AuditService } from '../audit/audit.service.js';
import { reach, reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { PayRunExtrasRepository } from './pay-run-extras.repository.js';

const READERS = ['superadmin', 'treasurer', 'auditor', 'unit-admin'] as const;

type ClaimRow = PayClaim & { skpdId: Uuid };

/** What no later run can recover because the person has left; and the ceilings of the budget. */
@Injectable()
export class PayClaimsService {
  constructor(
    private readonly db: Database,
    private readonly extras: PayRunExtrasRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, state: 'open' | 'settled'): Promise<PayClaim[]> {
    return (await this.rows(reach(actor, READERS), state, null)).map(view);
  }

  async settle(actor: Actor, id: Uuid, { receipt, date }: SettleClaimRequest): Promise<PayClaim> {
    return this.db.transaction(async () => {
      await this.db.query(`SELECT 1 FROM adjustment WHERE id = $1 FOR UPDATE`, [id]);
      const [claim] = await this.rows(reach(actor, READERS), null, id);
      if (!claim) throw new DomainError('not-found');
      if (!(['superadmin', 'treasurer'] as const).some((role) => reaches(actor, role, claim.skpdId))) throw new DomainError('permission-denied');
      if (claim.settledOn) throw new DomainError('state-refused', { settled: true });
      if (date > this.clock.today()) throw new DomainError('validation-failed', {}, { fields: [{ field: 'date', rule: 'dateBetween', params: { from: null, to: this.clock.today() } }] });
      await this.db.execute(`UPDATE adjustment SET claim_receipt = $2, claim_settled_on = $3, claim_settled_by = $4 WHERE id = $1`, [id, receipt, date, actor.accountId]);
      await this.audit.record({ actor, action: 'pay-claim.settled', subjectType: 'adjustment', subjectId: id, before: { amount: claim.amount }, after: { receipt, date } });
      return view((await this.rows(null, null, id))[0]!);
    });
  }

  ceilings(actor: Actor, year: number): Promise<BudgetCeiling[]> {
    return this.extras.ceilings(year, reach(actor, ['superadmin', 'auditor', 'unit-admin', 'unit-head', 'treasurer']));
  }

  async saveCeiling(actor: Actor, skpdId: Uuid, year: number, seen: number | null, { amount, document }: BudgetCeilingInput): Promise<BudgetCeiling> {
    return this.db.transaction(async () => {
      await this.db.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`ceiling:${skpdId}:${year}`]);
      const [before] = await this.extras.ceilings(year, [skpdId]);
      if (!before) throw new DomainError('not-found');
      if (before.version > 0) requireVersion(seen, before);
      await this.extras.saveCeiling(skpdId, year, amount, document, this.clock.now(), actor.accountId);
      await this.audit.record({ actor, action: 'budget-ceiling.set', subjectType: 'unit', subjectId: skpdId, before: { year, amount: before.amount }, after: { year, amount, document } });
      return (await this.extras.ceilings(year, [skpdId]))[0]!;
    });
  }

  /** Negative corrections of people out of service: those whom no run pays any more. */
  private async rows(skpdIds: Uuid[] | null, state: 'open' | 'settled' | null, id: Uuid | null): Promise<ClaimRow[]> {
    const today: IsoDate = this.clock.today();
    return this.db.query<ClaimRow>(
      `SELECT j.id, j.employment_id AS "employmentId", person_display_name(p) AS name,
              (SELECT nip FROM employment_nip WHERE employment_id = e.id ORDER BY valid_from DESC LIMIT 1) AS nip, u.name AS "skpdName", u.id AS "skpdId",
              j.month, -j.amount AS amount, j.cause, e.valid_to AS "leftOn", j.claim_settled_on AS "settledOn", j.claim_receipt AS receipt
       FROM adjustment j JOIN payslip s ON s.id = j.payslip_id JOIN unit u ON u.id = s.skpd_id JOIN employment e ON e.id = j.employment_id JOIN person p ON p.id = e.person_id
       WHERE j.amount < 0 AND j.settled_by_payslip_id IS NULL AND j.void_at IS NULL AND e.valid_to IS NOT NULL AND e.valid_to < date_trunc('month', $1::date)
         AND ($2::uuid[] IS NULL OR u.id = ANY($2::uuid[])) AND ($3::text IS NULL OR (j.claim_settled_on IS NULL) = ($3 = 'open')) AND ($4::uuid IS NULL OR j.id = $4)
       ORDER BY p.name, j.month, j.id`,
      [today, skpdIds, state, id],
    );
  }
}

function view({ skpdId: _skpd, ...claim }: ClaimRow): PayClaim {
  return claim;
}
