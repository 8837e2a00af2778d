import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { ScheduledWork } from '../platform/jobs/scheduled.js';
import { ActivityLapseService } from './activity-lapse.service.js';
import { ActivityRerouteService } from './activity-reroute.service.js';
import { OpenEntriesRepository } from './open-entries.repository.js';

const LAPSE_SECONDS = 300;
const REROUTE_SECONDS = 3600;

@Injectable()
export class ActivitiesJobs {
  constructor(
    private readonly scheduled: ScheduledWork,
    private readonly lapse: ActivityLapseService,
    private readonly rerouting: ActivityRerouteService,
    private readonly open: OpenEntriesRepository,
  ) {}

  @Cron('10 */5 * * * *')
  async approveLapsed(): Promise<void> {
    await this.scheduled.once('activities.lapse', LAPSE_SECONDS, async () => {
      await this.lapse.approveLapsed();
    });
  }

  /** Once for each change of the organisation, and hourly because terms begin and end by themselves. */
  @Cron('40 * * * * *')
  async reroute(): Promise<void> {
    const version = await this.open.organisationVersion();
    await this.scheduled.once(`activities.reroute:${version}`, REROUTE_SECONDS, async () => {
      await this.rerouting.reroute();
    });
  }
}
