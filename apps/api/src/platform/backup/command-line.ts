import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LocalPostgresError } from '@ekinerja/local-postgres/failure';
import { ConfigError, readConfig } from '../config.js';
import { openEmbedded } from '../database/embedded.js';

const ROOT = fileURLToPath(new URL('../../../../..', import.meta.url));
const SHORTEST_PASSPHRASE = 12;

export class Flags {
  constructor(private readonly args: string[]) {}

  has(name: string): boolean {
    return this.args.includes(`--${name}`);
  }

  get(name: string): string | undefined {
    const at = this.args.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
    if (at < 0) return undefined;
    const [, inline] = this.args[at]!.split('=', 2);
    return inline ?? this.args[at + 1];
  }

  require(name: string): string {
    const value = this.get(name);
    if (value === undefined || value === '' || value.startsWith('--')) throw new ConfigError(`--${name} BERKAS wajib disebut.`);
    return value;
  }
}

export interface Place {
  databaseUrl: string;
  filesFolder: string;
  product: string;
  passphrase: string | null;
  close(): Promise<void>;
}

/** Where the data lies: as for the application itself, by DATABASE_URL or in the embedded PostgreSQL of the data folder. */
export async function readPlace(flags: Flags): Promise<Place> {
  const daerah = flags.get('daerah');
  const config = readConfig({ ...process.env, ...(daerah ? { EKINERJA_DAERAH: daerah } : {}) }, ROOT);
  const embedded = config.databaseUrl ? null : await openEmbedded(config, { fresh: false, say: () => undefined });
  return {
    databaseUrl: config.databaseUrl ?? embedded!.url,
    filesFolder: join(config.dataDir, 'files'),
    product: (JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }).version,
    passphrase: passphraseIn(flags.get('passphrase-file') ?? process.env.EKINERJA_BACKUP_PASSPHRASE_FILE),
    close: async () => embedded?.stop(),
  };
}

function passphraseIn(file: string | undefined): string | null {
  if (!file) return null;
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigError(`Berkas kata sandi cadangan ${file} tidak dapat dibaca.`);
  }
  if (text.length < SHORTEST_PASSPHRASE) throw new ConfigError(`Kata sandi cadangan terlalu pendek: paling sedikit ${SHORTEST_PASSPHRASE} huruf.`);
  return text;
}

/** Runs a command; what the person at the terminal can mend is said in one sentence. */
export function runCommand(command: (flags: Flags) => Promise<number>): void {
  command(new Flags(process.argv.slice(2))).then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof ConfigError || error instanceof LocalPostgresError ? `\n${error.message}\n` : error);
      process.exit(1);
    },
  );
}
