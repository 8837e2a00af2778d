import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';

/** Everything the process is told from outside, checked once at start. */
export interface Config {
  production: boolean;
  host: string;
  port: number;
  /** Own folder for files, secrets and the embedded database. */
  dataDir: string;
  /** Null: the embedded PostgreSQL is used. */
  databaseUrl: string | null;
  /** Address under which people reach the portal; printed in QR codes. */
  publicUrl: string;
  secret: string;
  /** Fixed starting instant of the clock, outside production only. */
  clockStart: Date | null;
  webDir: string;
  logJson: boolean;
}

/** A mistake in the surroundings: said in one clear sentence, without a stack. */
export class ConfigError extends Error {}

const MINIMUM_SECRET = 32;

/**
 * Reads and checks the environment.
 * @throws ConfigError with a sentence that says what is wrong and what to do.
 */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const production = env.NODE_ENV === 'production';
  const dataDir = absolute(env.EKINERJA_DATA ?? join(root, '.data', env.EKINERJA_DAERAH ?? 'tanah-laut'), root);
  const port = number(env.PORT ?? '3000', 'PORT');
  const host = env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1');
  const databaseUrl = env.DATABASE_URL || null;
  if (production && !databaseUrl) {
    throw new ConfigError('Dalam produksi DATABASE_URL wajib diisi: PostgreSQL bawaan hanya untuk mencoba.');
  }
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ConfigError('DATABASE_URL harus berbentuk postgresql://pengguna:sandi@server:5432/basisdata.');
  }
  if (production && !env.PUBLIC_URL) {
    throw new ConfigError('Dalam produksi PUBLIC_URL wajib diisi, misalnya https://ekinerja.kabupaten.go.id.');
  }
  if (production && env.EKINERJA_CLOCK) {
    throw new ConfigError('EKINERJA_CLOCK tidak boleh dipakai dalam produksi: jam sistem yang berlaku.');
  }
  return {
    production,
    host,
    port,
    dataDir,
    databaseUrl,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    secret: secretOf(env, dataDir, production),
    clockStart: env.EKINERJA_CLOCK ? instant(env.EKINERJA_CLOCK) : null,
    webDir: absolute(env.EKINERJA_WEB ?? join(root, 'apps/web/dist'), root),
    logJson: production,
  };
}

/** Production takes the secret from outside; elsewhere it is made at the first start, readable by the owner alone. */
function secretOf(env: NodeJS.ProcessEnv, dataDir: string, production: boolean): string {
  const given = env.EKINERJA_SECRET_FILE ? secretIn(env.EKINERJA_SECRET_FILE) : env.EKINERJA_SECRET;
  if (given !== undefined) {
    if (given.length < MINIMUM_SECRET || new Set(given).size < 10) {
      throw new ConfigError(`Rahasia (EKINERJA_SECRET) terlalu lemah: paling sedikit ${MINIMUM_SECRET} huruf acak, misalnya hasil \`openssl rand -base64 48\`.`);
    }
    return given;
  }
  if (production) {
    throw new ConfigError('Dalam produksi EKINERJA_SECRET atau EKINERJA_SECRET_FILE wajib diisi.');
  }
  const file = join(dataDir, 'secret');
  try {
    if (!existsSync(file)) {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
    }
    chmodSync(file, 0o600);
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(`Folder data ${dataDir} tidak dapat dipakai (${codeOf(error)}). Pilih folder yang boleh ditulisi dengan EKINERJA_DATA.`);
  }
}

function secretIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(`EKINERJA_SECRET_FILE menunjuk ${file}, yang tidak dapat dibaca (${codeOf(error)}).`);
  }
}

/** `ENOENT`, or the SQLSTATE of a database. */
export function codeOf(error: unknown): string {
  // By its fields: an error of the system is not always an `Error` of this realm.
  const { code, message } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  return typeof message === 'string' ? message : String(error);
}

/** A key of its own for each purpose, so that one leaked use does not open another. */
export function derivedKey(secret: string, purpose: string): Buffer {
  return createHash('sha256').update(`${purpose}\n${secret}`).digest();
}

function absolute(path: string, root: string): string {
  return isAbsolute(path) ? path : resolve(root, path);
}

function number(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65535) throw new ConfigError(`${name} harus bilangan 0–65535, bukan "${text}".`);
  return value;
}

function instant(text: string): Date {
  const value = new Date(text);
  if (Number.isNaN(value.getTime())) throw new ConfigError(`EKINERJA_CLOCK bukan waktu ISO 8601: "${text}".`);
  return value;
}
