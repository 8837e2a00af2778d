import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionAnswer } from '@ekinerja/contracts/auth';
import type { Problem } from '@ekinerja/contracts/errors';
import type { Daerah } from '@ekinerja/regulations/presets';
import { SchedulerRegistry } from '@nestjs/schedule';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApplication } from '../http-application.js';
import { Clock } from '../platform/clock.js';
import { readConfig } from '../platform/config.js';
import { openDatabase } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { GovernmentService } from '../government/government.service.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { testDatabase } from './test-database.js';

export const TEST_PASSWORD = 'kata-sandi-uji-1';

/** A body that is a row or a refusal, read without asking which; the status of the answer tells. */
export type OrProblem<T> = T & Omit<Problem, 'status'>;

export interface Answer<T> {
  status: number;
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
  raw: Buffer;
}

export interface CallOptions {
  as?: string | null;
  body?: unknown;
  ifMatch?: number | null;
  idempotencyKey?: string;
  headers?: Record<string, string>;
  file?: { field: string; name: string; mediaType: string; content: Buffer };
}

export interface TestApp {
  app: NestFastifyApplication;
  db: Database;
  url: string;
  /** Calls the API under /api/v1 as an account (user name); problems come back as the body. */
  call<T = Problem>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, options?: CallOptions): Promise<Answer<T>>;
  /** Sets the clock of the process; the session cache and tokens follow it. */
  setClock(instant: string): void;
  /** Delivers what the outbox has queued, then returns. */
  deliver(): Promise<void>;
  close(): Promise<void>;
}

/** The whole API on a database of its own, without a socket. Clock: Monday 23 November 2026, 09:00 WITA, unless told. */
export async function testApp(options: { daerah?: Daerah; clock?: string; enact?: boolean; secondFactor?: 'required'; env?: Record<string, string> } = {}): Promise<TestApp> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'ekinerja-test-data-'));
  const config = readConfig(
    {
      EKINERJA_DATA: dataDir,
      DATABASE_URL: database.url,
      EKINERJA_CLOCK: options.clock ?? '2026-11-23T09:00:00+08:00',
      EKINERJA_SECRET: 'hanya-untuk-uji-0123456789-abcdefghijkl',
      EKINERJA_WEB: join(dataDir, 'no-web'),
      PUBLIC_URL: 'http://ekinerja.test',
      // Superadmins of most specs sign in with the password alone; those about the second factor say so.
      EKINERJA_SECOND_FACTOR: options.secondFactor ?? 'offered',
      ...options.env,
    },
    dataDir,
  );
  const source = await openDatabase(database.url, 8);
  const app = await createHttpApplication(config, source, true);
  await app.init();
  // Tests run jobs when they want to; nothing fires by itself.
  for (const job of app.get(SchedulerRegistry).getCronJobs().values()) await job.stop();
  await app.getHttpAdapter().getInstance().ready();
  if (options.enact !== false) {
    await app.get(RegulationsService).enactPreset(options.daerah ?? 'tanah-laut', new Date('2026-01-01T00:00:00Z'));
    await app.get(GovernmentService).load();
  }
  const tokens = new Map<string, string>();
  const call = caller(app, tokens);
  return {
    app,
    db: app.get(Database),
    url: database.url,
    call,
    setClock(instant) {
      const clock = app.get(Clock);
      Object.assign(clock, { offset: new Date(instant).getTime() - Date.now() });
      tokens.clear();
    },
    async deliver() {
      // What waits for its seconds is due now: the test's clock stands still.
      await app.get(Database).query(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now() AND attempts = 0`);
      await app.get(WorkQueue).runDue();
    },
    async close() {
      await app.close();
      if (source.isInitialized) await source.destroy();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function caller(app: NestFastifyApplication, tokens: Map<string, string>): TestApp['call'] {
  return async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, options: CallOptions = {}): Promise<Answer<T>> {
    const headers: Record<string, string> = { ...options.headers };
    if (options.as) headers.authorization = `Bearer ${await tokenOf(app, tokens, options.as)}`;
    if (options.ifMatch !== undefined && options.ifMatch !== null) headers['if-match'] = `"${options.ifMatch}"`;
    if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
    const payload = options.file ? multipart(options.file, headers) : (options.body as object | undefined);
    const response = await app.inject({ method, url: `/api/v1${path}`, headers, payload });
    const type = String(response.headers['content-type'] ?? '');
    const body = (type.includes('json') && response.body !== '' ? response.json() : response.body) as T;
    return { status: response.statusCode, body, headers: response.headers, raw: response.rawPayload };
  };
}

async function tokenOf(app: NestFastifyApplication, tokens: Map<string, string>, username: string): Promise<string> {
  const known = tokens.get(username);
  if (known) return known;
  const response = await app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { username, password: TEST_PASSWORD } });
  if (response.statusCode >= 300) throw new Error(`sign-in as ${username}: ${response.statusCode} ${response.body}`);
  const { accessToken } = response.json<SessionAnswer>();
  tokens.set(username, accessToken);
  return accessToken;
}

function multipart(file: NonNullable<CallOptions['file']>, headers: Record<string, string>): Buffer {
  const boundary = 'ekinerja-test-boundary';
  headers['content-type'] = `multipart/form-data; boundary=${boundary}`;
  return Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name}"\r\ncontent-type: ${file.mediaType}\r\n\r\n`),
    file.content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}
