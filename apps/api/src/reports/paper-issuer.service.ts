import { Inject, Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { DocumentsService } from '../documents/documents.service.js';
import type { Actor } from '../platform/access/actor.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { CONFIG } from '../platform/platform.module.js';
import { qrSvg } from './qr-code.js';
import type { Seal } from './recap-paper.js';
import type { ReportFile } from './reports.service.js';
import { TypstService } from './typst.service.js';

const PDF = 'application/pdf';

export interface Issue {
  /** Of paper and subject: a newer title of both supersedes the paper before. */
  kind: string;
  subjectType: string;
  subjectId: string;
  series: string;
  year: number;
  /** Names the version. */
  title: string;
  fileName: string;
  unitId: Uuid | null;
  paper: (seal: Seal) => object;
}

/** Official papers on the form's template: one registered paper a version, with number and QR (X-PR-1). */
@Injectable()
export class PaperIssuer {
  constructor(
    private readonly db: Database,
    private readonly documents: DocumentsService,
    private readonly typst: TypstService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  issued(actor: Actor, { kind, subjectType, subjectId, series, year, title, fileName, unitId, paper }: Issue): Promise<ReportFile> {
    return this.db.transaction(async () => {
      await this.db.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`issue:${kind}:${subjectId}`]);
      const known = await this.documents.current(kind, subjectType, subjectId);
      if (known?.title === title) return { name: known.fileName, mediaType: PDF, content: await this.documents.contentOf(known) };
      const { number, verifyCode } = await this.documents.reserve(series, year);
      const verifyUrl = `${this.config.publicUrl}/verifikasi/${verifyCode}`;
      const content = this.typst.pdf('form', paper({ number, verifyUrl, qr: await qrSvg(verifyUrl) }));
      await this.documents.issue({ kind, subjectType, subjectId, number, title, unitId, verifyCode, content, fileName, mediaType: PDF, actor });
      return { name: fileName, mediaType: PDF, content };
    });
  }
}
