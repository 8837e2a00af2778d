import { Inject, Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { DocumentsService } from '../documents/documents.service.js';
import { GovernmentService } from '../government/government.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { CONFIG } from '../platform/platform.module.js';
import { SkpVersionsService } from '../skp/skp-versions.service.js';
import { SkpViewService } from '../skp/skp-view.service.js';
import { fileWord } from './indonesian.js';
import { qrSvg } from './qr-code.js';
import type { ReportFile } from './reports.service.js';
import { skpPaper, type SkpPaper } from './skp-paper.js';
import { TypstService } from './typst.service.js';

const PDF = 'application/pdf';
const PAPER = { kind: 'skp', subjectType: 'skp' } as const;

/** The official SKP form with its annexes; a draft until it is determined, then one registered paper a version. */
@Injectable()
export class SkpPaperService {
  constructor(
    private readonly db: Database,
    private readonly view: SkpViewService,
    private readonly versions: SkpVersionsService,
    private readonly organisation: OrganisationService,
    private readonly government: GovernmentService,
    private readonly documents: DocumentsService,
    private readonly typst: TypstService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async pdf(actor: Actor, id: Uuid): Promise<ReportFile> {
    return this.ofSkp(actor, await this.view.get(actor, id));
  }

  /** Attached to a report that was handed to the reader: whoever calls has checked that. */
  async attached(actor: Actor, id: Uuid): Promise<ReportFile> {
    return this.ofSkp(actor, await this.view.attached(actor, id));
  }

  private async ofSkp(actor: Actor, skp: SkpDetail): Promise<ReportFile> {
    const { id } = skp;
    const paper: SkpPaper = { skp, government: (await this.government.profile()).name, evaluator: await this.evaluatorOf(skp, actor), timeZone: this.clock.timeZone };
    const name = `skp-${skp.year}-${fileWord(skp.owner.name)}.pdf`;
    if (skp.status !== 'determined' && skp.status !== 'closed') {
      return { name: `draf-${name}`, mediaType: PDF, content: this.typst.pdf('skp', skpPaper(paper, actor.today, null)) };
    }
    return this.db.transaction(async () => {
      await this.db.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`issue:${PAPER.kind}:${id}`]);
      const version = await this.versions.latest(id);
      const title = `Sasaran Kinerja Pegawai ${skp.year} – ${skp.owner.name} – versi ${version}`;
      const known = await this.documents.current(PAPER.kind, PAPER.subjectType, id);
      if (known?.title === title) return { name: known.fileName, mediaType: PDF, content: await this.documents.contentOf(known) };
      const { number, verifyCode } = await this.documents.reserve('SKP', skp.year);
      const verifyUrl = `${this.config.publicUrl}/verifikasi/${verifyCode}`;
      const content = this.typst.pdf('skp', skpPaper(paper, actor.today, { number, verifyUrl, qr: await qrSvg(verifyUrl) }));
      await this.documents.issue({ ...PAPER, subjectId: id, number, title, unitId: null, verifyCode, content, fileName: name, mediaType: PDF, actor });
      return { name, mediaType: PDF, content };
    });
  }

  /** As signed; while it is a draft, today's evaluator. */
  private async evaluatorOf(skp: SkpDetail, actor: Actor): Promise<SkpPaper['evaluator']> {
    const signed = skp.signatures.findLast(({ act }) => act === 'determine' || act === 'settle');
    if (signed) return signed.person;
    return skp.evaluator && this.organisation.snapshotOf(skp.evaluator.employmentId, actor.today);
  }
}
