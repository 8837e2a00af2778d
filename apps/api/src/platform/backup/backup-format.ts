/**
 * A backup is one stream: tar, gzip, and with a passphrase age (https://age-encryption.org) around both, so that the
 * ordinary tools open it where this product is not at hand.
 *
 *   header.json                 what is needed before the first row
 *   tables/<schema>.<table>/N   rows as PostgreSQL's COPY text, in order of the primary key, in parts
 *   files/<sha256>              every stored file
 *   trailer.json                counts and hashes of all of it
 */
export const FORMAT = 'ekinerja-backup/1';

/** Parts keep the stream flowing: tar must know the size of an entry before it writes it. */
export const PART_BYTES = 4 * 1024 * 1024;

export interface TableName {
  schema: string;
  table: string;
}

export interface BackedUpTable extends TableName {
  /** Without generated columns, which the database makes again. */
  columns: string[];
  /** Of the primary key; empty: the rows are ordered by all columns. Text goes by its bytes, whatever the server's collation. */
  order: { column: string; isText: boolean }[];
}

export interface SequenceState {
  schema: string;
  sequence: string;
  /** Null: never used. */
  last: string | null;
}

export interface BackupHeader {
  format: typeof FORMAT;
  product: string;
  takenAt: string;
  /** Name of the government, so that nobody restores another's. */
  government: string | null;
  serverVersion: string;
  /** Migrations that made these tables, in order. */
  migrations: string[];
  tables: BackedUpTable[];
  sequences: SequenceState[];
}

export interface TableSum extends TableName {
  rows: number;
  bytes: number;
  /** Of the COPY text. */
  sha256: string;
}

export interface BackupTrailer {
  tables: TableSum[];
  files: { count: number; bytes: number; missing: string[] };
}

export function nameOf({ schema, table }: TableName): string {
  return `${schema}.${table}`;
}
