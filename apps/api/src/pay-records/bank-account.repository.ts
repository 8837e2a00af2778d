import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { BankAccount, BankAccountInput } from '@ekinerja/contracts/pay-records';
import { Database } from '../platform/database/database.js';
import { personFound } from '../platform/database/search.js';

export interface StoredAccount extends Omit<BankAccount, 'proposedAt' | 'decidedAt'> {
  skpdId: Uuid | null;
  proposedAt: Date;
  proposedById: Uuid;
  decidedAt: Date | null;
}

const ACCOUNT = `b.id, b.employment_id AS "employmentId", person_display_name(p) AS name, n.nip, coalesce(s.name, '') AS "skpdName", s.id AS "skpdId", b.bank, b.number, b.holder,
  b.valid_from AS "from", b.status, b.version, coalesce(nullif(person_display_name(ap), ''), pa.username) AS "proposedBy", b.proposed_by AS "proposedById", b.proposed_at AS "proposedAt",
  coalesce(nullif(person_display_name(dp), ''), da.username) AS "decidedBy", b.decided_at AS "decidedAt", b.reason
  FROM bank_account b JOIN employment e ON e.id = b.employment_id JOIN person p ON p.id = e.person_id
  LEFT JOIN LATERAL (SELECT nip FROM employment_nip WHERE employment_id = e.id ORDER BY valid_from DESC LIMIT 1) n ON true
  LEFT JOIN LATERAL (SELECT x.skpd_id FROM assignment a JOIN post o ON o.id = a.post_id JOIN unit x ON x.id = o.unit_id
                     WHERE a.employment_id = e.id AND a.kind = 'definitive' ORDER BY a.valid_from DESC LIMIT 1) f ON true
  LEFT JOIN unit s ON s.id = f.skpd_id
  JOIN account pa ON pa.id = b.proposed_by LEFT JOIN person ap ON ap.id = pa.person_id
  LEFT JOIN account da ON da.id = b.decided_by LEFT JOIN person dp ON dp.id = da.person_id`;

@Injectable()
export class BankAccountRepository {
  constructor(private readonly db: Database) {}

  async list(filter: { skpdIds: Uuid[] | null; status: string | null; search: string | null; after: [string, Uuid] | null; limit: number }): Promise<StoredAccount[]> {
    return this.db.query<StoredAccount>(
      `SELECT ${ACCOUNT}
       WHERE ($1::uuid[] IS NULL OR s.id = ANY($1::uuid[])) AND ($2::text IS NULL OR b.status = $2)
         AND ${personFound(filter.search, '$3')}
         AND ($4::text IS NULL OR p.name >= $4 AND (p.name, b.id) > ($4, $5::uuid))
       ORDER BY p.name, b.id LIMIT $6`,
      [filter.skpdIds, filter.status, filter.search, filter.after?.[0] ?? null, filter.after?.[1] ?? null, filter.limit],
    );
  }

  async find(id: Uuid): Promise<StoredAccount | null> {
    return this.db.one<StoredAccount>(`SELECT ${ACCOUNT} WHERE b.id = $1`, [id]);
  }

  async lock(id: Uuid): Promise<StoredAccount | null> {
    await this.db.query(`SELECT 1 FROM bank_account WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(id);
  }

  /** @returns null while another change of the same person waits */
  async propose(input: BankAccountInput, at: Date, by: Uuid, importId: Uuid | null): Promise<Uuid | null> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO bank_account (employment_id, bank, number, holder, valid_from, status, reason, proposed_at, proposed_by, import_id) VALUES ($1,$2,$3,$4,$5,'waiting',$6,$7,$8,$9)
       ON CONFLICT (employment_id) WHERE status = 'waiting' DO NOTHING RETURNING id`,
      [input.employmentId, input.bank, input.number, input.holder, input.from, input.reason, at, by, importId],
    );
    return row?.id ?? null;
  }

  async decide(id: Uuid, status: 'in-force' | 'refused', reason: string | null, at: Date, by: Uuid): Promise<void> {
    await this.db.execute(`UPDATE bank_account SET status = $2, decision_reason = $3, decided_at = $4, decided_by = $5, version = version + 1 WHERE id = $1`, [id, status, reason, at, by]);
  }

  /** Accounts as they hold on a day, by employment. */
  async ofPeople(employmentIds: Uuid[], on: IsoDate): Promise<Map<Uuid, { bank: string; number: string; holder: string }>> {
    const rows = await this.db.query<{ employmentId: Uuid; bank: string; number: string; holder: string }>(
      `SELECT DISTINCT ON (employment_id) employment_id AS "employmentId", bank, number, holder FROM bank_account
       WHERE status = 'in-force' AND employment_id = ANY($1::uuid[]) AND valid_from <= $2 ORDER BY employment_id, valid_from DESC, decided_at DESC`,
      [employmentIds, on],
    );
    return new Map(rows.map(({ employmentId, ...account }) => [employmentId, account]));
  }
}
