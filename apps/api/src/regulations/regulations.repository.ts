import { Injectable } from '@nestjs/common';
import type { DocumentKind, IsoDate } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export interface EnactedDocument {
  id: string;
  kind: DocumentKind;
  sourceText: string;
  inForceFrom: IsoDate;
  inForceTo: IsoDate | null;
  enactedAt: Date;
}

export interface NewDocument {
  id: string;
  kind: DocumentKind;
  national: boolean;
  title: string;
  sourceText: string;
  sourceHash: string;
  inForceFrom: IsoDate;
  inForceTo: IsoDate | null;
}

@Injectable()
export class RegulationsRepository {
  constructor(private readonly db: Database) {}

  /** Changes whenever a document is enacted; rows themselves are frozen. */
  async stamp(): Promise<string> {
    const row = await this.db.one<{ stamp: string }>(
      `SELECT count(*) || '@' || coalesce(max(enacted_at)::text, '') AS stamp FROM regulation_document`,
    );
    return row?.stamp ?? '';
  }

  /** The latest revision of every document. */
  async enacted(): Promise<EnactedDocument[]> {
    return this.db.query<EnactedDocument>(
      `SELECT DISTINCT ON (id) id, kind, source_text AS "sourceText", in_force_from AS "inForceFrom", in_force_to AS "inForceTo", enacted_at AS "enactedAt"
       FROM regulation_document ORDER BY id, revision DESC`,
    );
  }

  async enact(documents: NewDocument[], at: Date): Promise<void> {
    await this.db.query(
      `INSERT INTO regulation_document (id, kind, national, title, source_text, source_hash, in_force_from, in_force_to, enacted_at)
       SELECT d.id, d.kind, d.national, d.title, d."sourceText", d."sourceHash", d."inForceFrom", d."inForceTo", $2
       FROM jsonb_to_recordset($1::jsonb) AS d(id text, kind text, national boolean, title text, "sourceText" text, "sourceHash" text,
                                               "inForceFrom" date, "inForceTo" date)
       ON CONFLICT (id, revision) DO NOTHING`,
      [JSON.stringify(documents), at],
    );
  }
}
