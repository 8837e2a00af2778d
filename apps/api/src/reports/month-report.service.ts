import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { MissingReportItem } from '@ekinerja/contracts/month-reports';
import { lastDay, localDate, monthOf } from '@ekinerja/regulations/dates';
import { ActivityMonthService } from '../activities/activity-month.service.js';
import { AuditService } from '../audit/audit.service.js';
import { DocumentsService, type IssuedDocument } from '../documents/documents.service.js';
import { GovernmentService } from '../government/government.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { fileWord } from './indonesian.js';
import { MONTH_REPORT_TITLE, monthReportPaper, type MonthReport } from './month-report-paper.js';
import { MONTH_REPORT, MonthReportRepository } from './month-report.repository.js';
import type { MissingReportsQuery } from './month-report.dto.js';
import { qrSvg } from './qr-code.js';
import type { ReportFile } from './reports.service.js';
import { TypstService } from './typst.service.js';

const PDF = 'application/pdf';

/** BK 7(2): everyone prints the month's report for the direct superior's signature; who has not is listed. */
@Injectable()
export class MonthReportService {
  constructor(
    private readonly db: Database,
    private readonly repository: MonthReportRepository,
    private readonly activities: ActivityMonthService,
    private readonly organisation: OrganisationService,
    private readonly periods: PeriodsService,
    private readonly government: GovernmentService,
    private readonly documents: DocumentsService,
    private readonly typst: TypstService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One's own report; a draft while the month runs. Printed again unchanged it is the same paper, else a new one. */
  async mine(actor: Actor, month: IsoMonth): Promise<ReportFile> {
    const { employmentId } = actor;
    if (employmentId === null) throw new DomainError('permission-denied');
    if (month > monthOf(actor.today)) throw new DomainError('month-not-over', { month });
    const skpdId = await this.periods.skpdOfMonth(employmentId, month);
    if (skpdId === null) throw new DomainError('not-found');
    const report = await this.reportOf(actor, employmentId, skpdId, month);
    const fileName = `laporan-bulanan-${month}-${fileWord(report.owner.name)}.pdf`;
    if (actor.today <= lastDay(month)) {
      return {
        name: `draf-${fileName}`,
        mediaType: PDF,
        content: this.typst.pdf('month-report', monthReportPaper(report, actor.today, null)),
      };
    }
    return this.db.transaction(async () => {
      const subjectId = `${employmentId}/${month}`;
      await this.db.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [
        `issue:${MONTH_REPORT.kind}:${subjectId}`,
      ]);
      const known = await this.documents.current(MONTH_REPORT.kind, MONTH_REPORT.subjectType, subjectId);
      if (known && (await this.stillSays(known, report))) return this.fileOf(known);
      const { number, verifyCode } = await this.documents.reserve('LAP-KIN', Number(actor.today.slice(0, 4)));
      const content = await this.print(report, number, verifyCode, actor.today);
      const title = `${MONTH_REPORT_TITLE} ${month} – ${report.owner.name}`;
      const issued = await this.documents.issue({
        ...MONTH_REPORT,
        subjectId,
        number,
        title,
        unitId: skpdId,
        verifyCode,
        content,
        fileName,
        mediaType: PDF,
        actor,
      });
      return this.fileOf(issued);
    });
  }

  async missing(actor: Actor, query: MissingReportsQuery): Promise<Page<MissingReportItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const scope = reach(actor, ['superadmin', 'auditor', 'unit-admin', 'unit-head']);
    const skpdIds =
      query.skpdId === undefined
        ? scope
        : scope === null || scope.includes(query.skpdId)
          ? [query.skpdId]
          : [];
    await this.audit.logRead(actor, 'month-reports.missing', 'month', query.month);
    const rows = await this.repository.missing({
      day: lastDay(query.month),
      skpdIds,
      after: after && { name: after[0], id: after[1] },
      limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.employmentId]);
    return { ...page, items: page.items.map(({ sortName: _, ...item }) => item) };
  }

  private async reportOf(
    actor: Actor,
    employmentId: Uuid,
    skpdId: Uuid,
    month: IsoMonth,
  ): Promise<MonthReport> {
    const end = lastDay(month);
    const day = end < actor.today ? end : actor.today;
    const { evaluator } = await this.organisation.evaluatorOn(employmentId, day);
    const { activities, acceptedMinutes } = await this.activities.mine(actor, month);
    return {
      month,
      activities,
      acceptedMinutes,
      government: (await this.government.profile()).name,
      skpdName: (await this.organisation.onDate(day)).units.get(skpdId)?.name ?? '',
      owner: await this.organisation.snapshotOf(employmentId, day),
      superior: evaluator && (await this.organisation.snapshotOf(evaluator.employmentId, day)),
    };
  }

  /** Papers are set the same from the same data, so that the known one is compared by printing it again. */
  private async stillSays(known: IssuedDocument, report: MonthReport): Promise<boolean> {
    const again = await this.print(
      report,
      known.number,
      known.verifyCode,
      localDate(known.issuedAt, this.clock.timeZone),
    );
    return createHash('sha256').update(again).digest('hex') === known.contentHash;
  }

  private async print(
    report: MonthReport,
    number: string,
    verifyCode: string,
    printedOn: string,
  ): Promise<Buffer> {
    const verifyUrl = `${this.config.publicUrl}/verifikasi/${verifyCode}`;
    return this.typst.pdf(
      'month-report',
      monthReportPaper(report, printedOn, { number, verifyUrl, qr: await qrSvg(verifyUrl) }),
    );
  }

  private async fileOf(document: IssuedDocument): Promise<ReportFile> {
    return {
      name: document.fileName,
      mediaType: document.mediaType,
      content: await this.documents.contentOf(document),
    };
  }
}
