import { Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

const EVERY_MS = 300;

/** One import under way in this process: the only one at it, with a connection of its own that others see at once. */
export class ImportDesk {
  private lastAt = 0;
  private last = '';

  constructor(
    private readonly connection: QueryRunner,
    private readonly id: Uuid,
  ) {}

  /** Tells how far the work is; outside its transaction, so that it shows before the commit. */
  async progress(stage: string, percent: number): Promise<void> {
    const now = Date.now();
    if (stage === this.last && now - this.lastAt < EVERY_MS) return;
    this.last = stage;
    this.lastAt = now;
    await this.connection.query(`UPDATE workbook_import SET stage = $2, percent = greatest(percent, $3) WHERE id = $1`, [this.id, stage, Math.round(percent)]);
  }
}

/** Lets one process at a time work on an import. The hold ends with the process, however that ends. */
@Injectable()
export class ImportDesks {
  constructor(private readonly db: Database) {}

  /** @returns whether the work was done here; false while somebody else is at it. */
  async hold(id: Uuid, work: (desk: ImportDesk) => Promise<void>): Promise<boolean> {
    const connection = this.db.dataSource.createQueryRunner();
    try {
      await connection.connect();
      const [{ held }] = (await connection.query(`SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held`, [`workbook-import:${id}`])) as [{ held: boolean }];
      if (!held) return false;
      try {
        await work(new ImportDesk(connection, id));
      } finally {
        await connection.query(`SELECT pg_advisory_unlock(hashtextextended($1, 0))`, [`workbook-import:${id}`]);
      }
      return true;
    } finally {
      await connection.release();
    }
  }
}
