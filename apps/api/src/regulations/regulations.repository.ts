import { Injectable } from '@nestjs/common';
import type { DocumentKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { RevisionKind } from '@ekinerja/contracts/regulations';
import { Database } from '../platform/database/database.js';

export interface EnactedRow {
  id: string;
  revision: number;
  revisionKind: RevisionKind;
  kind: DocumentKind;
  national: boolean;
  title: string;
  sourceText: string;
  sourceHash: string;
  formatVersion: number;
  inForceFrom: IsoDate;
  inForceTo: IsoDate | null;
  enactedAt: Date;
}

export interface EnactedPeople {
  proposedBy: string | null;
  proposedReason: string | null;
  enactedBy: string | null;
  enactedReason: string | null;
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

export interface Enactment extends NewDocument {
  revision: number;
  revisionKind: RevisionKind;
  formatVersion: number;
  resolved: unknown;
  proposedBy: Uuid;
  proposedReason: string;
  enactedBy: Uuid;
  enactedReason: string;
}

/** Enactments stand one after the other: each is checked against what the one before left. */
const ENACTMENT_LOCK = 7_310_670;

@Injectable()
export class RegulationsRepository {
  constructor(private readonly db: Database) {}

  /** Changes whenever a document is enacted; rows themselves are frozen. */
  async stamp(): Promise<string> {
    const row = await this.db.one<{ stamp: string }>(
      `SELECT count(*) || '@' || coalesce(max(enactment), 0) AS stamp FROM regulation_document`,
    );
    return row?.stamp ?? '';
  }

  /** Every version there ever was, in the order of enactment. */
  async enacted(): Promise<EnactedRow[]> {
    return this.db.query<EnactedRow>(
      `SELECT id, revision, revision_kind AS "revisionKind", kind, national, title, source_text AS "sourceText", source_hash AS "sourceHash",
              format_version AS "formatVersion", in_force_from AS "inForceFrom", in_force_to AS "inForceTo", enacted_at AS "enactedAt"
       FROM regulation_document ORDER BY enactment`,
    );
  }

  /** Who brought each version of a kind about, by `id revision`. */
  async peopleOf(kind: DocumentKind): Promise<Map<string, EnactedPeople>> {
    const rows = await this.db.query<EnactedPeople & { key: string }>(
      `SELECT d.id || ' ' || d.revision AS key, coalesce(person_display_name(pp), pa.username) AS "proposedBy", d.proposed_reason AS "proposedReason",
              coalesce(person_display_name(ep), ea.username) AS "enactedBy", d.enacted_reason AS "enactedReason"
       FROM regulation_document d
       LEFT JOIN account pa ON pa.id = d.proposed_by LEFT JOIN person pp ON pp.id = pa.person_id
       LEFT JOIN account ea ON ea.id = d.enacted_by LEFT JOIN person ep ON ep.id = ea.person_id
       WHERE d.kind = $1`,
      [kind],
    );
    return new Map(rows.map(({ key, ...people }) => [key, people]));
  }

  /** The values of a version as they were understood on the day of its enactment. */
  async resolvedOf(id: string, revision: number): Promise<unknown> {
    return (await this.db.one<{ resolved: unknown }>(`SELECT resolved FROM regulation_document WHERE id = $1 AND revision = $2`, [id, revision]))?.resolved ?? null;
  }

  async lockEnactments(): Promise<void> {
    await this.db.query(`SELECT pg_advisory_xact_lock($1)`, [ENACTMENT_LOCK]);
  }

  async insert(document: Enactment, at: Date): Promise<void> {
    const d = document;
    await this.db.query(
      `INSERT INTO regulation_document (id, revision, revision_kind, kind, national, title, source_text, source_hash, format_version, in_force_from, in_force_to,
         resolved, proposed_by, proposed_reason, enacted_by, enacted_reason, enacted_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17)`,
      [
        d.id, d.revision, d.revisionKind, d.kind, d.national, d.title, d.sourceText, d.sourceHash, d.formatVersion, d.inForceFrom, d.inForceTo,
        JSON.stringify(d.resolved), d.proposedBy, d.proposedReason, d.enactedBy, d.enactedReason, at,
      ],
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

  /** Months closed anywhere whose first day lies in the span. */
  async closedMonths(from: IsoDate, to: IsoDate | null): Promise<string[]> {
    const rows = await this.db.query<{ month: string }>(
      `SELECT DISTINCT month FROM closed_month WHERE (month || '-01')::date >= $1 AND ($2::date IS NULL OR (month || '-01')::date <= $2) ORDER BY month`,
      [from, to],
    );
    return rows.map(({ month }) => month);
  }
}
