import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

interface Ambient {
  manager: EntityManager;
  afterCommit: (() => void | Promise<void>)[];
}

const ambient = new AsyncLocalStorage<Ambient>();

/**
 * The way to the database. Inside `transaction` everything asked through `manager` or `query` belongs to it; nested
 * calls join the outer one. Never inject a TypeORM `Repository`: it would escape the transaction.
 */
@Injectable()
export class Database {
  constructor(readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return ambient.getStore()?.manager ?? this.dataSource.manager;
  }

  get inTransaction(): boolean {
    return ambient.getStore() !== undefined;
  }

  /** Rows of a statement; parameters as `$1`, `$2` … Dates come as text, bigint as number where safe. */
  async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const result = await this.manager.query<T[] | [T[], number]>(sql, parameters);
    return isCounted(result) ? result[0] : result;
  }

  /** The one row of a statement, or null. */
  async one<T>(sql: string, parameters: unknown[] = []): Promise<T | null> {
    return (await this.query<T>(sql, parameters))[0] ?? null;
  }

  /** Number of rows an UPDATE or DELETE touched. */
  async execute(sql: string, parameters: unknown[] = []): Promise<number> {
    const result = await this.manager.query<unknown>(sql, parameters);
    return Array.isArray(result) && typeof result[1] === 'number' ? result[1] : 0;
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (ambient.getStore()) return work();
    const afterCommit: Ambient['afterCommit'] = [];
    const result = await this.dataSource.transaction((manager) => ambient.run({ manager, afterCommit }, work));
    for (const action of afterCommit) await action();
    return result;
  }

  /** Runs once the surrounding transaction has committed; at once when there is none. */
  async afterCommit(action: () => void | Promise<void>): Promise<void> {
    const store = ambient.getStore();
    if (store) store.afterCommit.push(action);
    else await action();
  }
}

/** TypeORM answers UPDATE and DELETE as rows with their count. */
function isCounted<T>(result: T[] | [T[], number]): result is [T[], number] {
  return result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
}
