import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { IsoMonth } from '@ekinerja/contracts/basics';
import { GovernmentService } from '../government/government.service.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { exampleFolder, presenceFileName } from './presence-file.js';

/** The files that go with generated data, for the person who tries the import. */
@Injectable()
export class DemoFilesService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly government: GovernmentService,
  ) {}

  /** @throws DomainError `not-found` where the data is real, or the generator wrote no file for that month */
  async presenceFile(month: IsoMonth): Promise<{ name: string; content: Buffer }> {
    const { demo } = await this.government.profile();
    const name = presenceFileName(month);
    if (!demo) throw new DomainError('not-found', { month });
    try {
      return { name, content: await readFile(join(exampleFolder(this.config.dataDir), name)) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new DomainError('not-found', { month });
      throw error;
    }
  }
}
