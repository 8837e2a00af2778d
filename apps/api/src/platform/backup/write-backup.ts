import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack, type Pack } from 'tar-stream';
import { FORMAT, nameOf, PART_BYTES, type BackedUpTable, type BackupHeader, type BackupTrailer, type TableSum } from './backup-format.js';
import { wrap } from './envelope.js';
import { copyOut, listSequences, listTables, settle } from './tables.js';

export interface BackupOptions {
  databaseUrl: string;
  /** Of stored files, by their hash. */
  filesFolder: string;
  product: string;
  takenAt: Date;
  /** Null: not encrypted. */
  passphrase: string | null;
  onProgress?: (text: string) => void;
}

/** Writes all data of one instant: tables in one snapshot while the application goes on, then the files they name. */
export async function writeBackup(out: Writable, options: BackupOptions): Promise<BackupTrailer> {
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: 'ekinerja-backup' });
  await client.connect();
  const tar = pack();
  const written = wrap(tar, out, options.passphrase);
  // Whoever fails first tells; the other end is closed with it.
  written.catch((error: Error) => tar.destroy(error));
  try {
    await settle(client);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const tables = await listTables(client);
    await add(tar, 'header.json', json(await headerOf(client, tables, options)));
    const sums: TableSum[] = [];
    for (const table of tables) sums.push(await writeTable(client, tar, table));
    options.onProgress?.(`${sums.length} tabel, ${sums.reduce((all, { rows }) => all + rows, 0)} baris`);
    const trailer: BackupTrailer = { tables: sums, files: await writeFiles(client, tar, options.filesFolder) };
    await add(tar, 'trailer.json', json(trailer));
    tar.finalize();
    await written;
    return trailer;
  } finally {
    await client.end();
  }
}

async function headerOf(client: pg.Client, tables: BackedUpTable[], options: BackupOptions): Promise<BackupHeader> {
  const migrations = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp, id');
  const government = await client.query<{ name: string }>('SELECT name FROM government');
  const server = await client.query<{ server_version: string }>('SHOW server_version');
  return {
    format: FORMAT,
    product: options.product,
    takenAt: options.takenAt.toISOString(),
    government: government.rows[0]?.name ?? null,
    serverVersion: server.rows[0]!.server_version,
    migrations: migrations.rows.map(({ name }) => name),
    tables,
    sequences: await listSequences(client),
  };
}

async function writeTable(client: pg.Client, tar: Pack, table: BackedUpTable): Promise<TableSum> {
  let part = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (size === 0) return;
    await add(tar, `tables/${nameOf(table)}/${(part += 1)}`, Buffer.concat(waiting, size));
    waiting = [];
    size = 0;
  };
  const sum = await readTable(client, table, async (chunk) => {
    waiting.push(chunk);
    size += chunk.length;
    if (size >= PART_BYTES) await flush();
  });
  await flush();
  return sum;
}

/** Reads a table as it is stored, and says its sum; the other side compares with the same reading. */
export async function readTable(client: pg.Client, table: BackedUpTable, take: (chunk: Buffer) => Promise<void> = async () => undefined): Promise<TableSum> {
  const hash = createHash('sha256');
  const stream = client.query(copyTo(copyOut(table)));
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    await take(chunk);
  }
  return { schema: table.schema, table: table.table, rows: stream.rowCount, bytes, sha256: hash.digest('hex') };
}

async function writeFiles(client: pg.Client, tar: Pack, folder: string): Promise<BackupTrailer['files']> {
  const { rows } = await client.query<{ sha256: string }>('SELECT DISTINCT sha256 FROM stored_file ORDER BY 1');
  const files: BackupTrailer['files'] = { count: 0, bytes: 0, missing: [] };
  for (const { sha256 } of rows) {
    const content = await readFile(join(folder, sha256.slice(0, 2), sha256)).catch(() => null);
    if (content === null) {
      files.missing.push(sha256);
      continue;
    }
    await add(tar, `files/${sha256}`, content);
    files.count += 1;
    files.bytes += content.length;
  }
  return files;
}

async function add(tar: Pack, name: string, content: Buffer): Promise<void> {
  const entry = tar.entry({ name, size: content.length });
  entry.end(content);
  // `finish` comes when the reader has taken it: not faster than the disk.
  await once(entry, 'finish');
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value, null, 1));
}
