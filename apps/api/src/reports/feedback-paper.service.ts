import { Inject, Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { DocumentsService } from '../documents/documents.service.js';
import { FeedbackRecordService } from '../feedback/feedback-record.service.js';
import { GovernmentService } from '../government/government.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { CONFIG } from '../platform/platform.module.js';
import { feedbackPaper } from './feedback-paper.js';
import { fileWord } from './indonesian.js';
import { qrSvg } from './qr-code.js';
import type { ReportFile } from './reports.service.js';
import { TypstService } from './typst.service.js';

const PDF = 'application/pdf';
const KIND = 'feedback-record';

/** The feedback record on paper (TL 16(3)); each printing is registered and takes the place of the one before. */
@Injectable()
export class FeedbackPaperService {
  constructor(
    private readonly db: Database,
    private readonly records: FeedbackRecordService,
    private readonly organisation: OrganisationService,
    private readonly government: GovernmentService,
    private readonly documents: DocumentsService,
    private readonly typst: TypstService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async pdf(actor: Actor, employmentId: Uuid, year: number): Promise<ReportFile> {
    const { feedback, record } = await this.records.ofYear(actor, employmentId, year);
    const person = await this.organisation.snapshotOf(employmentId, actor.today);
    const evaluator = (await this.organisation.evaluatorOn(employmentId, actor.today)).evaluator;
    const leader = evaluator && (await this.organisation.snapshotOf(evaluator.employmentId, actor.today));
    const government = (await this.government.profile()).name;
    const name = `umpan-balik-${year}-${fileWord(person.name)}.pdf`;
    return this.db.transaction(async () => {
      const subjectId = `${employmentId}:${year}`;
      await this.db.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`issue:${KIND}:${subjectId}`]);
      const { number, verifyCode } = await this.documents.reserve('UB', year);
      const verifyUrl = `${this.config.publicUrl}/verifikasi/${verifyCode}`;
      const paper = { year, government, person, leader, feedback, record, timeZone: this.clock.timeZone };
      const content = this.typst.pdf('feedback', feedbackPaper(paper, actor.today, { number, verifyUrl, qr: await qrSvg(verifyUrl) }));
      const title = `Rekaman Umpan Balik ${year} – ${person.name}`;
      await this.documents.issue({ kind: KIND, subjectType: 'feedback', subjectId, number, title, unitId: null, verifyCode, content, fileName: name, mediaType: PDF, actor });
      return { name, mediaType: PDF, content };
    });
  }
}
