import { Injectable } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { DeliverReportRequest, DrawReportRequest, OversightFigures, OversightReport, PublishedReport } from '@ekinerja/contracts/oversight';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { dayOf } from '../platform/database/day-of.js';

export type StoredReport = Omit<OversightReport, 'next' | 'routeCite'>;

const REPORT = `SELECT r.id, r.kind, r.period, r.month_from AS "from", r.month_to AS "to", r.notes, r.figures, r.drawn_at AS "drawnAt", account_display_name(r.drawn_by) AS "drawnBy",
    coalesce((SELECT jsonb_agg(jsonb_build_object('receiver', d.receiver, 'deliveredOn', d.delivered_on, 'recordedBy', account_display_name(d.recorded_by)) ORDER BY d.recorded_at)
      FROM oversight_delivery d WHERE d.report_id = r.id), '[]') AS deliveries,
    CASE WHEN r.published_at IS NULL THEN NULL ELSE jsonb_build_object('on', ${dayOf('r.published_at', '$1')}, 'medium', r.published_medium) END AS published,
    r.file_id IS NOT NULL AS "hasFile", r.version
  FROM oversight_report r`;

@Injectable()
export class OversightReportsRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(year: number): Promise<StoredReport[]> {
    return this.db.query(`${REPORT} WHERE left(r.period, 4) = $2 ORDER BY r.period DESC, r.kind`, [this.clock.timeZone, String(year)]);
  }

  find(id: Uuid): Promise<StoredReport | null> {
    return this.db.one(`${REPORT} WHERE r.id = $2`, [this.clock.timeZone, id]);
  }

  lock(id: Uuid): Promise<StoredReport | null> {
    return this.db.one(`${REPORT} WHERE r.id = $2 FOR UPDATE OF r`, [this.clock.timeZone, id]);
  }

  /** @returns null when that period has its report already */
  async insert(report: DrawReportRequest & { from: IsoMonth; to: IsoMonth; figures: OversightFigures; fileId: Uuid | null; at: Date; accountId: Uuid }): Promise<Uuid | null> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO oversight_report (kind, period, month_from, month_to, notes, figures, file_id, drawn_at, drawn_by) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)
       ON CONFLICT (kind, period) DO NOTHING RETURNING id`,
      [report.kind, report.period, report.from, report.to, report.notes, JSON.stringify(report.figures), report.fileId, report.at, report.accountId],
    );
    return row?.id ?? null;
  }

  async fileOf(id: Uuid): Promise<Uuid | null> {
    return (await this.db.one<{ fileId: Uuid | null }>(`SELECT file_id AS "fileId" FROM oversight_report WHERE id = $1`, [id]))?.fileId ?? null;
  }

  async redraw(id: Uuid, notes: string, figures: OversightFigures, at: Date, accountId: Uuid): Promise<void> {
    await this.db.execute(`UPDATE oversight_report SET notes = $2, figures = $3, drawn_at = $4, drawn_by = $5, version = version + 1 WHERE id = $1`, [
      id, notes, JSON.stringify(figures), at, accountId,
    ]);
  }

  async deliver(id: Uuid, { receiver, deliveredOn }: DeliverReportRequest, at: Date, accountId: Uuid): Promise<void> {
    await this.db.query(`INSERT INTO oversight_delivery (report_id, receiver, delivered_on, recorded_at, recorded_by) VALUES ($1,$2,$3,$4,$5)`, [id, receiver, deliveredOn, at, accountId]);
    await this.db.execute(`UPDATE oversight_report SET version = version + 1 WHERE id = $1`, [id]);
  }

  async publish(id: Uuid, medium: string | null, at: Date): Promise<void> {
    await this.db.execute(`UPDATE oversight_report SET published_at = $2, published_medium = $3, version = version + 1 WHERE id = $1`, [id, at, medium]);
  }

  published(): Promise<(Omit<PublishedReport, 'figures'> & { figures: OversightFigures })[]> {
    return this.db.query(
      `SELECT period, kind, ${dayOf('published_at', '$1')} AS "publishedOn", published_medium AS medium, figures FROM oversight_report WHERE published_at IS NOT NULL ORDER BY period DESC, kind LIMIT 40`,
      [this.clock.timeZone],
    );
  }
}
