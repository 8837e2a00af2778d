import { Injectable } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { SalaryFact, SalaryMonth, SalaryRow } from '@ekinerja/contracts/pay-records';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { Database } from '../platform/database/database.js';
import { personFound } from '../platform/database/search.js';

export type SalaryOf = SalaryFact & { employmentId: Uuid; month: IsoMonth };
export interface EarlierMonths {
  months: number;
  gross: number;
  pension: number;
  withheld: number;
}

const SALARY = `s.employment_id AS "employmentId", s.month, s.gross, s.basic, s.ptkp, s.tax_withheld AS "taxWithheld", s.insurance_base AS "insuranceBase",
  s.insurance_employee AS "insuranceEmployee", s.insurance_employer AS "insuranceEmployer", s.pension`;

@Injectable()
export class SalaryRepository {
  constructor(private readonly db: Database) {}

  async ofMonth(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, SalaryFact>> {
    const rows = await this.db.query<SalaryOf>(`SELECT ${SALARY} FROM salary_fact s WHERE s.month = $1 AND s.employment_id = ANY($2::uuid[])`, [month, employmentIds]);
    return new Map(rows.map(({ employmentId, month: _month, ...fact }) => [employmentId, fact]));
  }

  /** Sums of the months of the year before the given one, by employment. */
  async earlierInYear(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, EarlierMonths>> {
    const rows = await this.db.query<EarlierMonths & { employmentId: Uuid }>(
      `SELECT employment_id AS "employmentId", count(*) AS months, sum(gross)::bigint AS gross, coalesce(sum(pension), 0)::bigint AS pension, sum(tax_withheld)::bigint AS withheld
       FROM salary_fact WHERE month >= $1 AND month < $2 AND employment_id = ANY($3::uuid[]) GROUP BY employment_id`,
      [`${month.slice(0, 4)}-01`, month, employmentIds],
    );
    return new Map(rows.map(({ employmentId, ...sums }) => [employmentId, sums]));
  }

  async list(filter: { month: IsoMonth; skpdIds: Uuid[] | null; search: string | null; after: [string, Uuid] | null; limit: number }): Promise<SalaryRow[]> {
    return this.db.query<SalaryRow>(
      `SELECT ${SALARY}, s.version, person_display_name(p) AS name, n.nip, coalesce(u.name, '') AS "skpdName"
       FROM salary_fact s JOIN employment e ON e.id = s.employment_id JOIN person p ON p.id = e.person_id
       LEFT JOIN LATERAL (SELECT nip FROM employment_nip WHERE employment_id = e.id AND valid_from <= $7 ORDER BY valid_from DESC LIMIT 1) n ON true
       LEFT JOIN LATERAL (SELECT x.skpd_id FROM assignment a JOIN post o ON o.id = a.post_id JOIN unit x ON x.id = o.unit_id
                          WHERE a.employment_id = e.id AND a.kind = 'definitive' AND a.valid_from <= $7 ORDER BY a.valid_from DESC LIMIT 1) f ON true
       LEFT JOIN unit u ON u.id = f.skpd_id
       WHERE s.month = $1 AND ($2::uuid[] IS NULL OR f.skpd_id = ANY($2::uuid[])) AND ${personFound(filter.search, '$3')}
         AND ($4::text IS NULL OR p.name >= $4 AND (p.name, e.id) > ($4, $5::uuid))
       ORDER BY p.name, e.id LIMIT $6`,
      [filter.month, filter.skpdIds, filter.search, filter.after?.[0] ?? null, filter.after?.[1] ?? null, filter.limit, lastDay(filter.month)],
    );
  }

  /** Months with salaries, the latest first. */
  async months(most: number): Promise<SalaryMonth[]> {
    return this.db.query<SalaryMonth>(
      `SELECT s.month, count(*) AS "withSalary", sum(s.gross)::bigint AS gross,
              (SELECT count(DISTINCT a.employment_id) FROM assignment a WHERE a.kind = 'definitive' AND a.valid_from <= ((s.month || '-01')::date + interval '1 month' - interval '1 day')::date
                AND (a.valid_to IS NULL OR a.valid_to >= (s.month || '-01')::date)) AS people
       FROM salary_fact s GROUP BY s.month ORDER BY s.month DESC LIMIT $1`,
      [most],
    );
  }

  async find(employmentId: Uuid, month: IsoMonth): Promise<(SalaryFact & { version: number }) | null> {
    const row = await this.db.one<SalaryOf & { version: number }>(`SELECT ${SALARY}, s.version FROM salary_fact s WHERE s.employment_id = $1 AND s.month = $2 FOR UPDATE`, [employmentId, month]);
    if (!row) return null;
    const { employmentId: _id, month: _month, ...fact } = row;
    return fact;
  }

  /** Writes what differs and leaves the rest alone. @returns how many rows are new or changed */
  async upsert(rows: readonly SalaryOf[], at: Date, by: Uuid, importId: Uuid | null): Promise<number> {
    const done = await this.db.query<{ n: number }>(
      `INSERT INTO salary_fact (employment_id, month, gross, basic, ptkp, tax_withheld, insurance_base, insurance_employee, insurance_employer, pension, recorded_at, recorded_by, import_id)
       SELECT x."employmentId", x.month, x.gross, x.basic, x.ptkp, x."taxWithheld", x."insuranceBase", x."insuranceEmployee", x."insuranceEmployer", x.pension, $2, $3, $4
       FROM jsonb_to_recordset($1::jsonb) AS x("employmentId" uuid, month text, gross bigint, basic bigint, ptkp text, "taxWithheld" bigint, "insuranceBase" bigint,
              "insuranceEmployee" bigint, "insuranceEmployer" bigint, pension bigint)
       ON CONFLICT (employment_id, month) DO UPDATE SET gross = excluded.gross, basic = excluded.basic, ptkp = excluded.ptkp, tax_withheld = excluded.tax_withheld,
         insurance_base = excluded.insurance_base, insurance_employee = excluded.insurance_employee, insurance_employer = excluded.insurance_employer, pension = excluded.pension,
         version = salary_fact.version + 1, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, import_id = excluded.import_id
       WHERE (salary_fact.gross, salary_fact.basic, salary_fact.ptkp, salary_fact.tax_withheld, salary_fact.insurance_base, salary_fact.insurance_employee, salary_fact.insurance_employer, salary_fact.pension)
         IS DISTINCT FROM (excluded.gross, excluded.basic, excluded.ptkp, excluded.tax_withheld, excluded.insurance_base, excluded.insurance_employee, excluded.insurance_employer, excluded.pension)
       RETURNING 1 AS n`,
      [JSON.stringify(rows), at, by, importId],
    );
    return done.length;
  }

  async standing(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, SalaryFact>> {
    return this.ofMonth(month, employmentIds);
  }

  async isEmployed(employmentId: Uuid, month: IsoMonth): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM employment WHERE id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $3)`, [employmentId, lastDay(month), firstDay(month)])) !== null;
  }
}
