import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { ATTENDANCE_LIMITS, type PresenceImport } from '@ekinerja/contracts/attendance';
import type { IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import { addDays, addMonths, firstDay, monthOf } from '@ekinerja/regulations/dates';
import { systemActor, type SystemActor } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { ScheduledWork } from '../platform/jobs/scheduled.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { readPresenceJson } from './presence-file/read-json.js';
import { readPresenceFile } from './presence-file/read-presence-file.js';
import { PresenceImportService } from './presence-import.service.js';
import { PresenceWordsService } from './presence-words.service.js';

const TASK = 'attendance.pull';
const PATIENCE_MS = 120_000;
const HOUR_SECONDS = 3600;

/**
 * Fetches the month from the region's presence system (BK 7(1)): on its own on the first working day, or when somebody
 * asks. What comes is kept as received and waits as a preview; nothing counts before it is applied.
 */
@Injectable()
export class PresencePullService implements OnModuleInit {
  private readonly logger = new Logger('PresencePull');

  constructor(
    private readonly db: Database,
    private readonly imports: PresenceImportService,
    private readonly words: PresenceWordsService,
    private readonly regulations: RegulationsService,
    private readonly scheduled: ScheduledWork,
    private readonly queue: WorkQueue,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.queue.define<{ month: IsoMonth }>(TASK, async ({ month }) => void (await this.pull(systemActor('attendance.pull'), month)));
  }

  get configured(): boolean {
    return this.config.presence !== null;
  }

  /** @throws DomainError `not-connected` when nothing is configured, `unavailable` when nobody answers */
  async pull(actor: Actor | SystemActor, month: IsoMonth): Promise<PresenceImport> {
    const { presence } = this.config;
    if (!presence) throw new DomainError('not-connected', { source: 'presence' });
    const content = await this.fetch(presence, month);
    const words = await this.words.words();
    const sheets = /^\s*[[{]/.test(content.subarray(0, 64).toString('utf8')) ? readPresenceJson(content, words) : await readPresenceFile(content, words);
    return this.imports.take(actor, month, sheets, { name: `${new URL(presence.url).hostname} ${this.clock.today()}`, content, source: 'pull' });
  }

  /** The first working day of a month asks for the month before; while it has not come, each later hour asks again. */
  @Cron('40 7 * * * *')
  async onTimetable(): Promise<void> {
    if (!this.configured) return;
    await this.scheduled.once(TASK, HOUR_SECONDS, async () => {
      const today = this.clock.today();
      const month = addMonths(monthOf(today), -1);
      if (today < (await this.firstWorkingDay(monthOf(today))) || (await this.pulled(month))) return;
      await this.queue.add(TASK, { month }, { key: `${TASK}:${month}`, attempts: 3 });
    });
  }

  private async firstWorkingDay(month: IsoMonth): Promise<IsoDate> {
    const { working } = await this.regulations.lawOn(firstDay(month));
    let day = firstDay(month);
    while (!working.isWorkingDay(day)) day = addDays(day, 1);
    return day;
  }

  private async pulled(month: IsoMonth): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM presence_import WHERE month = $1 AND source = 'pull' AND status <> 'invalid'`, [month])) !== null;
  }

  private async fetch({ url, token }: NonNullable<Config['presence']>, month: IsoMonth): Promise<Buffer> {
    try {
      const response = await fetch(url.replaceAll('{month}', month), {
        headers: { accept: 'application/json, text/csv, */*', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!response.ok) throw new Error(`${response.status}`);
      const chunks: Uint8Array[] = [];
      let bytes = 0;
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        bytes += chunk.length;
        if (bytes > ATTENDANCE_LIMITS.fileBytes * 4) throw new DomainError('file-too-large', { megabytes: (ATTENDANCE_LIMITS.fileBytes * 4) / 1024 / 1024 });
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      this.logger.warn(`presence system: ${error instanceof Error ? error.message : String(error)}`);
      throw new DomainError('unavailable', { source: 'presence', configured: true });
    }
  }
}
