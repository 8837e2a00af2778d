import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Outbox } from '../platform/jobs/outbox.js';
import { ScheduledWork } from '../platform/jobs/scheduled.js';
import { ObjectionTiersService } from './objection-tiers.service.js';

const HOUR_SECONDS = 3600;

/** Limits pass and terms begin and end by themselves: hourly, and after each change of the organisation. */
@Injectable()
export class ObjectionsJobs implements OnModuleInit {
  constructor(
    private readonly scheduled: ScheduledWork,
    private readonly tiers: ObjectionTiersService,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe('organisation.changed', 'objections.tiers', () => this.tiers.refreshAll());
  }

  @Cron('20 5 * * * *')
  async pass(): Promise<void> {
    await this.scheduled.once('objections.pass', HOUR_SECONDS, () => this.tiers.refreshAll());
  }
}
