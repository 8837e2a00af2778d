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

/** Gathers rows of one table from many places and writes them when there are enough. */
export class RowBuffer<Row extends object> {
  private rows: Row[] = [];
  count = 0;

  constructor(
    private readonly db: Database,
    private readonly table: string,
    private readonly columns: Columns<Row>,
  ) {}

  async add(rows: readonly Row[]): Promise<void> {
    for (const row of rows) this.rows.push(row);
    this.count += rows.length;
    if (this.rows.length >= CHUNK) await this.flush();
  }

  /** Keeps rows back until somebody flushes. */
  hold(rows: readonly Row[]): void {
    for (const row of rows) this.rows.push(row);
    this.count += rows.length;
  }

  get pending(): number {
    return this.rows.length;
  }

  async flush(): Promise<void> {
    const rows = this.rows;
    this.rows = [];
    await writeRows(this.db, this.table, this.columns, rows);
  }
}
