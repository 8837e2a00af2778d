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
  /** The presence system that a month is pulled from; `{month}` in the address stands for `YYYY-MM`. */
  presence: { url: string; token: string | null } | null;
  /** Of superadmins; null: required where the data is real, offered where it is generated. */
  secondFactor: 'required' | 'offered' | null;
  /** The national staffing platform; null: results leave as a file. */
  siasn: { url: string; token: string } | null;
  /** The certified electronic signature service (BSrE); null: papers are signed by hand and scanned. */
  esign: { url: string; user: string; password: string } | null;
  /** Which part of the work this process does: one process for all on a small server, replicas and a worker on a large one. */
  part: 'all' | 'api' | 'worker';
  /** Touched by a worker every ten seconds, for a container's health check; null: nobody asks. */
  aliveFile: string | null;
  /** Connections to the database. */
  poolSize: number;
  /** With it `/metrics` answers; null: it does not exist. */
  metricsToken: string | null;
  /** `smtp://user:password@host:587`; null: no mail goes out. */
  smtpUrl: string | null;
  /** Sender of mail. */
  mailFrom: string;
  /** The government's identity server; null: people sign in here alone. */
  sso: { issuer: string; clientId: string; clientSecret: string; claim: string; scope: string; name: string } | null;
  /** Inner networks that webhooks may reach all the same, `10.20.0.0/16`. */
  webhookNetworks: string[];
}

/** A mistake in the surroundings: said in one clear sentence, without a stack. */
export class ConfigError extends Error {}

const MINIMUM_SECRET = 32;
const DEFAULT_POOL = 10;

/**
 * Reads and checks the environment.
 * @throws ConfigError with a sentence that says what is wrong and what to do.
 */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const production = env.NODE_ENV === 'production';
  const dataDir = absolute(env.EKINERJA_DATA ?? join(root, '.data', env.EKINERJA_DAERAH ?? 'tanah-laut'), root);
  const port = number(env.PORT ?? '3000', 'PORT');
  const host = env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1');
  const databaseUrl = databaseUrlOf(env);
  if (production && !databaseUrl) {
    throw new ConfigError('Dalam produksi DATABASE_URL wajib diisi: PostgreSQL bawaan hanya untuk mencoba.');
  }
  if (production && !env.PUBLIC_URL) {
    throw new ConfigError('Dalam produksi PUBLIC_URL wajib diisi, misalnya https://ekinerja.kabupaten.go.id.');
  }
  // KS 14(2)c: traffic is secured.
  if (production && !env.PUBLIC_URL?.startsWith('https://')) {
    throw new ConfigError('Dalam produksi PUBLIC_URL harus berawalan https://: kata sandi dan data pegawai tidak boleh lewat jaringan tanpa enkripsi.');
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
    presence: presenceOf(env),
    secondFactor: secondFactorOf(env.EKINERJA_SECOND_FACTOR, production),
    siasn: siasnOf(env, production),
    esign: esignOf(env, production),
    part: partOf(env.EKINERJA_PART),
    aliveFile: env.EKINERJA_ALIVE_FILE || null,
    poolSize: poolSizeOf(env.EKINERJA_POOL),
    metricsToken: metricsTokenOf(oneOf(env, 'EKINERJA_METRICS_TOKEN')),
    smtpUrl: smtpUrlOf(oneOf(env, 'EKINERJA_SMTP_URL')),
    mailFrom: env.EKINERJA_MAIL_FROM || 'E-Kinerja <tidak-dibalas@localhost>',
    sso: ssoOf(env, production),
    webhookNetworks: networksOf(env.EKINERJA_WEBHOOK_NETWORKS),
  };
}

