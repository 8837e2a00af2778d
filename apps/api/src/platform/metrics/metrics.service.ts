import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { derivedKey, type Config } from '../config.js';
import { CONFIG } from '../platform.module.js';
import { Database } from '../database/database.js';
import { DomainError } from '../problem/domain.error.js';

const DURATIONS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What an operator watches, in the text form of Prometheus. Routes by their pattern: no id, no name, no personal value. */
@Injectable()
export class MetricsService {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;

  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry, prefix: 'ekinerja_' });
    this.requests = new Histogram({
      name: 'ekinerja_http_request_seconds', help: 'Lama jawaban API', labelNames: ['method', 'route', 'status'], buckets: DURATIONS, registers,
    });
    this.gaugeOf('ekinerja_jobs_waiting', 'Pekerjaan antrean yang belum dikerjakan', `SELECT count(*)::int AS value FROM graphile_worker._private_jobs WHERE locked_at IS NULL AND attempts < max_attempts`);
    this.gaugeOf('ekinerja_jobs_given_up', 'Pekerjaan antrean yang gagal sampai batas percobaan', `SELECT count(*)::int AS value FROM graphile_worker._private_jobs WHERE attempts >= max_attempts`);
    this.gaugeOf('ekinerja_database_connections', 'Sambungan ke basis data ini', `SELECT count(*)::int AS value FROM pg_stat_activity WHERE datname = current_database()`);
  }

  note(request: FastifyRequest, reply: FastifyReply): void {
    const route = request.routeOptions.url ?? 'none';
    if (!route.startsWith('/api/')) return;
    this.requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  }

  /** @throws DomainError `not-found` unless metrics are on and the token is theirs */
  async read(authorization: string | undefined): Promise<string> {
    const { metricsToken } = this.config;
    if (metricsToken === null || !isSame(authorization ?? '', `Bearer ${metricsToken}`)) throw new DomainError('not-found');
    return this.registry.metrics();
  }

  private gaugeOf(name: string, help: string, sql: string): void {
    const { db } = this;
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set((await db.one<{ value: number }>(sql).catch(() => null))?.value ?? Number.NaN);
      },
    });
  }
}

/** Compared by their digests: neither content nor length shows in the time it takes. */
function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(derivedKey(given, 'metrics'), derivedKey(wanted, 'metrics'));
}
