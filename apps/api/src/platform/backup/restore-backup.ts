import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract } from 'tar-stream';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { ConfigError } from '../config.js';
import { dataSourceOptions } from '../database/data-source.js';
import { FORMAT, nameOf, type BackedUpTable, type BackupHeader, type BackupTrailer, type TableName, type TableSum } from './backup-format.js';
import { unwrap } from './envelope.js';
import { copyIn, listForeignKeys, quoted, settle } from './tables.js';
import { readTable } from './write-backup.js';

export interface RestoreOptions {
  /** An empty database. */
  databaseUrl: string;
  filesFolder: string;
  passphrase: string | null;
  onProgress?: (text: string) => void;
}

export interface RestoreReport {
  header: BackupHeader;
  trailer: BackupTrailer;
  /** What was read again from the restored database. */
  restored: TableSum[];
  /** Tables and files that differ from the backup; empty: byte for byte the same. */
  differences: string[];
}

/**
 * Restores a backup into an empty database and an empty folder, everything or nothing, and reads every table and file
 * again to compare it with the backup.
 * @throws ConfigError when the place is not empty, the backup is of a newer product, or it is not whole
 */
export async function restoreBackup(source: Readable, options: RestoreOptions): Promise<RestoreReport> {
  await requireEmpty(options.databaseUrl);
  const entries = extract();
  const tar = await unwrap(source, options.passphrase);
  tar.on('error', (error) => entries.destroy(error));
  tar.pipe(entries);
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: 'ekinerja-restore' });
  let restoring: Restoring | null = null;
  try {
    for await (const entry of entries) {
      const { name } = entry.header;
      if (name === 'header.json') restoring = await Restoring.begin(client, headerOf(await textOf(entry)), options);
      else if (!restoring) throw new ConfigError('Berkas ini bukan cadangan E-Kinerja.');
      else if (name.startsWith('tables/')) await restoring.takeRows(name.split('/')[1]!, entry);
      else if (name.startsWith('files/')) await restoring.takeFile(name.slice('files/'.length), await contentOf(entry));
      else if (name === 'trailer.json') return await restoring.finish(JSON.parse(await textOf(entry)) as BackupTrailer);
      entry.resume();
    }
    throw new ConfigError('Cadangan ini terpotong: bagian penutupnya tidak ada. Tidak ada yang dipulihkan.');
  } catch (error) {
    if (error instanceof ConfigError || !isBroken(error)) throw error;
    throw new ConfigError(`Cadangan ini rusak atau terpotong (${(error as Error).message}). Tidak ada yang dipulihkan.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Damage of the stream itself, in gzip, tar or age. */
function isBroken(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (code ?? '').startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE' || /unexpected end|invalid tar|stream|tag/i.test(message ?? '');
}

async function requireEmpty(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname = 'public' LIMIT 1`);
    if (rowCount) throw new ConfigError('Tempat tujuan tidak kosong. Pemulihan hanya ke basis data kosong, supaya tidak ada data yang tertimpa.');
  } finally {
    await client.end();
  }
}

function headerOf(text: string): BackupHeader {
  const header = JSON.parse(text) as BackupHeader;
  if (header.format !== FORMAT) throw new ConfigError(`Bentuk cadangan "${header.format}" tidak dikenal oleh versi ini.`);
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const unknown = header.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new ConfigError(`Cadangan ini dari versi ${header.product} yang lebih baru daripada program ini. Pulihkan dengan versi itu atau yang lebih baru.`);
  return header;
}

class Restoring {
  private readonly files: { count: number; bytes: number; wrong: string[] } = { count: 0, bytes: 0, wrong: [] };
  private open: { name: string; rows: PassThrough; done: Promise<void> } | null = null;
  private foreignKeys: Awaited<ReturnType<typeof listForeignKeys>> = [];

  private constructor(
    private readonly client: pg.Client,
    private readonly header: BackupHeader,
    private readonly options: RestoreOptions,
  ) {}

