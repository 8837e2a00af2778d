import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { ScheduledWork } from '../platform/jobs/scheduled.js';
import { FIRST_LINK, linkHash, SEALED_COLUMNS, valuesHash, type SealedEvent } from './audit-chain.js';
import { canonicalJson } from '../platform/canonical-json.js';

const BATCH = 2000;

export interface ChainReport {
  sealed: number;
  unsealed: number;
  /** First broken link: the sequence number and what does not fit. */
  broken: { sequence: number; eventId: number; what: 'hash' | 'order' | 'values' } | null;
}

interface SealRow extends SealedEvent {
  sequence: number;
  previous_hash: string;
  hash: string;
  kept: boolean;
  before: unknown;
  after: unknown;
}

/** Seals committed audit rows into the hash chain, and verifies it. One sealer at a time; writers never wait for it. */
@Injectable()
export class AuditSealService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly scheduled: ScheduledWork,
  ) {}

  @Cron('*/15 * * * * *')
  async sealOnSchedule(): Promise<void> {
    await this.scheduled.once('audit.seal', 15, async () => {
      await this.sealBatch();
    });
  }

  /** @returns how many rows were sealed. */
  async sealBatch(): Promise<number> {
    return this.db.transaction(async () => {
      await this.db.query(`SELECT pg_advisory_xact_lock(hashtext('audit.seal'))`);
      const last = await this.db.one<{ sequence: number; hash: string }>(`SELECT sequence, hash FROM audit_seal ORDER BY sequence DESC LIMIT 1`);
      const events = await this.db.query<SealedEvent>(
        `SELECT ${SEALED_COLUMNS} FROM audit_event e WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.event_id = e.id) ORDER BY e.id LIMIT ${BATCH}`,
      );
      let previous = last?.hash ?? FIRST_LINK;
      let sequence = last?.sequence ?? 0;
      const seals = events.map((event) => {
        const hash = linkHash(previous, event);
        const seal = { sequence: ++sequence, event: event.id, previous, hash };
        previous = hash;
        return seal;
      });
      if (seals.length > 0) {
        await this.db.query(
          `INSERT INTO audit_seal (sequence, event_id, previous_hash, hash, sealed_at)
           SELECT sequence, event, previous, hash, $2 FROM jsonb_to_recordset($1::jsonb) AS s(sequence bigint, event bigint, previous text, hash text)`,
          [JSON.stringify(seals), this.clock.now()],
        );
      }
      return seals.length;
    });
  }

  /** Walks the whole chain; names the first link that does not fit, and how many rows are not sealed yet. */
  async verify(): Promise<ChainReport> {
    let previous = FIRST_LINK;
    let sequence = 0;
    for (;;) {
      const rows = await this.db.query<SealRow>(
        `SELECT s.sequence, s.previous_hash, s.hash, ${SEALED_COLUMNS},
                v.event_id IS NOT NULL AS kept, v.before, v.after
         FROM audit_seal s JOIN audit_event e ON e.id = s.event_id LEFT JOIN audit_value v ON v.event_id = e.id
         WHERE s.sequence > $1 ORDER BY s.sequence LIMIT ${BATCH}`,
        [sequence],
      );
      for (const row of rows) {
        const broken = this.check(row, sequence + 1, previous);
        if (broken) return { sealed: sequence, unsealed: await this.unsealed(), broken };
        previous = row.hash;
        sequence = row.sequence;
      }
      if (rows.length < BATCH) return { sealed: sequence, unsealed: await this.unsealed(), broken: null };
    }
  }

  private check(row: SealRow, expected: number, previous: string): ChainReport['broken'] {
    const { id, at, actor_account_id, actor_name, action, subject_type, subject_id, reason, request_id, ip, values_hash } = row;
    const event: SealedEvent = { id, at, actor_account_id, actor_name, action, subject_type, subject_id, reason, request_id, ip, values_hash };
    if (row.sequence !== expected || row.previous_hash !== previous) return { sequence: row.sequence, eventId: id, what: 'order' };
    if (linkHash(previous, event) !== row.hash) return { sequence: row.sequence, eventId: id, what: 'hash' };
    if (row.kept && valuesHash(textOf(row.before), textOf(row.after)) !== values_hash) return { sequence: row.sequence, eventId: id, what: 'values' };
    return null;
  }

  private async unsealed(): Promise<number> {
    const row = await this.db.one<{ n: number }>(
      `SELECT count(*) AS n FROM audit_event e WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.event_id = e.id)`,
    );
    return row?.n ?? 0;
  }
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : canonicalJson(value);
}
