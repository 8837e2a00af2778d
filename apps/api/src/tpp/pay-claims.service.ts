import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { BudgetCeiling, BudgetCeilingInput, Correction, CorrectionsPage, PayClaim, SettleClaimRequest } from '@ekinerja/contracts/pay-runs';
import { AuditService } from '../audit/audit.service.js';
import { reach, reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { partOfPerson, personFound } from '../platform/database/search.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { PayRunExtrasRepository } from './pay-run-extras.repository.js';
import type { CorrectionsQuery } from './tpp.dto.js';

const READERS = ['superadmin', 'treasurer', 'auditor', 'unit-admin'] as const;

type ClaimRow = PayClaim & { skpdId: Uuid };

/** By today: the person has left, or another year's budget bore the slip. */
const LEFT = `(e.valid_to IS NOT NULL AND e.valid_to < date_trunc('month', $1::date))`;
const EARLIER = `(left(r.payment_month, 4)::int < extract(year FROM $1::date))`;
const ROWS = `adjustment j JOIN payslip s ON s.id = j.payslip_id JOIN pay_run r ON r.id = s.run_id JOIN unit u ON u.id = s.skpd_id
  JOIN employment e ON e.id = j.employment_id JOIN person p ON p.id = e.person_id`;
const WHOM = `j.id, j.employment_id AS "employmentId", person_display_name(p) AS name,
  (SELECT nip FROM employment_nip WHERE employment_id = e.id ORDER BY valid_from DESC LIMIT 1) AS nip, u.name AS "skpdName", j.month, j.cause`;

/** Corrections that wait: which of them a run settles, and which none can recover and are claimed; and the ceilings of the budget. */
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

  /** Everything of closed months that no slip has paid or recovered yet. */
  async open(actor: Actor, query: CorrectionsQuery): Promise<CorrectionsPage> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'text', 'uuid');
    const search = partOfPerson(query.search);
    const rows = await this.db.query<Correction & { sorted: string }>(
      `SELECT ${WHOM}, j.amount, j.rest_of IS NOT NULL AS rest, p.name AS sorted,
              CASE WHEN NOT ${LEFT} AND NOT ${EARLIER} THEN 'next-run' WHEN j.amount < 0 THEN 'claim' ELSE 'back-pay' END AS way
       FROM ${ROWS}
       WHERE j.settled_by_payslip_id IS NULL AND j.void_at IS NULL AND j.claim_settled_on IS NULL AND ($2::uuid[] IS NULL OR u.id = ANY($2::uuid[])) AND ${personFound(search, '$3')}
         AND ($4::text IS NULL OR (p.name, j.month, j.id) > ($4, $5, $6::uuid))
       ORDER BY p.name, j.month, j.id LIMIT $7`,
      [this.clock.today(), reach(actor, READERS), search, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, ({ sorted, month, id }) => [sorted, month, id]);
    return { ...page, items: page.items.map(({ sorted: _sorted, ...row }) => row) };
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

  /** Negative corrections that no run takes any more; a single one also while a run still might, for it can be paid back before. */
  private async rows(skpdIds: Uuid[] | null, state: 'open' | 'settled' | null, id: Uuid | null): Promise<ClaimRow[]> {
    const today: IsoDate = this.clock.today();
    return this.db.query<ClaimRow>(
      `SELECT ${WHOM}, u.id AS "skpdId", -j.amount AS amount, CASE WHEN ${LEFT} THEN e.valid_to END AS "leftOn", j.claim_settled_on AS "settledOn", j.claim_receipt AS receipt
       FROM ${ROWS}
       WHERE j.amount < 0 AND j.settled_by_payslip_id IS NULL AND j.void_at IS NULL AND (j.claim_settled_on IS NOT NULL OR $4::uuid IS NOT NULL OR ${LEFT} OR ${EARLIER})
         AND ($2::uuid[] IS NULL OR u.id = ANY($2::uuid[])) AND ($3::text IS NULL OR (j.claim_settled_on IS NULL) = ($3 = 'open')) AND ($4::uuid IS NULL OR j.id = $4)
       ORDER BY p.name, j.month, j.id`,
      [today, skpdIds, state, id],
    );
  }
}

function view({ skpdId: _skpd, ...claim }: ClaimRow): PayClaim {
  return claim;
}
