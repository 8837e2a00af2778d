import { Logger } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { codeOf, ConfigError } from '../config.js';
import { MIGRATIONS } from '../../migrations/index.js';

// Once for the process: dates stay text, numeric stays exact text, bigint becomes a number (checked) because rupiah
// and ids fit safe integers.
pg.types.setTypeParser(1082, (text) => text);
pg.types.setTypeParser(1083, (text) => text.slice(0, 5));
pg.types.setTypeParser(1700, (text) => text);
pg.types.setTypeParser(20, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`bigint out of the safe range: ${text}`);
  return value;
});

const logger = new Logger('Database');
const MIGRATION_LOCK = 7_310_552;
const OLDEST_SERVER = 150_000;

export function dataSourceOptions(url: string, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [],
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize,
    applicationName: 'ekinerja',
    extra: { connectionTimeoutMillis: 10_000, idle_in_transaction_session_timeout: 60_000 },
  };
}

/** Opens the database and brings it up to date; several replicas starting at once wait for each other. */
export async function openDatabase(url: string, poolSize?: number): Promise<DataSource> {
  const source = await connected(url, poolSize);
  hearIdleErrors(source);
  const [{ version }] = await source.query<[{ version: number }]>(`SELECT current_setting('server_version_num')::int AS version`);
  if (version < OLDEST_SERVER) throw new ConfigError(`PostgreSQL 15 atau lebih baru diperlukan; server ini ${Math.floor(version / 10_000)}.`);
  await migrate(source);
  return source;
}

async function connected(url: string, poolSize?: number): Promise<DataSource> {
  try {
    return await new DataSource(dataSourceOptions(url, poolSize)).initialize();
  } catch (error) {
    throw unreachable(url, error);
  }
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'tidak ada server yang menjawab',
  ENOTFOUND: 'nama server tidak dikenal',
  EAI_AGAIN: 'nama server tidak dikenal',
  ETIMEDOUT: 'server tidak menjawab',
  '28P01': 'pengguna atau sandi salah',
  '28000': 'pengguna tidak diizinkan',
  '3D000': 'basis data itu tidak ada',
  '53300': 'sambungan ke server sudah penuh',
};

/** What the person at the terminal can mend, without the password. */
function unreachable(url: string, error: unknown): ConfigError {
  const code = codeOf(error);
  const place = url.replace(/^\w+:\/\/(?:[^@/]*@)?/, '').replace(/\?.*$/, '');
  return new ConfigError(`Basis data ${place} tidak dapat dibuka: ${REASONS[code] ?? code}. Periksa DATABASE_URL dan servernya.`);
}

/** A connection that breaks while idle is only noted: the pool makes another, and the next statement tells the caller. */
function hearIdleErrors(source: DataSource): void {
  const pool = (source.driver as unknown as { master: pg.Pool }).master;
  const note = (error: Error) => logger.warn(`idle connection lost: ${error.message}`);
  pool.on('error', note);
  pool.on('connect', (client) => void client.on('error', note));
}

async function migrate(source: DataSource): Promise<void> {
  const lock = source.createQueryRunner();
  try {
    await lock.connect();
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.runMigrations();
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
  }
}
