import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { createDatabase, dropDatabase } from '@ekinerja/local-postgres/databases';
import pg from 'pg';
import { AbuseStory } from '../../testing/abuse-story.js';
import { openDatabase } from '../database/data-source.js';
import { FileStorage } from '../storage/file-storage.js';
import { restoreBackup, type RestoreReport } from './restore-backup.js';
import { writeBackup } from './write-backup.js';

const PASSPHRASE = 'kuda laut membaca buku tebal';
const SCAN = Buffer.from('%PDF-1.7 surat keputusan yang dipindai');

let story: AbuseStory;
let folder: string;
let backup: Buffer;
let sha256: string;
const made: string[] = [];

beforeAll(async () => {
  story = await AbuseStory.tell();
  const stored = await story.test.app.get(FileStorage).store({ name: 'sk.pdf', mediaType: 'application/pdf', content: SCAN, storedBy: null });
  sha256 = stored.sha256;
  folder = mkdtempSync(join(tmpdir(), 'ekinerja-backup-test-'));
  backup = await take(null);
});
afterAll(async () => {
  for (const name of made) await dropDatabase(story.test.url, name);
  rmSync(folder, { recursive: true, force: true });
  await story?.close();
});

/** The files of the application under test, where its storage keeps them. */
function filesFolder(): string {
  return (story.test.app.get(FileStorage) as unknown as { folder: string }).folder;
}

async function take(passphrase: string | null): Promise<Buffer> {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  await writeBackup(out, { databaseUrl: story.test.url, filesFolder: filesFolder(), product: '0.0.0', takenAt: new Date('2026-11-23T02:00:00Z'), passphrase });
  return Buffer.concat(chunks);
}

async function emptyPlace(): Promise<{ url: string; files: string }> {
  const name = `restored_${made.length}_${process.pid}`;
  made.push(name);
  return { url: await createDatabase(story.test.url, name), files: join(folder, name) };
}

async function restore(content: Buffer, passphrase: string | null = null): Promise<{ report: RestoreReport; url: string; files: string }> {
  const { url, files } = await emptyPlace();
  return { report: await restoreBackup(Readable.from([content], { objectMode: false }), { databaseUrl: url, filesFolder: files, passphrase }), url, files };
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

describe('backup and restore', () => {
  it('X-OP-1 KS-25.2 KS-19 everything comes back into an empty place, each table and file the same by hash', async () => {
    const { report, url, files } = await restore(backup);
    expect(report.differences).toEqual([]);
    expect(report.restored.map(({ table }) => table)).toEqual(expect.arrayContaining(['activity', 'audit_event', 'person', 'stored_file', '_private_jobs']));
    const sums = await ask<{ activities: number; events: number }>(url, 'SELECT (SELECT count(*)::int FROM activity) AS activities, (SELECT count(*)::int FROM audit_event) AS events');
    expect(sums).toEqual(await ask(story.test.url, 'SELECT (SELECT count(*)::int FROM activity) AS activities, (SELECT count(*)::int FROM audit_event) AS events'));
    expect(sums[0]!.events).toBeGreaterThan(0);
    expect(readFileSync(join(files, sha256.slice(0, 2), sha256))).toEqual(SCAN);
  });

  it('X-OP-1 the restored place keeps its guards: keys, triggers and the next number of each sequence', async () => {
    const { url } = await restore(backup);
    const constraints = `SELECT conname, pg_get_constraintdef(oid) AS def FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY conrelid::regclass::text, 1`;
    expect(await ask(url, constraints)).toEqual(await ask(story.test.url, constraints));
    await expect(ask(url, 'DELETE FROM audit_event')).rejects.toThrow();
    const sequences = `SELECT sequencename, last_value::text FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`;
    expect(await ask(url, sequences)).toEqual(await ask(story.test.url, sequences));
    // The product opens it like its own, with nothing left to migrate.
    const source = await openDatabase(url, 2);
    expect(await source.showMigrations()).toBe(false);
    await source.destroy();
  });

  it('X-OP-1 a backup is of one instant: what is written while it runs is in the next one', async () => {
    const out = new PassThrough();
    const done = writeBackup(out, { databaseUrl: story.test.url, filesFolder: filesFolder(), product: '0.0.0', takenAt: new Date('2026-11-23T02:00:00Z'), passphrase: null });
    const chunks: Buffer[] = [];
    // The header is out, the snapshot stands; nothing is read further until the row is written.
    for await (const chunk of out) {
      if (chunks.length === 0) await ask(story.test.url, `UPDATE government SET agency = 'BADAN BARU'`);
      chunks.push(chunk as Buffer);
    }
    await done;
    const { url } = await restore(Buffer.concat(chunks));
    expect(await ask(url, 'SELECT agency FROM government')).toEqual([{ agency: 'BKPSDM' }]);
  });

  it('X-OP-1 encrypted, it opens with its passphrase alone', async () => {
    const sealed = await take(PASSPHRASE);
    expect(sealed.includes('BKPSDM')).toBe(false);
    await expect(restore(sealed)).rejects.toThrow('terenkripsi');
    expect((await restore(sealed, PASSPHRASE)).report.differences).toEqual([]);
    // Deriving the key is slow on purpose.
  }, 240_000);

  it('X-OP-1 a cut or altered backup restores nothing, and a place with data is left alone', async () => {
    for (const broken of [backup.subarray(0, backup.length - 4000), altered(backup)]) {
      const { url, files } = await emptyPlace();
      await expect(restoreBackup(Readable.from([broken], { objectMode: false }), { databaseUrl: url, filesFolder: files, passphrase: null })).rejects.toThrow();
      expect(await ask(url, `SELECT count(*)::int AS rows FROM pg_class WHERE relname = 'person' AND relkind = 'r' AND reltuples > 0`)).toEqual([{ rows: 0 }]);
      expect(await ask(url, `SELECT id FROM person`)).toEqual([]);
    }
    const refused = restoreBackup(Readable.from([backup], { objectMode: false }), { databaseUrl: story.test.url, filesFolder: folder, passphrase: null });
    await expect(refused).rejects.toThrow('tidak kosong');
  });
});

function altered(content: Buffer): Buffer {
  const copy = Buffer.from(content);
  const at = Math.floor(copy.length / 2);
  copy[at] = copy[at]! ^ 0x55;
  return copy;
}
