import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { AuditService, type SystemActor } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newCode, plainCode } from './one-time-code.js';

const VALID_DAYS = 30;
const DAY_MS = 86_400_000;
/**
 * Light, unlike that of a password: 58 random bits are out of reach of guessing for as long as they hold, and a regency's codes are made in
 * one go. The first password of one's own replaces the hash by a full one.
 */
const LIGHT = { memoryCost: 1024, timeCost: 1, parallelism: 1 };
const AT_ONCE = 200;

export interface CodeHolder {
  accountId: Uuid;
  username: string;
  name: string;
  nip: string | null;
  postName: string | null;
}

export interface FirstCode extends CodeHolder {
  code: string;
}

export interface CodeCounts {
  skpdId: Uuid;
  skpdName: string;
  accounts: number;
  /** Never signed in, and without a code that is still good. */
  withoutCode: number;
  unitAdmins: number;
}

/** First passwords: one-time codes for accounts that have no password of their own yet. Known to nobody after they were shown. */
@Injectable()
export class FirstCodesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** A hash that no password fits, for accounts that wait for their code. */
  unusableHash(): Promise<string> {
    return hash(randomBytes(32), LIGHT);
  }

  /**
   * Makes codes for everybody of an SKPD (or of the government itself) who has never set a password; earlier codes no longer open anything.
   * @returns the codes, in the order of the paper; they are not kept.
   */
  async makeFor(actor: Actor, skpdId: Uuid): Promise<{ codes: FirstCode[]; expiresAt: Date }> {
    return this.db.transaction(async () => {
      const holders = await this.db.query<CodeHolder>(
        `SELECT a.id AS "accountId", a.username, person_display_name(p) AS name, n.nip, po.name AS "postName"
         FROM account a JOIN person p ON p.id = a.person_id
         JOIN employment e ON e.person_id = p.id AND e.valid_from <= $2 AND (e.valid_to IS NULL OR e.valid_to >= $2)
         JOIN assignment s ON s.employment_id = e.id AND s.kind = 'definitive' AND s.valid_from <= $2 AND (s.valid_to IS NULL OR s.valid_to >= $2)
         JOIN post po ON po.id = s.post_id JOIN unit u ON u.id = po.unit_id
         LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= $2 AND (n.valid_to IS NULL OR n.valid_to >= $2)
         WHERE coalesce(u.skpd_id, u.id) = $1 AND a.must_change_password AND a.disabled_at IS NULL
         ORDER BY u.code, p.name, a.id FOR UPDATE OF a`,
        [skpdId, this.clock.today()],
      );
      const codes = holders.map((holder) => ({ ...holder, code: newCode() }));
      const expiresAt = await this.save(actor, codes, { skpdId });
      return { codes, expiresAt };
    });
  }

  /** A code for one account, e.g. the first of an empty database. */
  async makeOne(actor: Actor | SystemActor, accountId: Uuid): Promise<string> {
    return this.db.transaction(async () => {
      const code = newCode();
      await this.save(actor, [{ accountId, code }], {});
      return code;
    });
  }

  async madeSince(accountId: Uuid, since: Date): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM account WHERE id = $1 AND must_change_password AND code_expires_at > $2`, [accountId, new Date(since.getTime() + VALID_DAYS * DAY_MS)])) !== null;
  }

  /** Every SKPD, and last the government itself when somebody holds a post there: the regent. */
  async counts(): Promise<CodeCounts[]> {
    return this.db.query(
      `SELECT s.id AS "skpdId", s.name AS "skpdName", count(a.id)::int AS accounts,
              count(a.id) FILTER (WHERE a.must_change_password AND (a.code_expires_at IS NULL OR a.code_expires_at <= $2))::int AS "withoutCode",
              (SELECT count(DISTINCT r.account_id)::int FROM account_role r
               WHERE r.role = 'unit-admin' AND r.unit_id = s.id AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to >= $1)) AS "unitAdmins"
       FROM unit s
       LEFT JOIN unit u ON coalesce(u.skpd_id, u.id) = s.id
       LEFT JOIN post po ON po.unit_id = u.id
       LEFT JOIN assignment g ON g.post_id = po.id AND g.kind = 'definitive' AND g.valid_from <= $1 AND (g.valid_to IS NULL OR g.valid_to >= $1)
       LEFT JOIN employment e ON e.id = g.employment_id
       LEFT JOIN account a ON a.person_id = e.person_id AND a.disabled_at IS NULL
       WHERE coalesce(s.skpd_id, s.id) = s.id AND s.valid_from <= $1 AND (s.valid_to IS NULL OR s.valid_to >= $1)
       GROUP BY s.id HAVING s.skpd_id IS NOT NULL OR count(a.id) > 0 ORDER BY s.skpd_id IS NULL, s.name`,
      [this.clock.today(), this.clock.now()],
    );
  }

  private async save(actor: Actor | SystemActor, codes: { accountId: Uuid; code: string }[], what: object): Promise<Date> {
    const expiresAt = new Date(this.clock.now().getTime() + VALID_DAYS * DAY_MS);
    const rows: { id: Uuid; hash: string }[] = [];
    for (let start = 0; start < codes.length; start += AT_ONCE) {
      const part = codes.slice(start, start + AT_ONCE);
      rows.push(...(await Promise.all(part.map(async ({ accountId, code }) => ({ id: accountId, hash: await hash(plainCode(code), LIGHT) })))));
    }
    await this.db.execute(
      `UPDATE account SET password_hash = c.hash, must_change_password = true, code_expires_at = $2
       FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, hash text) WHERE account.id = c.id`,
      [JSON.stringify(rows), expiresAt],
    );
    await this.db.execute(
      `UPDATE session SET ended_at = $2, end_reason = 'code-made' WHERE account_id = ANY($1) AND ended_at IS NULL`,
      [rows.map(({ id }) => id), this.clock.now()],
    );
    await this.audit.recordAll(
      rows.map(({ id }) => ({ actor, action: 'account.code-made', subjectType: 'account', subjectId: id, after: { ...what, expiresAt: expiresAt.toISOString() } })),
    );
    return expiresAt;
  }
}
