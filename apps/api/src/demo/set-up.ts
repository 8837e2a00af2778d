import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LawError } from '@ekinerja/regulations/law';
import type { Daerah } from '@ekinerja/regulations/presets';
import { GovernmentService } from '../government/government.service.js';
import { Clock } from '../platform/clock.js';
import { ConfigError, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { firstSuperadminCode } from '../setup/first-superadmin.service.js';
import { seedDemo } from './demo.loader.js';

interface SetUp {
  daerah: Daerah;
  flags: Record<string, string>;
  config: Config;
  onProgress: (text: string) => void;
}

export interface FirstAccount {
  username: string;
  code: string;
}

/**
 * Fills an empty database once: with the demo regency, or with the law alone (`--no-demo`, and always in production).
 * @returns the account to begin with, as long as an empty regency has no other.
 */
export async function setUpGovernment(app: NestFastifyApplication, { daerah, flags, config, onProgress }: SetUp): Promise<FirstAccount | null> {
  const db = app.get(Database);
  // All or nothing: a start that is killed in the middle begins again on an empty database. Replicas wait for the first.
  const known = await db.transaction(async () => {
    await db.query(`SET LOCAL idle_in_transaction_session_timeout = 0`);
    await db.query(`SELECT pg_advisory_xact_lock(hashtext('set-up-government'))`);
    const found = await db.one<{ daerah: string }>(`SELECT daerah FROM government`);
    if (!found) await fill(app, { daerah, flags, config, onProgress });
    return found;
  });
  if (known && known.daerah !== daerah && flags.daerah) {
    throw new ConfigError(`Basis data ini milik ${known.daerah}, bukan ${daerah}. Pakai folder data lain (EKINERJA_DATA) atau DATABASE_URL lain.`);
  }
  if (known) await requireReadableLaw(app);
  await app.get(GovernmentService).load();
  return config.part === 'worker' ? null : firstSuperadminCode(app, config.part === 'api');
}

async function fill(app: NestFastifyApplication, { daerah, flags, config, onProgress }: SetUp): Promise<void> {
  const clock = app.get(Clock);
  if (config.production || flags['no-demo']) return app.get(RegulationsService).enactPreset(daerah, clock.now());
  await seedDemo(app, {
    daerah,
    seed: wholeNumber(flags.seed, 1, 'seed'),
    today: flags.today ?? clock.today(),
    employees: wholeNumber(flags.employees, 300, 'employees'),
    dataDir: config.dataDir,
    onProgress,
  });
}

/** Enacted documents are read as they stand; a version that cannot read them says so here, not at every request. */
async function requireReadableLaw(app: NestFastifyApplication): Promise<void> {
  try {
    await app.get(RegulationsService).law();
  } catch (error) {
    if (!(error instanceof LawError)) throw error;
    throw new ConfigError(
      `Peraturan yang sudah diberlakukan di basis data ini tidak terbaca oleh versi program ini:\n${error.message}\n` +
        'Jalankan dengan versi program yang memberlakukannya. Bila isinya data contoh, buang dan mulai lagi dengan --fresh.',
    );
  }
}

function wholeNumber(text: string | undefined, standard: number, name: string): number {
  if (text === undefined) return standard;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new ConfigError(`--${name} harus bilangan bulat mulai 1, bukan "${text}".`);
  return value;
}
