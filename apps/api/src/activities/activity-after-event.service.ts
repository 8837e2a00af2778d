import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventEffect } from '@ekinerja/contracts/employment-events';
import { OpenDecisionsService } from '../auth/open-decisions.service.js';
import { effectOf, EventEffectsService } from '../employees/event-effects.service.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { ActivityRerouteService } from './activity-reroute.service.js';

/** Entries that wait when somebody moves or leaves go to whoever evaluates their day; decided ones never move. */
@Injectable()
export class ActivityAfterEventService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly effects: EventEffectsService,
    private readonly rerouting: ActivityRerouteService,
    private readonly outbox: Outbox,
    private readonly decisions: OpenDecisionsService,
  ) {}

  onModuleInit(): void {
    this.decisions.contribute(
      async (employmentId) => (await this.db.one(`SELECT 1 FROM activity WHERE evaluator_employment_id = $1 AND status = 'submitted' LIMIT 1`, [employmentId])) !== null,
    );
    this.effects.contribute(async ({ employmentId, from, movesPost }) => {
      if (!movesPost) return [];
      const open = await this.db.one<{ own: number; theirs: number }>(
        `SELECT count(*) FILTER (WHERE employment_id = $1 AND date >= $2)::int AS own,
                count(*) FILTER (WHERE evaluator_employment_id = $1)::int AS theirs
         FROM activity WHERE status = 'submitted' AND (employment_id = $1 OR evaluator_employment_id = $1)`,
        [employmentId, from],
      );
      const effects: EventEffect[] = [];
      if (open && open.own > 0) effects.push(effectOf('activities', 'activities.own-waiting', { count: open.own, from }));
      if (open && open.theirs > 0) effects.push(effectOf('activities', 'activities.of-others', { count: open.theirs }));
      return effects;
    });
    this.outbox.subscribe('employment.changed', 'activities.reroute', async ({ movesPost, instead }) => {
      if (movesPost || instead?.movesPost) await this.rerouting.reroute();
    });
  }
}
