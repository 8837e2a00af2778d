import { Inject, Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { PAY_PAPERS } from '@ekinerja/contracts/pay-papers';
import type { PrintKind } from '@ekinerja/contracts/pay-prints';
import { lastDay, localDate } from '@ekinerja/regulations/dates';
import { ActivitiesService } from '../activities/activities.service.js';
import { DocumentsService } from '../documents/documents.service.js';
import { GovernmentService } from '../government/government.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import type { PrintableUnit } from '../tpp/pay-run-view.service.js';
import type { PaySheet } from '../tpp/pay-sheet.service.js';
import { PayslipsService, type SlipOfUnit } from '../tpp/payslips.service.js';
import { dateParts, fileWord, monthText } from './indonesian.js';
import { MONTH_REPORT_TITLE, monthReportPaper } from './month-report-paper.js';
import { PayPapersService } from './pay-papers.service.js';
import { qrSvg } from './qr-code.js';
import type { Seal } from './recap-paper.js';
import { PDF, ReportsService, type ReportFile } from './reports.service.js';
import { SLIP_TITLE, slipPaper } from './slip-paper.js';
import { TypstService } from './typst.service.js';

export type SetFile = ReportFile & { pages: number; storedId: Uuid | null };

/** One file to be set: so many people, or one paper. */
export interface PrintPart {
  part: string;
  people: number;
  /** `storedId`: the register keeps the file already. */
  set: () => Promise<SetFile>;
}

/** People in one file: big enough to be fast, small enough to be printed and to show progress. */
const AT_ONCE = 40;

/** What the papers of many say: the same as each paper alone, under one number and QR a file. */
@Injectable()
export class PrintPapersService {
  constructor(
    private readonly payslips: PayslipsService,
    private readonly activities: ActivitiesService,
    private readonly organisation: OrganisationService,
    private readonly periods: PeriodsService,
    private readonly reports: ReportsService,
    private readonly papers: PayPapersService,
    private readonly government: GovernmentService,
    private readonly documents: DocumentsService,
    private readonly typst: TypstService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The files of one SKPD's month, each set when asked for. */
  async partsOf(kind: PrintKind, actor: Actor, unit: PrintableUnit): Promise<PrintPart[]> {
    if (kind === 'slips') return this.slips(actor, unit);
    if (kind === 'month-reports') return this.monthReports(actor, unit);
    return unit.status === 'closed' ? this.lists(actor, unit) : [];
  }

  private lists(actor: Actor, { runId, skpdId }: PrintableUnit): PrintPart[] {
    // One reading for the papers of an SKPD, let go with the last.
    let sheet: Promise<PaySheet> | null = null;
    let left = PAY_PAPERS.length;
    const letGo = () => {
      left -= 1;
      if (left === 0) sheet = null;
    };
    const part = (name: string, file: () => Promise<ReportFile>): PrintPart => ({ part: name, people: 1, set: async () => ({ ...(await file()), pages: 0, storedId: null }) });
    return [
      part('recap', () => this.reports.recapPdf(actor, runId, skpdId)),
      ...PAY_PAPERS.map((paper) => part(paper, async () => this.papers.paperOf(actor, await (sheet ??= this.papers.sheet(actor, runId, skpdId)), paper, 'pdf').finally(letGo))),
    ];
  }

  private async slips(actor: Actor, unit: PrintableUnit): Promise<PrintPart[]> {
    if (unit.status !== 'closed' || !unit.closedAt || !unit.totals) return [];
    const closedOn = localDate(unit.closedAt, this.clock.timeZone);
    const { name: government } = await this.government.profile();
    const sizes = chunks(Array.from({ length: unit.totals.employees })).map(({ length }) => length);
    // Read with the first of the unit's files and let go with the last: never the slips of all SKPDs at once.
    let slips: Promise<SlipOfUnit[]> | null = null;
    let left = sizes.length;
    return sizes.map((people, index) => ({
      part: partName(index), people,
      set: async () => {
        const some = (await (slips ??= this.payslips.ofUnit(unit))).slice(index * AT_ONCE, (index + 1) * AT_ONCE);
        left -= 1;
        if (left === 0) slips = null;
        return this.bundle(actor, unit, { kind: 'slip-bundle', part: partName(index), series: 'SLIP-TPP', template: 'slips', title: SLIP_TITLE, word: 'slip-tpp', government, on: closedOn },
          (seal) => some.map((slip) => slipPaper(slip, government, closedOn, seal)));
      },
    }));
  }

  private async monthReports(actor: Actor, unit: PrintableUnit): Promise<PrintPart[]> {
    const { month, skpdId } = unit;
    const day = lastDay(month);
    const { employments } = await this.organisation.onDate(day);
    const { name: government } = await this.government.profile();
    const people = [...(await this.periods.skpdsOfMonth(month))]
      .flatMap(([id, skpd]) => (skpd === skpdId && employments.get(id) && employments.get(id)?.kind !== 'non-asn' ? [{ id, name: employments.get(id)!.name }] : []))
      .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
    const today = this.clock.today();
    return chunks(people).map((some, index) => ({
      part: partName(index), people: some.length,
      set: async () => {
        const entries = await this.activities.reportedOf(month, some.map(({ id }) => id));
        const reports: Parameters<typeof monthReportPaper>[0][] = [];
        for (const { id } of some) {
          const { evaluator } = await this.organisation.evaluatorOn(id, day);
          const activities = entries.get(id) ?? [];
          reports.push({
            month, government, skpdName: unit.skpdName, owner: await this.organisation.snapshotOf(id, day), superior: evaluator && (await this.organisation.snapshotOf(evaluator.employmentId, day)),
            activities, acceptedMinutes: activities.reduce((sum, { status, minutes }) => sum + (status === 'accepted' ? minutes : 0), 0),
          });
        }
        return this.bundle(actor, unit, { kind: 'month-report-bundle', part: partName(index), series: 'LAP-KIN', template: 'month-reports', title: MONTH_REPORT_TITLE, word: 'laporan-bulanan', government, on: today },
          (seal) => reports.map((report) => monthReportPaper(report, today, seal)));
      },
    }));
  }

  /** One file of many papers, in the register as one document: its code says which SKPD and month, nobody's amount. */
  private async bundle(
    actor: Actor, unit: PrintableUnit,
    paper: { kind: string; part: string; series: string; template: 'slips' | 'month-reports'; title: string; word: string; government: string; on: IsoDate },
    papersOf: (seal: Seal) => object[],
  ): Promise<SetFile> {
    const { month, runId, skpdId, skpdName } = unit;
    const { number, verifyCode } = await this.documents.reserve(paper.series, Number(paper.on.slice(0, 4)));
    const verifyUrl = `${this.config.publicUrl}/verifikasi/${verifyCode}`;
    const papers = papersOf({ number, verifyUrl, qr: await qrSvg(verifyUrl) });
    const title = `${paper.title} ${month} – ${skpdName} (${papers.length} pegawai)`;
    const { content, pages } = await this.typst.set(paper.template, {
      title: `${paper.title} ${monthText(month)} – ${skpdName}`, government: `Pemerintah ${paper.government}`, documentDate: dateParts(paper.on), papers,
    });
    const name = `${paper.word}-${month}-${fileWord(skpdName)}-${paper.part}.pdf`;
    const { fileId } = await this.documents.issue({ kind: paper.kind, number, title, unitId: skpdId, subjectType: 'pay-run-unit', subjectId: `${runId}/${skpdId}/${paper.part}`, verifyCode, content, fileName: name, mediaType: PDF, actor });
    return { name, mediaType: PDF, content, pages, storedId: fileId };
  }
}

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, index) => all.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
}

const partName = (index: number): string => String(index + 1).padStart(3, '0');

/** The SKPD as the asker of the work reaches it, for reading and for the audit. */
export function askerOf(asker: { id: Uuid; name: string }, skpdId: Uuid, today: IsoDate): Actor {
  return {
    accountId: asker.id, sessionId: asker.id, username: asker.name, personId: null, personName: asker.name, employmentId: null, skpdId, roles: [{ role: 'unit-admin', unitId: skpdId }],
    permissions: new Set(), mustChangePassword: false, today, requestId: 'pay-print', ip: '127.0.0.1',
  };
}
