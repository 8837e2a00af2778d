import { Inject, Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { localDate } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { DocumentsService, type IssuedDocument } from '../documents/documents.service.js';
import { GovernmentService } from '../government/government.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { CONFIG } from '../platform/platform.module.js';
import { PayRecapService, type Recap } from '../tpp/pay-recap.service.js';
import { PayslipsService } from '../tpp/payslips.service.js';
import { fileWord } from './indonesian.js';
import { qrSvg } from './qr-code.js';
import { RECAP_TITLE, recapPaper, type Seal } from './recap-paper.js';
import { recapWorkbook } from './recap-workbook.js';
import { SLIP_TITLE, slipPaper } from './slip-paper.js';
import { TypstService, type Template } from './typst.service.js';

export interface ReportFile {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** A paper that is issued once; with `version` anew, in place of the one before, when that is another. */
export interface OncePaper {
  kind: string;
  subjectType: string;
  subjectId: string;
  unitId: Uuid;
  series: string;
  year: number;
  title: string;
  version?: string;
  fileName: string;
  template: Template;
}

export const PDF = 'application/pdf';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is printed of a month; a closed one is issued once, and the same bytes are given out ever after. */
@Injectable()
export class ReportsService {
  private readonly underWay = new Map<string, Promise<ReportFile>>();

  constructor(
    private readonly db: Database,
    private readonly recaps: PayRecapService,
    private readonly payslips: PayslipsService,
    private readonly documents: DocumentsService,
    private readonly government: GovernmentService,
    private readonly typst: TypstService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async recapPdf(actor: Actor, runId: Uuid, skpdId: Uuid): Promise<ReportFile> {
    const recap = await this.recaps.recap(actor, runId, skpdId);
    await this.audit.logRead(actor, 'recap.pdf', 'pay-run-unit', `${runId}/${skpdId}`);
    const { name: government } = await this.government.profile();
    const name = `${recapName(recap)}.pdf`;
    if (!recap.closedOn) return { name: `draf-${name}`, mediaType: PDF, content: (await this.typst.set('recap', recapPaper(recap, government, null))).content };
    const year = Number(recap.closedOn.slice(0, 4));
    const subject = { kind: 'recap', subjectType: 'pay-run-unit', subjectId: `${runId}/${skpdId}`, unitId: skpdId };
    const title = `${RECAP_TITLE} ${recap.month} – ${recap.skpdName}`;
    return this.issuedOnce(actor, { ...subject, series: 'TPP', year, title, fileName: name, template: 'recap' }, (seal) => recapPaper(recap, government, seal));
  }

  async recapXlsx(actor: Actor, runId: Uuid, skpdId: Uuid): Promise<ReportFile> {
    const recap = await this.recaps.recap(actor, runId, skpdId);
    await this.audit.logRead(actor, 'recap.xlsx', 'pay-run-unit', `${runId}/${skpdId}`);
    const { name: government } = await this.government.profile();
    const prefix = recap.closedOn ? '' : 'draf-';
    return { name: `${prefix}${recapName(recap)}.xlsx`, mediaType: XLSX, content: await recapWorkbook(recap, government) };
  }

  async slipPdf(actor: Actor, id: Uuid): Promise<ReportFile> {
    const slip = await this.payslips.view(actor, id);
    const unitId = await this.payslips.skpdOf(actor, id);
    const { name: government } = await this.government.profile();
    const closedOn = localDate(new Date(slip.closedAt as string), this.clock.timeZone);
    const fileName = `slip-tpp-${slip.month}-${fileWord(slip.name)}.pdf`;
    const paper = {
      kind: 'payslip', subjectType: 'payslip', subjectId: id, unitId, series: 'SLIP-TPP', year: Number(closedOn.slice(0, 4)),
      // The register answers anyone who has the code: it names the paper, not the person's amount.
      title: `${SLIP_TITLE} ${slip.month} – ${slip.name}`, fileName, template: 'slip' as const,
    };
    return this.issuedOnce(actor, paper, (seal) => slipPaper(slip, government, closedOn, seal));
  }

  /** The paper as issued; the first to ask has it numbered, sealed and stored, a twin waits for that. */
  async issuedOnce(actor: Actor, paper: OncePaper, dataOf: (seal: Seal) => object): Promise<ReportFile> {
    const key = `issue:${paper.kind}:${paper.subjectId}:${paper.version ?? ''}`;
    const underWay = this.underWay.get(key);
    if (underWay) return underWay;
    const issuing = this.issueOnce(actor, paper, dataOf).finally(() => this.underWay.delete(key));
    this.underWay.set(key, issuing);
    return issuing;
  }

  /** Type is set outside of the transaction: nobody else's number waits for it. */
  private async issueOnce(actor: Actor, { version, template, ...paper }: OncePaper, dataOf: (seal: Seal) => object): Promise<ReportFile> {
    const title = version ? `${paper.title} (${version})` : paper.title;
    const inForce = async () => {
      const known = await this.documents.current(paper.kind, paper.subjectType, paper.subjectId);
      return known && (!version || known.title === title) ? this.fileOf(known) : null;
    };
    const known = await inForce();
    if (known) return known;
    const { number, verifyCode } = await this.documents.reserve(paper.series, paper.year);
    const verifyUrl = `${this.config.publicUrl}/verifikasi/${verifyCode}`;
    const { content } = await this.typst.set(template, dataOf({ number, verifyUrl, qr: await qrSvg(verifyUrl) }));
    return this.db.transaction(async () => {
      await this.db.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`issue:${paper.kind}:${paper.subjectId}`]);
      // Another process was faster: its paper is the one, and this number stays unused.
      return (await inForce()) ?? this.fileOf(await this.documents.issue({ ...paper, title, number, verifyCode, content, mediaType: PDF, actor }));
    });
  }

  private async fileOf(document: IssuedDocument): Promise<ReportFile> {
    return { name: document.fileName, mediaType: document.mediaType, content: await this.documents.contentOf(document) };
  }
}

/** `rekap-tpp-2026-10-dinas-kesehatan` */
function recapName(recap: Recap): string {
  return `rekap-tpp-${recap.month}-${fileWord(recap.skpdName)}`;
}
