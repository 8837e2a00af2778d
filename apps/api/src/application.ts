import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { instantOf } from '@ekinerja/regulations/dates';
import { DAERAH, presetProfile, type Daerah } from '@ekinerja/regulations/presets';
import { setUpGovernment, type FirstAccount } from './demo/set-up.js';
import { createHttpApplication } from './http-application.js';
import { ConfigError, readConfig, type Config } from './platform/config.js';
import { openDatabase } from './platform/database/data-source.js';
import { openEmbedded } from './platform/database/embedded.js';
import { requireFreePort } from './platform/http/free-port.js';
import { WorkQueue } from './platform/jobs/work-queue.js';

export interface StartOptions {
  args: string[];
  /** Deliver queued announcements in this process. */
  worker: boolean;
  listen: boolean;
  onProgress?: (text: string) => void;
}

export interface OpenedApplication {
  app: NestFastifyApplication;
  config: Config;
  databaseName: string;
  /** The account to begin with on an empty database, while it is the only one. */
  firstAccount: FirstAccount | null;
  close(): Promise<void>;
}

/** The repository's root, from `apps/api/dist`. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Opens everything in order: configuration, database (embedded unless told otherwise), migrations, data, HTTP, worker. */
export async function openApplication(options: StartOptions): Promise<OpenedApplication> {
  const flags = readFlags(options.args);
  const daerah = daerahOf(flags.daerah ?? process.env.EKINERJA_DAERAH);
  const config = onItsDay(readConfig({ ...process.env, EKINERJA_DAERAH: daerah }, ROOT), flags.today, daerah);
  const say = options.onProgress ?? (() => undefined);
  const listens = options.listen && config.part !== 'worker';
  if (listens) await requireFreePort(config.port, config.host);
  const embedded = config.databaseUrl ? null : await openEmbedded(config, { fresh: flags.fresh !== undefined, say });
  const source = await openDatabase(config.databaseUrl ?? embedded!.url, config.poolSize);
  const app = await createHttpApplication(config, source);
  await app.get(WorkQueue).prepare();
  await app.init();
  const firstAccount = await setUpGovernment(app, { daerah, flags, config, onProgress: say });
  if (listens) await app.listen(config.port, config.host);
  if (options.worker && config.part !== 'api') await app.get(WorkQueue).startWorker(config.aliveFile);
  return {
    app,
    config,
    databaseName: embedded ? `PostgreSQL bawaan di ${embedded.dataDir}` : 'PostgreSQL dari DATABASE_URL',
    firstAccount,
    close: async () => {
      await app.close();
      if (source.isInitialized) await source.destroy();
      await embedded?.stop();
    },
  };
}

/** `--today` is the day of the demo data and of this run: the clock starts there, in the morning. */
function onItsDay(config: Config, today: string | undefined, daerah: Daerah): Config {
  if (today === undefined || config.clockStart) return config;
  if (config.production) throw new ConfigError('--today hanya untuk data contoh, tidak dalam produksi.');
  if (!isDay(today)) throw new ConfigError(`--today harus tanggal seperti 2026-11-22, bukan "${today}".`);
  return { ...config, clockStart: instantOf(today, '09:00', presetProfile(daerah).timeZone) };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

function daerahOf(name: string | undefined): Daerah {
  const chosen = name ?? 'tanah-laut';
  const known = DAERAH.find((daerah) => daerah === chosen);
  if (!known) throw new ConfigError(`Daerah "${chosen}" tidak dikenal. Pilihan: ${DAERAH.join(', ')}.`);
  return known;
}

/** `--employees 60 --no-demo` → `{ employees: '60', 'no-demo': 'true' }`. */
export function readFlags(args: string[]): Record<string, string> {
  const flags: Record<string, string> = {};
  for (let index = 0; index < args.length; index += 1) {
    const [name, inline] = (args[index] ?? '').replace(/^--/, '').split('=', 2) as [string, string | undefined];
    if (!args[index]?.startsWith('--') || name === '') continue;
    const next = args[index + 1];
    const takesNext = inline === undefined && next !== undefined && !next.startsWith('--');
    flags[name] = inline ?? (takesNext ? next : 'true');
    if (takesNext) index += 1;
  }
  return flags;
}
