import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SimulationUnit } from '@ekinerja/contracts/pay-simulations';
import { Clock } from '../platform/clock.js';
import { Hold } from '../platform/jobs/hold.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { DraftsService } from '../regulations/drafts.service.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SimulationEngine, type Supposition } from './simulation-engine.js';
import { addEffects, NO_EFFECT, sumEffects } from './simulation-sums.js';
import { SimulationsRepository, type SimulationRecord } from './simulations.repository.js';

const TASK = 'tpp.simulate';
const ATTEMPTS = 3;

/** The queued part of a simulation: unit by unit, whoever watches. It begins anew after a crash. */
@Injectable()
export class SimulationWorkService implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('Simulation');

  constructor(
    private readonly held: Hold,
    private readonly repository: SimulationsRepository,
    private readonly engine: SimulationEngine,
    private readonly regulations: RegulationsService,
    private readonly drafts: DraftsService,
    private readonly queue: WorkQueue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queue.define<{ id: Uuid }>(TASK, ({ id }) => this.work(id));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.resume();
  }

  async add(id: Uuid): Promise<void> {
    await this.queue.add(TASK, { id }, { key: `${TASK}:${id}`, attempts: ATTEMPTS });
  }

  /** Work whose process died goes on here; the queue alone would wait hours before it believes so. */
  @Cron('*/20 * * * * *')
  async resume(): Promise<void> {
    for (const id of await this.repository.unfinished()) {
      if (await this.held.run(`pay-simulation:${id}`, () => Promise.resolve())) await this.add(id);
    }
  }

  /** What a simulation asks, by the law of the moment it was asked in. */
  async suppositionOf({ month, input }: SimulationRecord): Promise<Supposition> {
    const enacted = (await this.regulations.enacted()).upTo(input.enacted);
    return this.engine.supposition(month, input, await this.drafts.documentsOf(input.drafts, enacted), enacted);
  }

  private async work(id: Uuid): Promise<void> {
    await this.held.run(`pay-simulation:${id}`, async () => {
      const record = await this.repository.find(id);
      if (record?.status !== 'queued' && record?.status !== 'running') return;
      try {
        await this.run(record);
      } catch (error) {
        this.logger.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        const problem = error instanceof DomainError ? error.params.problem : undefined;
        await this.repository.fail(id, typeof problem === 'string' ? problem : '', this.clock.now());
      }
    });
  }

  private async run(record: SimulationRecord): Promise<void> {
    const { id, month, input } = record;
    await this.repository.begin(id);
    const supposition = await this.suppositionOf(record);
    const skpds = await this.repository.skpdsOf(month, input.skpdIds);
    const units: SimulationUnit[] = [];
    for (const [index, skpd] of skpds.entries()) {
      const effects = await this.engine.unit(supposition, skpd.skpdId);
      await this.repository.insertEffects(id, effects);
      if (effects.length > 0) units.push({ ...skpd, ...sumEffects(effects) });
      await this.repository.progress(id, ((index + 1) / skpds.length) * 99);
    }
    const totals = units.reduce((sum, { skpdId: _id, skpdName: _name, ...unit }) => addEffects(sum, unit), NO_EFFECT);
    await this.repository.finish(id, { totals, units, documents: supposition.documents.map(({ id: documentId, title }) => ({ id: documentId, title })) }, this.clock.now());
  }
}