  /** The tables as the migrations of that day made them; then one transaction in which nothing gets in the way of the rows. */
  static async begin(client: pg.Client, header: BackupHeader, options: RestoreOptions): Promise<Restoring> {
    await makeTables(options.databaseUrl, header.migrations);
    await client.connect();
    await settle(client);
    await client.query('BEGIN');
    const restoring = new Restoring(client, header, options);
    // By leaving foreign keys and triggers out for the time being: an ordinary owner may do that, no superuser is needed.
    restoring.foreignKeys = await listForeignKeys(client);
    for (const { name, ...table } of restoring.foreignKeys) await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`);
    for (const table of header.tables) await client.query(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER USER`);
    await client.query(`TRUNCATE ${header.tables.map(quoted).join(', ')}`);
    options.onProgress?.(`cadangan ${header.government ?? 'tanpa nama daerah'} dari ${header.takenAt}`);
    return restoring;
  }

  async takeRows(name: string, part: AsyncIterable<unknown>): Promise<void> {
    if (this.open?.name !== name) await this.openTable(name);
    const { rows } = this.open!;
    for await (const chunk of part) if (!rows.write(chunk)) await Promise.race([new Promise((resolve) => rows.once('drain', resolve)), this.open!.done]);
  }

  async takeFile(sha256: string, content: Buffer): Promise<void> {
    if (!/^[0-9a-f]{64}$/.test(sha256) || createHash('sha256').update(content).digest('hex') !== sha256) this.files.wrong.push(sha256);
    const folder = join(this.options.filesFolder, sha256.slice(0, 2));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, sha256), content, { flush: true });
    this.files.count += 1;
    this.files.bytes += content.length;
  }

  /** Keys and triggers again, sequences where they stood, everything read again and compared; only then it counts. */
  async finish(trailer: BackupTrailer): Promise<RestoreReport> {
    await this.closeTable();
    for (const { schema, sequence, last } of this.header.sequences) {
      if (last !== null) await this.client.query(`SELECT setval($1::regclass, $2)`, [`${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(sequence)}`, last]);
    }
    const restored: TableSum[] = [];
    for (const table of this.header.tables) restored.push(await readTable(this.client, table));
    const differences = [...tableDifferences(trailer.tables, restored), ...this.fileDifferences(trailer)];
    for (const { name, definition, ...table } of this.foreignKeys) {
      await this.client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${definition}`);
    }
    for (const table of this.header.tables) await this.client.query(`ALTER TABLE ${quoted(table)} ENABLE TRIGGER USER`);
    if (differences.length > 0) throw new ConfigError(`Hasil pemulihan tidak sama dengan cadangannya, dan dibatalkan: ${differences.join('; ')}.`);
    // A work that a worker of the old place held is free again.
    await this.client.query(`UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL WHERE locked_at IS NOT NULL`);
    await this.client.query('COMMIT');
    await this.client.query('ANALYZE');
    return { header: this.header, trailer, restored, differences };
  }

  private async openTable(name: string): Promise<void> {
    await this.closeTable();
    const table = this.header.tables.find((one) => nameOf(one) === name) as BackedUpTable | undefined;
    if (!table) throw new ConfigError(`Cadangan berisi tabel yang tidak disebut di pembukanya: ${name}.`);
    const rows = new PassThrough({ highWaterMark: 1024 * 1024 });
    const done = pipeline(rows, this.client.query(copyFrom(copyIn(table))));
    done.catch(() => undefined);
    this.open = { name, rows, done };
  }

  private async closeTable(): Promise<void> {
    if (!this.open) return;
    this.open.rows.end();
    await this.open.done;
    this.open = null;
  }

  private fileDifferences({ files }: BackupTrailer): string[] {
    const differences = this.files.wrong.map((sha256) => `berkas ${sha256} berubah isinya`);
    if (files.count !== this.files.count || files.bytes !== this.files.bytes) differences.push(`${this.files.count} berkas, seharusnya ${files.count}`);
    return differences;
  }
}

async function makeTables(databaseUrl: string, names: string[]): Promise<void> {
  const wanted = MIGRATIONS.filter(({ name }) => names.includes(name));
  const source = await new DataSource({ ...dataSourceOptions(databaseUrl, 2), migrations: wanted }).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
  await runMigrations({ connectionString: databaseUrl });
}

function tableDifferences(before: TableSum[], after: TableSum[]): string[] {
  return before.flatMap((table) => {
    const other = after.find((one) => nameOf(one) === nameOf(table));
    if (other?.sha256 === table.sha256 && other.rows === table.rows) return [];
    return [`tabel ${nameOf(table as TableName)}: ${other?.rows ?? 0} baris, seharusnya ${table.rows}`];
  });
}

async function contentOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  return (await contentOf(stream)).toString('utf8');
}
