import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { RetentionKind, RetentionRun, RetentionView } from '@ekinerja/contracts/personal-data';
import { retentionPeriods } from '@ekinerja/regulations/retention';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { ScheduledWork } from '../platform/jobs/scheduled.js';
import { RegulationsService } from '../regulations/regulations.service.js';

const DAY_SECONDS = 86_400;
const RUNS_SHOWN = 100;

/** Removes what has been kept for its time and says how much it was. The trail of deeds and its hashes stay whole. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly regulations: RegulationsService,
    private readonly scheduled: ScheduledWork,
    private readonly audit: AuditService,
  ) {}

  @Cron('11 40 2 * * *')
  async onSchedule(): Promise<void> {
    await this.scheduled.once('personal-data.retention', DAY_SECONDS, () => this.carryOut());
  }

  async carryOut(): Promise<void> {
    await this.db.transaction(async () => {
      const removed: Partial<Record<RetentionKind, number>> = {};
      for (const { kind, before } of await this.periods()) {
        const count = await this.remove(kind, before);
        if (count === 0) continue;
        removed[kind] = count;
        await this.db.query(`INSERT INTO retention_run (kind, before, removed, ran_at) VALUES ($1,$2,$3,$4)`, [kind, before, count, this.clock.now()]);
      }
      if (Object.keys(removed).length > 0) await this.audit.record({ actor: systemActor('retention'), action: 'personal-data.removed', subjectType: 'retention', subjectId: this.clock.today(), after: removed });
    });
  }

  async view(): Promise<RetentionView> {
    const runs = await this.db.query<RetentionRun>(
      `SELECT id, kind, before, removed, to_char(ran_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "ranAt" FROM retention_run ORDER BY ran_at DESC, kind LIMIT ${RUNS_SHOWN}`,
    );
    const last = await this.db.one<{ at: Date }>(`SELECT ran_at AS at FROM job_run WHERE name = 'personal-data.retention' ORDER BY slot DESC LIMIT 1`);
    return { periods: await this.periods(), runs, lastRanAt: last?.at.toISOString() ?? null };
  }

  private async periods(): Promise<RetentionView['periods']> {
    const today = this.clock.today();
    return retentionPeriods(await this.regulations.lawOn(today), today);
  }

  private async remove(kind: RetentionKind, before: string): Promise<number> {
    const zone = this.clock.timeZone;
    switch (kind) {
      case 'auditValues':
        // The event and its hash stay: the chain still verifies, and still tells who did what when.
        return this.db.execute(`DELETE FROM audit_value v USING audit_event e WHERE e.id = v.event_id AND e.at < ($1::date)::timestamp AT TIME ZONE $2`, [before, zone]);
      case 'readLog':
        return this.db.execute(`DELETE FROM read_log WHERE at < ($1::date)::timestamp AT TIME ZONE $2`, [before, zone]);
      case 'sessions':
        await this.db.execute(`DELETE FROM retired_refresh_token t USING session s WHERE s.id = t.session_id AND s.expires_at < ($1::date)::timestamp AT TIME ZONE $2`, [before, zone]);
        return this.db.execute(`DELETE FROM session WHERE expires_at < ($1::date)::timestamp AT TIME ZONE $2`, [before, zone]);
      case 'formerEmployees':
        await this.db.execute(`DELETE FROM staffing_match m USING employment e WHERE e.id = m.employment_id AND e.valid_to < $1`, [before]);
        return this.db.execute(
          `UPDATE person p SET birth_place = NULL, education = NULL, email = NULL, phone = NULL
           WHERE (birth_place IS NOT NULL OR education IS NOT NULL OR email IS NOT NULL OR phone IS NOT NULL)
             AND EXISTS (SELECT 1 FROM employment e WHERE e.person_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM employment e WHERE e.person_id = p.id AND (e.valid_to IS NULL OR e.valid_to >= $1))`,
          [before],
        );
    }
  }
}
