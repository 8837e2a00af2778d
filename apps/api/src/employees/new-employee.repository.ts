import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { NewEmployeeRequest } from '@ekinerja/contracts/employees';
import { Database } from '../platform/database/database.js';

export interface NewEmployment {
  employmentId: Uuid;
  personId: Uuid;
}

@Injectable()
export class NewEmployeeRepository {
  constructor(private readonly db: Database) {}

  /** Whoever has the NIP, on any day. */
  async holderOfNip(nip: string): Promise<{ employmentId: Uuid; name: string } | null> {
    return this.db.one(
      `SELECT e.id AS "employmentId", person_display_name(p) AS name FROM employment_nip n JOIN employment e ON e.id = n.employment_id JOIN person p ON p.id = e.person_id
       WHERE n.nip = $1 ORDER BY n.valid_from DESC LIMIT 1`,
      [nip],
    );
  }

  async holderOfName(username: string): Promise<{ name: string } | null> {
    return this.db.one(
      `SELECT coalesce(nullif(person_display_name(p), ''), a.username) AS name FROM account a LEFT JOIN person p ON p.id = a.person_id WHERE a.username = $1
       UNION ALL SELECT person_display_name(p) FROM employment e JOIN person p ON p.id = e.person_id WHERE lower(e.code) = $1 LIMIT 1`,
      [username],
    );
  }

  async insert(one: NewEmployeeRequest, nip: string | null): Promise<NewEmployment> {
    const row = await this.db.one<NewEmployment>(
      `WITH p AS (INSERT INTO person (name, front_title, back_title, birth_date, sex) VALUES ($1, $2, $3, $4, $5) RETURNING id)
       INSERT INTO employment (person_id, kind, valid_from, valid_to, code) SELECT id, $6, $7, $8, $9 FROM p RETURNING id AS "employmentId", person_id AS "personId"`,
      [one.name.trim(), one.frontTitle, one.backTitle, one.birthDate, one.sex, one.kind, one.validFrom, one.validTo, one.code],
    );
    const { employmentId } = row as NewEmployment;
    if (nip !== null) await this.db.query(`INSERT INTO employment_nip (employment_id, nip, valid_from) VALUES ($1, $2, $3)`, [employmentId, nip, one.validFrom]);
    if (one.rank !== null) await this.db.query(`INSERT INTO employment_rank (employment_id, rank, valid_from) VALUES ($1, $2, $3)`, [employmentId, one.rank.trim(), one.validFrom]);
    if (one.sharePercent !== null) await this.db.execute(`UPDATE employment_kind SET share_percent = $2 WHERE employment_id = $1`, [employmentId, one.sharePercent]);
    return row as NewEmployment;
  }
}
