import type { Database } from '../platform/database/database.js';

/** Columns of a table with their PostgreSQL type. */
export type Columns<Row> = { [Key in keyof Row & string]: string };

const CHUNK = 4000;

/** Writes rows by the thousand; keys of a row are names of columns. */
export async function writeRows<Row extends object>(db: Database, table: string, columns: Columns<Row>, rows: readonly Row[]): Promise<void> {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const types = Object.entries(columns).map(([name, type]) => `"${name}" ${type as string}`);
  for (let start = 0; start < rows.length; start += CHUNK) {
    await db.query(
      `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.join(', ')} FROM json_to_recordset($1::json) AS row(${types.join(', ')})`,
      [JSON.stringify(rows.slice(start, start + CHUNK))],
    );
  }
}

/** One write under way at most: while the database works on it, the generator makes the next rows. */
export class WriteBehind {
  private pending: Promise<void> = Promise.resolve();
  private failure: unknown = null;

  async start(write: () => Promise<void>): Promise<void> {
    await this.settle();
    this.pending = write().catch((error: unknown) => {
      this.failure = error;
    });
  }

  /** Waits for the write under way. @throws what it failed with */
  async settle(): Promise<void> {
    await this.pending;
    if (this.failure !== null) throw this.failure;
  }
}

/** Gathers rows of one table and hands them on when there are enough. */
export class RowBuffer<Row extends object> {
  private rows: Row[] = [];

  constructor(
    private readonly db: Database,
    private readonly table: string,
    private readonly columns: Columns<Row>,
    private readonly behind = new WriteBehind(),
  ) {}

  add(rows: readonly Row[]): void {
    for (const row of rows) this.rows.push(row);
  }

  get full(): boolean {
    return this.rows.length >= CHUNK;
  }

  async flush(): Promise<void> {
    const rows = this.rows;
    this.rows = [];
    await this.behind.start(() => writeRows(this.db, this.table, this.columns, rows));
  }
}
