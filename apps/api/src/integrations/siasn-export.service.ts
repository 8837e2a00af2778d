import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import { SIASN_ANNUAL_FIELDS, SIASN_PERIODIC_FIELDS, type SiasnOverview, type SiasnRecord, type SiasnResultsQuery, type SiasnSkipped } from '@ekinerja/contracts/siasn';
import ExcelJS from 'exceljs';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { siasnRecord } from './siasn-record.js';
import { SiasnResultsRepository, type ResultRow } from './siasn-results.repository.js';

const TASK = 'siasn.send';
const AT_ONCE = 20;
const TIMEOUT_MS = 20_000;
const PATHS: Record<EvaluationKind, string> = { periodic: 'apisiasn/1.0/kinerjaperiodik/save', annual: 'apisiasn/1.0/skp22/save' };
const MONTHS = { monthly: 1, quarterly: 3, semesterly: 6, yearly: 12 } as const;

interface Built {
  row: ResultRow;
  record: SiasnRecord;
}

/** TL 36(4): periodic and annual results for the national staffing platform, as a file or, where it is connected, sent. */
@Injectable()
export class SiasnExportService implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly results: SiasnResultsRepository,
    private readonly regulations: RegulationsService,
    private readonly work: WorkQueue,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): void {
    this.work.define<{ ids: Uuid[]; kind: EvaluationKind }>(TASK, ({ ids, kind }) => this.deliver(ids, kind));
  }

  async overview({ kind, month }: SiasnResultsQuery): Promise<SiasnOverview> {
    const { built, skipped } = await this.build(kind, await this.results.results({ kind, month }));
    const now = new Map(built.map(({ row }) => [`${row.evaluationId} ${row.version}`, row.personName]));
    const deliveries = (await this.results.deliveries(built.map(({ row }) => row.evaluationId))).filter((one) => now.has(`${one.evaluationId} ${one.version}`));
    return {
      kind, month, records: built.length, skipped, connected: this.config.siasn !== null,
      waiting: deliveries.filter(({ status }) => status === 'waiting').length, sent: deliveries.filter(({ status }) => status === 'sent').length,
      failed: deliveries.filter(({ status }) => status === 'failed').map((one) => ({ personName: now.get(`${one.evaluationId} ${one.version}`)!, answer: one.answer ?? '', at: one.at.toISOString() })),
    };
  }

  async json(actor: Actor, { kind, month }: SiasnResultsQuery): Promise<Buffer> {
    return Buffer.from(JSON.stringify((await this.takeOut(actor, kind, month)).map(({ record }) => record), null, 2));
  }

  async workbook(actor: Actor, { kind, month }: SiasnResultsQuery): Promise<Buffer> {
    const fields: readonly string[] = kind === 'annual' ? SIASN_ANNUAL_FIELDS : SIASN_PERIODIC_FIELDS;
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet(kind === 'annual' ? 'rw_skp22' : 'kinerjaperiodik', { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.addRow(fields).font = { bold: true };
    for (const { record } of await this.takeOut(actor, kind, month)) sheet.addRow(fields.map((field) => record[field]));
    return Buffer.from(await workbook.xlsx.writeBuffer());
  }

  /** Queues what has not been sent in its present version. @throws DomainError `not-connected` where SIASN is not connected */
  async send(actor: Actor, { kind, month }: SiasnResultsQuery): Promise<SiasnOverview> {
    if (!this.config.siasn) throw new DomainError('not-connected', { source: 'siasn' });
    await this.db.transaction(async () => {
      const { built } = await this.build(kind, await this.results.results({ kind, month }));
      const ids = await this.results.ask(built.map(({ row }) => row), actor.accountId, this.clock.now());
      for (let start = 0; start < ids.length; start += AT_ONCE) await this.work.add(TASK, { ids: ids.slice(start, start + AT_ONCE), kind }, { queue: TASK });
      await this.audit.logReadOf(actor, built.map(({ row }) => row.employmentId));
      await this.audit.record({ actor, action: 'siasn.sending-asked', subjectType: 'siasn', subjectId: `${kind} ${month}`, after: { results: built.length, queued: ids.length } });
    });
    return this.overview({ kind, month });
  }

  private async takeOut(actor: Actor, kind: EvaluationKind, month: string): Promise<Built[]> {
    const { built } = await this.build(kind, await this.results.results({ kind, month }));
    await this.audit.logReadOf(actor, built.map(({ row }) => row.employmentId));
    return built;
  }

  private async build(kind: EvaluationKind, rows: ResultRow[]): Promise<{ built: Built[]; skipped: SiasnSkipped[] }> {
    const built: Built[] = [];
    const skipped: SiasnSkipped[] = [];
    for (const row of rows) {
      const law = await this.regulations.lawOn(`${row.month}-01`);
      const months = MONTHS[law.performance.rules.evaluation.period];
      const record = siasnRecord({ ...row, kind, months });
      if (typeof record === 'string') skipped.push({ personName: row.personName, nip: row.nip, reason: record });
      else built.push({ row, record });
    }
    return { built, skipped };
  }

  private async deliver(ids: Uuid[], kind: EvaluationKind): Promise<void> {
    const { built } = await this.build(kind, await this.results.results({ ids }));
    for (const { row, record } of built) {
      await this.db.transaction(async () => {
        if (!(await this.results.waiting(row.evaluationId, row.version))) return;
        const { ok, answer } = await this.post(PATHS[kind], record);
        await this.results.note(row.evaluationId, row.version, ok ? 'sent' : 'failed', answer, this.clock.now());
      });
    }
  }

  private async post(path: string, record: SiasnRecord): Promise<{ ok: boolean; answer: string }> {
    const { url, token } = this.config.siasn!;
    try {
      const response = await fetch(`${url}/${path}`, {
        method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(record), redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return { ok: response.ok, answer: `${response.status} ${await response.text()}` };
    } catch (error) {
      return { ok: false, answer: error instanceof Error ? error.message : String(error) };
    }
  }
}
