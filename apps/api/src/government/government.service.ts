import { readFileSync } from 'node:fs';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { AboutAnswer, DemoAccount } from '@ekinerja/contracts/system';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError } from '../platform/problem/domain.error.js';

export interface Government {
  daerah: string;
  name: string;
  agency: string;
  timeZone: string;
  accent: string;
  demo: boolean;
}

const VERSION = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

/** The one government this deployment serves; the clock ticks in its zone. */
@Injectable()
export class GovernmentService implements OnModuleInit {
  private known: Government | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.load();
  }

  /** Reads the row and sets the clock's zone; null in a database that has not been set up yet. */
  async load(): Promise<Government | null> {
    this.known = await this.db.one<Government>(
      `SELECT daerah, name, agency, time_zone AS "timeZone", accent, demo FROM government`,
    );
    if (this.known) this.clock.timeZone = this.known.timeZone;
    return this.known;
  }

  /** Generated data; false while nothing is known. */
  get isDemo(): boolean {
    return this.known?.demo ?? false;
  }

  /** @throws DomainError `unavailable` while no government has been set up. */
  async profile(): Promise<Government> {
    const profile = this.known ?? (await this.load());
    if (!profile) throw new DomainError('unavailable', {}, { retryAfterSeconds: 5 });
    return profile;
  }

  /** Sets up the government of a new database; one that exists stays as it is. */
  async establish(government: Government, at: Date): Promise<void> {
    await this.db.query(
      `INSERT INTO government (daerah, name, agency, time_zone, accent, demo, created_at) VALUES ($1,$2,$3,$4,$5,$6,$7) ON CONFLICT DO NOTHING`,
      [government.daerah, government.name, government.agency, government.timeZone, government.accent, government.demo, at],
    );
    await this.load();
  }

  /** Marks the data as generated: the sign-in page then lists the accounts. */
  async listDemoAccounts(accounts: DemoAccount[]): Promise<void> {
    await this.db.transaction(async () => {
      await this.db.execute(`UPDATE government SET demo = true`);
      await this.db.execute(`DELETE FROM demo_account`);
      await this.db.query(
        `INSERT INTO demo_account (username, password, name, post_name, role, position)
         SELECT d.account->>'username', d.account->>'password', d.account->>'name', d.account->>'postName', d.account->>'role', d.position
         FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS d(account, position)`,
        [JSON.stringify(accounts)],
      );
    });
    await this.load();
  }

  async about(): Promise<AboutAnswer> {
    const { name, agency, timeZone, accent, demo } = await this.profile();
    return {
      governmentName: name,
      agency,
      timeZone,
      today: this.clock.today(),
      accent,
      version: VERSION,
      singleSignOn: this.config.sso && { name: this.config.sso.name },
      demo,
      demoAccounts: demo ? await this.demoAccounts() : [],
    };
  }

  /** @throws DomainError `unavailable` when the database does not answer. */
  async requireReady(): Promise<void> {
    try {
      await this.db.query('SELECT 1');
    } catch {
      throw new DomainError('unavailable', {}, { retryAfterSeconds: 5 });
    }
  }

  private async demoAccounts(): Promise<DemoAccount[]> {
    return this.db.query<DemoAccount>(
      `SELECT username, password, name, post_name AS "postName", role FROM demo_account ORDER BY position`,
    );
  }
}