/** The password may lie in a file of its own: what stands in the surroundings of a process is seen by more eyes. */
function databaseUrlOf(env: NodeJS.ProcessEnv): string | null {
  const text = env.DATABASE_URL || null;
  if (!text) return null;
  if (!/^postgres(ql)?:\/\//.test(text)) throw new ConfigError('DATABASE_URL harus berbentuk postgresql://pengguna:sandi@server:5432/basisdata.');
  if (!env.DATABASE_PASSWORD_FILE) return text;
  const url = new URL(text);
  url.password = encodeURIComponent(secretIn(env.DATABASE_PASSWORD_FILE, 'DATABASE_PASSWORD_FILE'));
  return url.href;
}

/** A setting that is a secret: itself, or the file that holds it. */
function oneOf(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  return file ? secretIn(file, `${name}_FILE`) : env[name];
}

function ssoOf(env: NodeJS.ProcessEnv, production: boolean): Config['sso'] {
  if (!env.EKINERJA_OIDC_ISSUER) return null;
  const issuer = webAddress(env.EKINERJA_OIDC_ISSUER, 'EKINERJA_OIDC_ISSUER', production);
  const clientId = env.EKINERJA_OIDC_CLIENT_ID;
  const clientSecret = oneOf(env, 'EKINERJA_OIDC_CLIENT_SECRET');
  if (!clientId || !clientSecret) throw new ConfigError('EKINERJA_OIDC_ISSUER memerlukan EKINERJA_OIDC_CLIENT_ID dan EKINERJA_OIDC_CLIENT_SECRET atau EKINERJA_OIDC_CLIENT_SECRET_FILE.');
  return {
    issuer, clientId, clientSecret, claim: env.EKINERJA_OIDC_CLAIM || 'preferred_username', scope: env.EKINERJA_OIDC_SCOPE || 'openid profile', name: env.EKINERJA_OIDC_NAME || 'akun pemerintah daerah',
  };
}

function networksOf(text: string | undefined): string[] {
  const networks = (text ?? '').split(/[\s,]+/).filter((part) => part !== '');
  for (const network of networks) {
    if (!/^[\da-fA-F.:]+\/\d{1,3}$/.test(network)) throw new ConfigError(`EKINERJA_WEBHOOK_NETWORKS harus memuat jaringan seperti 10.20.0.0/16, bukan "${network}".`);
  }
  return networks;
}

function smtpUrlOf(text: string | undefined): string | null {
  if (!text) return null;
  if (!/^smtps?:\/\//.test(text)) throw new ConfigError('EKINERJA_SMTP_URL harus berbentuk smtp://pengguna:sandi@server:587 atau smtps://….');
  return text;
}

function partOf(text: string | undefined): Config['part'] {
  if (!text) return 'all';
  if (text !== 'all' && text !== 'api' && text !== 'worker') throw new ConfigError(`EKINERJA_PART harus "all", "api", atau "worker", bukan "${text}".`);
  return text;
}

function poolSizeOf(text: string | undefined): number {
  const size = Number(text || DEFAULT_POOL);
  if (!Number.isInteger(size) || size < 3 || size > 200) throw new ConfigError(`EKINERJA_POOL harus bilangan 3–200, bukan "${text}".`);
  return size;
}

function metricsTokenOf(text: string | undefined): string | null {
  if (!text) return null;
  if (text.length < MINIMUM_SECRET) throw new ConfigError(`EKINERJA_METRICS_TOKEN terlalu pendek: paling sedikit ${MINIMUM_SECRET} huruf acak.`);
  return text;
}

function siasnOf(env: NodeJS.ProcessEnv, production: boolean): Config['siasn'] {
  if (!env.EKINERJA_SIASN_URL) return null;
  const url = webAddress(env.EKINERJA_SIASN_URL, 'EKINERJA_SIASN_URL', production);
  const token = oneOf(env, 'EKINERJA_SIASN_TOKEN');
  if (!token) throw new ConfigError('EKINERJA_SIASN_URL memerlukan EKINERJA_SIASN_TOKEN atau EKINERJA_SIASN_TOKEN_FILE.');
  return { url, token };
}

function esignOf(env: NodeJS.ProcessEnv, production: boolean): Config['esign'] {
  if (!env.EKINERJA_ESIGN_URL) return null;
  const url = webAddress(env.EKINERJA_ESIGN_URL, 'EKINERJA_ESIGN_URL', production);
  const user = env.EKINERJA_ESIGN_USER;
  const password = oneOf(env, 'EKINERJA_ESIGN_PASSWORD');
  if (!user || !password) throw new ConfigError('EKINERJA_ESIGN_URL memerlukan EKINERJA_ESIGN_USER dan EKINERJA_ESIGN_PASSWORD atau EKINERJA_ESIGN_PASSWORD_FILE.');
  return { url, user, password };
}

/** Of another system, to which personal data goes: encrypted in production. */
function webAddress(text: string, name: string, production: boolean): string {
  if (!/^https?:\/\/\S+$/.test(text)) throw new ConfigError(`${name} harus alamat https://…, bukan "${text}".`);
  if (production && !text.startsWith('https://')) throw new ConfigError(`Dalam produksi ${name} harus https.`);
  return text.replace(/\/+$/, '');
}

function presenceOf(env: NodeJS.ProcessEnv): Config['presence'] {
  const url = env.EKINERJA_PRESENCE_URL;
  if (!url) return null;
  if (!/^https?:\/\//.test(url) || !url.includes('{month}')) throw new ConfigError('EKINERJA_PRESENCE_URL harus alamat http(s) yang memuat {month}, misalnya https://presensi.kabupaten.go.id/api?bulan={month}.');
  const token = oneOf(env, 'EKINERJA_PRESENCE_TOKEN') || null;
  return { url, token };
}

function secondFactorOf(text: string | undefined, production: boolean): Config['secondFactor'] {
  if (!text) return null;
  if (text !== 'required' && text !== 'offered') throw new ConfigError(`EKINERJA_SECOND_FACTOR harus "required" atau "offered", bukan "${text}".`);
  if (production && text === 'offered') throw new ConfigError('Dalam produksi faktor kedua superadmin tidak dapat dimatikan (EKINERJA_SECOND_FACTOR=offered).');
  return text;
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

function secretIn(file: string, name = 'EKINERJA_SECRET_FILE'): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(`${name} menunjuk ${file}, yang tidak dapat dibaca (${codeOf(error)}).`);
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
