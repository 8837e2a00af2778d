import { Injectable } from '@nestjs/common';
import type { Citation, EmployeeKind, IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { PayRunPerson, PayTotals, RunKind, RunUnitStatus } from '@ekinerja/contracts/pay-runs';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { Database } from '../platform/database/database.js';

export interface RunRecord {
  id: Uuid;
  month: IsoMonth;
  paymentMonth: IsoMonth;
  kind: RunKind;
  /** Empty but for a special run. */
  code: string;
  sequence: number;
}

export interface UnitRecord {
  runId: Uuid;
  skpdId: Uuid;
  skpdName: string;
  skpdCode: string;
  month: IsoMonth;
  paymentMonth: IsoMonth;
  kind: RunKind;
  code: string;
  sequence: number;
  status: RunUnitStatus;
  version: number;
  checkedHash: string | null;
  checkedById: Uuid | null;
  checkedBy: string | null;
  checkedAt: Date | null;
  signedName: string | null;
  signedAt: Date | null;
  signedPost: string | null;
  signedMethod: 'account' | 'paper' | null;
  verifiedBy: string | null;
  verifiedAt: Date | null;
  returnedBy: string | null;
  returnedAt: Date | null;
  returnReason: string | null;
  closedBy: string | null;
  closedAt: Date | null;
  totals: PayTotals | null;
  recapSignedOn: IsoDate | null;
  handedOverOn: IsoDate | null;
}

export interface ClosedPerson {
  payslipId: Uuid;
  employmentId: Uuid;
  content: string;
  gross: number;
  cuts: number;
  deductions: number;
  adjustments: number;
  net: number;
}

const RUN = `id, month, payment_month AS "paymentMonth", kind, code, sequence FROM pay_run`;
/** Whose account it was, by name. As a question of its own: planned as joins, eight more tables took ten times as long. */
const nameOf = (account: string) =>
  `(SELECT coalesce(nullif(person_display_name(p), ''), a.username) FROM account a LEFT JOIN person p ON p.id = a.person_id WHERE a.id = ${account})`;
const UNIT = `r.run_id AS "runId", r.skpd_id AS "skpdId", u.name AS "skpdName", u.code AS "skpdCode", run.month, run.payment_month AS "paymentMonth", run.kind, run.code, run.sequence,
  r.status, r.version, r.checked_hash AS "checkedHash", r.checked_by AS "checkedById", ${nameOf('r.checked_by')} AS "checkedBy", r.checked_at AS "checkedAt",
  r.head_signed_name AS "signedName", r.head_signed_at AS "signedAt", r.head_signed_post AS "signedPost", r.head_signed_method AS "signedMethod",
  ${nameOf('r.agency_checked_by')} AS "verifiedBy", r.agency_checked_at AS "verifiedAt",
  ${nameOf('r.returned_by')} AS "returnedBy", r.returned_at AS "returnedAt", r.return_reason AS "returnReason",
  ${nameOf('r.closed_by')} AS "closedBy", r.closed_at AS "closedAt", r.totals, r.recap_signed_on AS "recapSignedOn", r.handed_over_on AS "handedOverOn"
  FROM pay_run_unit r JOIN pay_run run ON run.id = r.run_id JOIN unit u ON u.id = r.skpd_id`;

/** A new check, or a draft again, leaves no signature and no check of the list before. */
const UNSIGNED = `head_signed_by = NULL, head_signed_at = NULL, head_signed_post = NULL, head_signed_name = NULL, head_signed_method = NULL,
  agency_checked_by = NULL, agency_checked_at = NULL`;

/** Which SKPDs a run is about, by the assignment `a` in the unit `u`. */
const CONCERNED: Record<RunKind, string> = {
  regular: 'true',
  special: 'true',
  // Closed by the regular run, with somebody whom it neither paid nor excluded by a rule.
  supplementary: `EXISTS (SELECT 1 FROM pay_run_unit c JOIN pay_run cr ON cr.id = c.run_id WHERE cr.month = $4 AND cr.kind = 'regular' AND c.skpd_id = u.skpd_id AND c.status = 'closed')
    AND NOT EXISTS (SELECT 1 FROM payslip s JOIN pay_run sr ON sr.id = s.run_id JOIN pay_run_unit su ON su.run_id = s.run_id AND su.skpd_id = s.skpd_id
                    WHERE s.employment_id = a.employment_id AND sr.month = $4 AND sr.kind IN ('regular','supplementary') AND su.status = 'closed')
    AND NOT EXISTS (SELECT 1 FROM pay_run_exclusion x JOIN pay_run xr ON xr.id = x.run_id WHERE x.employment_id = a.employment_id AND x.skpd_id = u.skpd_id AND xr.month = $4 AND x.code <> 'deferred' AND NOT (x.params ? 'payslip'))`,
  'back-pay': `(EXISTS (SELECT 1 FROM adjustment j WHERE j.employment_id = a.employment_id AND j.month <= $4 AND j.settled_by_payslip_id IS NULL AND j.void_at IS NULL AND j.claim_settled_on IS NULL)
    OR EXISTS (SELECT 1 FROM held_pay h WHERE h.employment_id = a.employment_id AND h.month <= $4 AND h.released_by_payslip_id IS NULL AND h.void_at IS NULL))`,
};

@Injectable()
export class PayRunRepository {
  constructor(private readonly db: Database) {}

  async runs(): Promise<RunRecord[]> {
    return this.db.query<RunRecord>(`SELECT ${RUN} ORDER BY month DESC, sequence DESC`);
  }

  async run(id: Uuid): Promise<RunRecord | null> {
    return this.db.one<RunRecord>(`SELECT ${RUN} WHERE id = $1`, [id]);
  }

  /** The month's run of that kind; a second opening finds the first, or begins the next once every unit of it is closed. */
  async open(wanted: Omit<RunRecord, 'id' | 'sequence'>, at: Date, by: Uuid | null): Promise<{ run: RunRecord; fresh: boolean }> {
    const { month, kind, code } = wanted;
    await this.db.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`run:${month}:${kind}:${code}`]);
    const known = await this.db.query<RunRecord & { done: boolean }>(
      `SELECT id, month, payment_month AS "paymentMonth", kind, code, sequence,
              EXISTS (SELECT 1 FROM pay_run_unit u WHERE u.run_id = r.id) AND NOT EXISTS (SELECT 1 FROM pay_run_unit u WHERE u.run_id = r.id AND u.status NOT IN ('closed','void')) AS done
       FROM pay_run r WHERE month = $1 AND kind = $2 AND code = $3 ORDER BY sequence`,
      [month, kind, code],
    );
    const open = kind === 'regular' ? known[0] : known.find(({ done }) => !done);
    if (open) return { run: open, fresh: false };
    return { run: await this.insertRun(wanted, (known.at(-1)?.sequence ?? 0) + 1, at, by), fresh: true };
  }

  async insertRun({ month, paymentMonth, kind, code }: Omit<RunRecord, 'id' | 'sequence'>, sequence: number, at: Date, by: Uuid | null): Promise<RunRecord> {
    const row = await this.db.one<RunRecord>(
      `INSERT INTO pay_run (month, payment_month, kind, code, sequence, opened_at, opened_by) VALUES ($1,$2,$3,$4,$5,$6,$7)
       RETURNING id, month, payment_month AS "paymentMonth", kind, code, sequence`,
      [month, paymentMonth, kind, code, sequence, at, by],
    );
    return row!;
  }

  /** A row for every SKPD that the run is about; a regular run taken back for one SKPD has that one only. */
  async addUnits(run: RunRecord): Promise<void> {
    if (run.kind === 'regular' && run.sequence > 1) return;
    await this.db.query(
      `INSERT INTO pay_run_unit (run_id, skpd_id)
       SELECT DISTINCT $1::uuid, u.skpd_id FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
       WHERE a.kind = 'definitive' AND u.skpd_id IS NOT NULL AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $2) AND ${CONCERNED[run.kind]}
       ON CONFLICT DO NOTHING`,
      run.kind === 'regular' || run.kind === 'special' ? [run.id, firstDay(run.month), lastDay(run.month)] : [run.id, firstDay(run.month), lastDay(run.month), run.month],
    );
  }

  /** Units of one run, or of all, that the reader may see. */
  async units(runId: Uuid | null, skpdIds: Uuid[] | null): Promise<UnitRecord[]> {
    return this.db.query<UnitRecord>(
      `SELECT ${UNIT} WHERE ($1::uuid IS NULL OR r.run_id = $1) AND ($2::uuid[] IS NULL OR r.skpd_id = ANY($2::uuid[])) ORDER BY u.code, u.name`,
      [runId, skpdIds],
    );
  }

  async unit(runId: Uuid, skpdId: Uuid): Promise<UnitRecord | null> {
    return this.db.one<UnitRecord>(`SELECT ${UNIT} WHERE r.run_id = $1 AND r.skpd_id = $2`, [runId, skpdId]);
  }

  async monthOf(runId: Uuid, skpdId: Uuid): Promise<IsoMonth | null> {
    const row = await this.db.one<{ month: IsoMonth }>(
      `SELECT r.month FROM pay_run_unit u JOIN pay_run r ON r.id = u.run_id WHERE u.run_id = $1 AND u.skpd_id = $2`,
      [runId, skpdId],
    );
    return row?.month ?? null;
  }

  /** The unit, with its row locked until the end of the transaction. */
  async lockUnit(runId: Uuid, skpdId: Uuid): Promise<UnitRecord | null> {
    await this.db.query(`SELECT 1 FROM pay_run_unit WHERE run_id = $1 AND skpd_id = $2 FOR UPDATE`, [runId, skpdId]);
    return this.unit(runId, skpdId);
  }

  async markChecked(unit: UnitRecord, hash: string, totals: PayTotals, at: Date, by: Uuid): Promise<void> {
    await this.db.execute(
      `UPDATE pay_run_unit SET status = 'checked', version = version + 1, checked_hash = $3, totals = $4, checked_at = $5, checked_by = $6, ${UNSIGNED},
         returned_by = NULL, returned_at = NULL, return_reason = NULL
       WHERE run_id = $1 AND skpd_id = $2`,
      [unit.runId, unit.skpdId, hash, JSON.stringify(totals), at, by],
    );
  }

  async markDraft(unit: UnitRecord): Promise<void> {
    await this.db.execute(
      `UPDATE pay_run_unit SET status = 'draft', version = version + 1, checked_hash = NULL, totals = NULL, checked_at = NULL, checked_by = NULL, ${UNSIGNED}
       WHERE run_id = $1 AND skpd_id = $2`,
      [unit.runId, unit.skpdId],
    );
  }

  async markClosed(unit: UnitRecord, totals: PayTotals, at: Date, by: Uuid): Promise<void> {
    await this.db.execute(
      `UPDATE pay_run_unit SET status = 'closed', version = version + 1, totals = $3, closed_at = $4, closed_by = $5 WHERE run_id = $1 AND skpd_id = $2`,
      [unit.runId, unit.skpdId, JSON.stringify(totals), at, by],
    );
  }

  async markStep(unit: UnitRecord, step: 'signed' | 'handed-over', date: IsoDate): Promise<void> {
    const column = step === 'signed' ? 'recap_signed_on' : 'handed_over_on';
    await this.db.execute(`UPDATE pay_run_unit SET ${column} = $3, version = version + 1 WHERE run_id = $1 AND skpd_id = $2`, [unit.runId, unit.skpdId, date]);
  }

  async waive(unit: UnitRecord, waiver: { employmentId: Uuid; kind: string; reason: string }, by: Uuid, at: Date): Promise<void> {
    await this.db.query(
      `INSERT INTO pay_run_waiver (run_id, skpd_id, employment_id, kind, reason, granted_by, granted_at) VALUES ($1,$2,$3,$4,$5,$6,$7)
       ON CONFLICT (run_id, employment_id, kind) DO UPDATE SET reason = excluded.reason, granted_by = excluded.granted_by, granted_at = excluded.granted_at`,
      [unit.runId, unit.skpdId, waiver.employmentId, waiver.kind, waiver.reason, by, at],
    );
    await this.db.execute(`UPDATE pay_run_unit SET version = version + 1 WHERE run_id = $1 AND skpd_id = $2`, [unit.runId, unit.skpdId]);
  }

  /** Frozen slips of a closed unit, in the order of names. */
  async slips(runId: Uuid, skpdId: Uuid): Promise<ClosedPerson[]> {
    return this.db.query<ClosedPerson>(
      `SELECT s.id AS "payslipId", s.employment_id AS "employmentId", s.content, s.gross, s.cuts, s.deductions, s.adjustments, s.net
       FROM payslip s JOIN employment e ON e.id = s.employment_id JOIN person p ON p.id = e.person_id
       WHERE s.run_id = $1 AND s.skpd_id = $2 ORDER BY p.name, s.employment_id`,
      [runId, skpdId],
    );
  }

  async exclusions(runId: Uuid, skpdId: Uuid): Promise<PayRunPerson[]> {
    const rows = await this.db.query<{
      employmentId: Uuid; name: string; nip: string | null; kind: EmployeeKind; code: string; params: Record<string, string | number>; cite: Citation | null;
    }>(
      `SELECT x.employment_id AS "employmentId", person_display_name(p) AS name, n.nip, employment_kind_on(e.id, (r.month || '-01')::date) AS kind, x.code, x.params, x.cite
       FROM pay_run_exclusion x JOIN employment e ON e.id = x.employment_id JOIN person p ON p.id = e.person_id JOIN pay_run r ON r.id = x.run_id
       LEFT JOIN LATERAL (SELECT nip FROM employment_nip WHERE employment_id = e.id AND valid_from <= ((r.month || '-01')::date + interval '1 month' - interval '1 day')::date
                          ORDER BY valid_from DESC LIMIT 1) n ON true
       WHERE x.run_id = $1 AND x.skpd_id = $2 ORDER BY p.name, e.id`,
      [runId, skpdId],
    );
    return rows.map(({ code, params, cite, ...person }) => ({
      ...person, postName: null, class: null, included: false, exclusion: { code, params, cite: cite ?? undefined }, blockers: [], totals: null, payslipId: null,
    }));
  }

  /** Entries of the month that still wait for a decision; those are few, and have an index of their own. */
  async openEntries({ month, skpdId }: UnitRecord): Promise<number> {
    const row = await this.db.one<{ n: number }>(
      `SELECT count(*) AS n FROM activity WHERE status = 'submitted' AND skpd_id = $1
         AND date BETWEEN $2 AND coalesce((SELECT until FROM closed_month WHERE skpd_id = $1 AND month = $4), $3)`,
      [skpdId, firstDay(month), lastDay(month), month],
    );
    return row?.n ?? 0;
  }

  /** Moves whenever presence, evaluations, people or waivers of the month do: results held in memory are stale then. */
  async factsStamp(run: RunRecord): Promise<string> {
    const row = await this.db.one<{ stamp: string }>(
      `SELECT concat_ws(' ',
         (SELECT version FROM organisation_version),
         (SELECT concat(count(*), max(applied_at)) FROM presence_import WHERE month = $1 AND status = 'applied'),
         (SELECT concat(count(*), max(determined_at), sum(version)) FROM evaluation WHERE month = $1),
         (SELECT concat(count(*), max(granted_at)) FROM pay_run_waiver WHERE run_id = $2),
         (SELECT concat(count(*), count(settled_by_payslip_id), count(void_at), count(claim_settled_on)) FROM adjustment WHERE month <= $1),
         (SELECT concat(count(*), sum(version)) FROM pay_record),
         (SELECT concat(count(*), sum(version)) FROM salary_fact),
         (SELECT count(*) FROM pay_run_unit WHERE status IN ('closed','void')),
         (SELECT count(*) FROM regulation_document)) AS stamp`,
      [run.month, run.id],
    );
    return row!.stamp;
  }
}
