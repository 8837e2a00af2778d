import { join } from 'node:path';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { Clock } from './clock.js';
import type { Config } from './config.js';
import { Database } from './database/database.js';
import { Outbox } from './jobs/outbox.js';
import { Hold } from './jobs/hold.js';
import { WorkQueue } from './jobs/work-queue.js';
import { ScheduledWork } from './jobs/scheduled.js';
import { FileStorage } from './storage/file-storage.js';

export const CONFIG = Symbol('config');

/** What every feature stands on. Knows no feature. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, dataSource: DataSource): DynamicModule {
    return {
      module: PlatformModule,
      imports: [ScheduleModule.forRoot()],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: DataSource, useValue: dataSource },
        { provide: Clock, useValue: new Clock(config.clockStart) },
        Database,
        Hold,
        WorkQueue,
        Outbox,
        ScheduledWork,
        {
          provide: FileStorage,
          useFactory: (db: Database, clock: Clock) => new FileStorage(join(config.dataDir, 'files'), db, clock),
          inject: [Database, Clock],
        },
      ],
      exports: [CONFIG, DataSource, Clock, Database, Hold, WorkQueue, Outbox, ScheduledWork, FileStorage],
    };
  }
}
