import { Injectable } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { DeliverReportRequest, DrawReportRequest, OversightReport, PublishedReport, PublishReportRequest, RedrawReportRequest } from '@ekinerja/contracts/oversight';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { checkDelivery, checkPublication, isOpenToAll, reportPeriods, reportRoute, type ReportPeriod } from '@ekinerja/regulations/oversight';
import { kindsWithSkp } from '@ekinerja/regulations/skp-flow';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Upload } from '../platform/http/upload.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { OversightReportsRepository, type StoredReport } from './oversight-reports.repository.js';
import { StagesRepository } from './stages.repository.js';

/** Reports of monitoring and use of the data: drawn up with figures, delivered along their route, shown to the public (KS 24(3), 27–29). */
@Injectable()
export class OversightReportsService {
  constructor(
    private readonly db: Database,
    private readonly repository: OversightReportsRepository,
    private readonly stages: StagesRepository,
    private readonly regulations: RegulationsService,
    private readonly files: FileStorage,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, year: number): Promise<{ periods: ReportPeriod[]; reports: OversightReport[] }> {
    const law = await this.regulations.lawOn(actor.today);
    const rows = await this.repository.list(year);
    return { periods: reportPeriods(law, year).periods, reports: await Promise.all(rows.map((row) => this.view(row))) };
  }

  async get(id: Uuid): Promise<OversightReport> {
    return this.view(await this.stored(id));
  }

  /** The figures as they stand now are kept with it; a period that still runs has no report. */
  async draw(actor: Actor, request: DrawReportRequest, file: Upload | null = null): Promise<OversightReport> {
    const law = await this.regulations.lawOn(actor.today);
    const { periods, cite } = reportPeriods(law, Number(request.period.slice(0, 4)));
    const period = periods.find(({ code }) => code === request.period);
    if (!period) throw refusedByRule({ code: 'oversight.no-such-period', params: { periods: periods.map(({ code }) => code).join(', ') }, cite });
    if (actor.today <= lastDay(period.to)) throw refusedByRule({ code: 'oversight.period-runs', params: { until: lastDay(period.to) }, cite });
    return this.db.transaction(async () => {
      const stored = file && (await this.files.store({ ...file, storedBy: actor.accountId }));
      const figures = await this.figuresOf(period);
      const id = await this.repository.insert({ ...request, ...period, figures, fileId: stored?.id ?? null, at: this.clock.now(), accountId: actor.accountId });
      if (id === null) throw new DomainError('duplicate', { what: request.period });
      await this.audit.record({ actor, action: 'oversight-report.drawn', subjectType: 'oversight-report', subjectId: id, after: { ...request, figures } });
      return this.get(id);
    });
  }

  /** The paper that the ICT agency handed in (KS 28(2)). */
  async file(actor: Actor, id: Uuid): Promise<{ name: string; mediaType: string; content: Buffer }> {
    const fileId = await this.repository.fileOf(id);
    const stored = fileId && (await this.files.read(fileId));
    if (!stored) throw new DomainError('not-found');
    await this.audit.logRead(actor, 'oversight-report.file', 'oversight-report', id);
    return { name: stored.file.name, mediaType: stored.file.mediaType, content: stored.content };
  }

  /** Figures and notes put right, while nobody has it yet. */
  async redraw(actor: Actor, id: Uuid, seen: number | null, { notes }: RedrawReportRequest): Promise<OversightReport> {
    return this.db.transaction(async () => {
      const row = await this.locked(id, seen);
      if (row.deliveries.length > 0 || row.published) throw refusedByRule({ code: 'oversight.out', params: {} });
      const figures = await this.figuresOf(row);
      await this.repository.redraw(id, notes, figures, this.clock.now(), actor.accountId);
      await this.audit.record({ actor, action: 'oversight-report.redrawn', subjectType: 'oversight-report', subjectId: id, before: { notes: row.notes, figures: row.figures }, after: { notes, figures } });
      return this.get(id);
    });
  }

  /** Each step of the route with its day, in order: KS 27(2)–(3) the regent first, 24(3) through the head of the agency. */
  async deliver(actor: Actor, id: Uuid, seen: number | null, request: DeliverReportRequest): Promise<OversightReport> {
    return this.db.transaction(async () => {
      const row = await this.locked(id, seen);
      if (request.deliveredOn > actor.today) throw new DomainError('validation-failed', {}, { fields: [{ field: 'deliveredOn', rule: 'notAfterToday' }] });
      const law = await this.regulations.lawOn(lastDay(row.to));
      const refusal = checkDelivery(law, row.kind, row.deliveries.map(({ receiver }) => receiver), request.receiver);
      if (refusal) throw refusedByRule(refusal);
      await this.repository.deliver(id, request, this.clock.now(), actor.accountId);
      await this.audit.record({ actor, action: 'oversight-report.delivered', subjectType: 'oversight-report', subjectId: id, after: request });
      return this.get(id);
    });
  }

  async publish(actor: Actor, id: Uuid, seen: number | null, { medium }: PublishReportRequest): Promise<OversightReport> {
    return this.db.transaction(async () => {
      const row = await this.locked(id, seen);
      const refusal = checkPublication(await this.regulations.lawOn(lastDay(row.to)), row.kind, row.deliveries.map(({ receiver }) => receiver));
      if (refusal) throw refusedByRule(refusal);
      await this.repository.publish(id, medium, this.clock.now());
      await this.audit.record({ actor, action: 'oversight-report.published', subjectType: 'oversight-report', subjectId: id, after: { medium } });
      return this.get(id);
    });
  }

  /** KS 29: anybody's where the setting says so; sums alone. */
  async published(signedIn: boolean): Promise<PublishedReport[]> {
    if (!signedIn && !isOpenToAll(await this.regulations.lawOn(this.clock.today()))) throw new DomainError('sign-in-required');
    const rows = await this.repository.published();
    return rows.map(({ figures, ...row }) => {
      const { net: _net, requests: _requests, reads: _reads, ...sums } = figures;
      return { ...row, figures: sums };
    });
  }

  private async figuresOf({ from, to }: { from: IsoMonth; to: IsoMonth }) {
    return this.stages.figures({ from: firstDay(from), to: lastDay(to), monthFrom: from, monthTo: to, kinds: kindsWithSkp(await this.regulations.law(), lastDay(to)) });
  }

  private async locked(id: Uuid, seen: number | null): Promise<StoredReport> {
    const row = await this.repository.lock(id);
    if (!row) throw new DomainError('not-found');
    requireVersion(seen, row, await this.view(row));
    return row;
  }

  private async stored(id: Uuid): Promise<StoredReport> {
    const row = await this.repository.find(id);
    if (!row) throw new DomainError('not-found');
    return row;
  }

  private async view(row: StoredReport): Promise<OversightReport> {
    const { receivers, cite } = reportRoute(await this.regulations.lawOn(lastDay(row.to)), row.kind);
    const next = receivers.find((receiver) => !row.deliveries.some((one) => one.receiver === receiver)) ?? null;
    return { ...row, next, routeCite: cite };
  }
}
