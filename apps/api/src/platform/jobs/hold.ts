import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** Work that one process does at a time, over all replicas; the hold ends with the process, however that ends. */
@Injectable()
export class Hold {
  constructor(private readonly db: Database) {}

  /** @returns whether the hold was had */
  async run(key: string, work: () => Promise<void>): Promise<boolean> {
    const connection = this.db.dataSource.createQueryRunner();
    try {
      await connection.connect();
      const [{ held }] = (await connection.query(`SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held`, [key])) as [{ held: boolean }];
      if (!held) return false;
      try {
        await work();
      } finally {
        await connection.query(`SELECT pg_advisory_unlock(hashtextextended($1, 0))`, [key]);
      }
      return true;
    } finally {
      await connection.release();
    }
  }
}
