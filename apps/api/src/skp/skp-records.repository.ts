import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { PersonSnapshot, SkpAct, SkpCapacity, SkpContent } from '@ekinerja/contracts/skp';
import type { SkpDialogue, SkpDifference, SkpDocument, SkpEvent, SkpSignature } from '@ekinerja/contracts/skp-record';
import { Database } from '../platform/database/database.js';

export interface NewSignature {
  skpId: Uuid;
  act: SkpAct;
  capacity: SkpCapacity;
  employmentId: Uuid | null;
  accountId: Uuid;
  person: PersonSnapshot;
  signedAt: Date;
  contentHash: string;
  contentNumber: number;
  remarks: string | null;
  details: unknown;
}
export interface NewEvent {
  skpId: Uuid;
  at: Date;
  action: string;
  accountId: Uuid | null;
  actorName: string | null;
  capacity: SkpCapacity | null;
  reason?: string | null;
  changes?: SkpDifference[];
  base?: SkpContent;
}
export interface VersionRow {
  number: number;
  cause: string;
  content: SkpContent;
  contentHash: string;
  determinedAt: Date;
}

/** What was signed, said and done on the way of an SKP. */
@Injectable()
export class SkpRecordsRepository {
  constructor(private readonly db: Database) {}

  async sign(signature: NewSignature): Promise<void> {
    await this.db.query(
      `INSERT INTO skp_signature (skp_id, act, capacity, employment_id, account_id, person, signed_at, content_hash, content_number, remarks, details)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
      [
        signature.skpId, signature.act, signature.capacity, signature.employmentId, signature.accountId, JSON.stringify(signature.person),
        signature.signedAt, signature.contentHash, signature.contentNumber, signature.remarks, JSON.stringify(signature.details ?? null),
      ],
    );
  }

  signatures(skpId: Uuid): Promise<SkpSignature[]> {
    return this.db.query<SkpSignature>(
      `SELECT act, capacity, to_char(signed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "signedAt", content_hash AS "contentHash",
              person, remarks, content_number AS content
       FROM skp_signature WHERE skp_id = $1 ORDER BY id`,
      [skpId],
    );
  }

  async addVersion(skpId: Uuid, version: VersionRow): Promise<void> {
    await this.db.query(`INSERT INTO skp_version (skp_id, number, cause, content, content_hash, determined_at) VALUES ($1,$2,$3,$4,$5,$6)`, [
      skpId, version.number, version.cause, JSON.stringify(version.content), version.contentHash, version.determinedAt,
    ]);
  }

  versions(skpId: Uuid): Promise<VersionRow[]> {
    return this.db.query<VersionRow>(
      `SELECT number, cause, content, content_hash AS "contentHash", determined_at AS "determinedAt" FROM skp_version WHERE skp_id = $1 ORDER BY number`,
      [skpId],
    );
  }

  async addDialogue(skpId: Uuid, dialogue: Omit<SkpDialogue, 'id' | 'recordedAt'>, at: Date): Promise<void> {
    await this.db.query(
      `INSERT INTO skp_dialogue (skp_id, held_on, notes, result_ids, recorded_by, capacity, recorded_at) VALUES ($1,$2,$3,$4::uuid[],$5,$6,$7)`,
      [skpId, dialogue.heldOn, dialogue.notes, dialogue.resultIds, dialogue.recordedBy, dialogue.capacity, at],
    );
  }

  dialogues(skpId: Uuid): Promise<SkpDialogue[]> {
    return this.db.query<SkpDialogue>(
      `SELECT id, held_on AS "heldOn", notes, result_ids AS "resultIds", recorded_by AS "recordedBy", capacity,
              to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt"
       FROM skp_dialogue WHERE skp_id = $1 ORDER BY held_on, recorded_at`,
      [skpId],
    );
  }

  async addDocument(skpId: Uuid, document: Omit<SkpDocument, 'id' | 'uploadedAt' | 'fileName'>, fileId: Uuid, at: Date): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO skp_document (skp_id, use, kind, number, date, signatory, file_id, uploaded_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8) RETURNING id`,
      [skpId, document.use, document.kind, document.number, document.date, document.signatory, fileId, at],
    );
    return row!.id;
  }

  documents(skpId: Uuid): Promise<SkpDocument[]> {
    return this.db.query<SkpDocument>(
      `SELECT d.id, d.use, d.kind, d.number, d.date, d.signatory, f.name AS "fileName",
              to_char(d.uploaded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "uploadedAt"
       FROM skp_document d JOIN stored_file f ON f.id = d.file_id WHERE d.skp_id = $1 ORDER BY d.uploaded_at`,
      [skpId],
    );
  }

  /** The file of a document that belongs to that SKP. */
  async fileOf(skpId: Uuid, documentId: Uuid): Promise<Uuid | null> {
    const row = await this.db.one<{ fileId: Uuid }>(`SELECT file_id AS "fileId" FROM skp_document WHERE id = $2 AND skp_id = $1`, [skpId, documentId]);
    return row?.fileId ?? null;
  }

  async addEvent(event: NewEvent): Promise<void> {
    await this.db.query(
      `INSERT INTO skp_event (skp_id, at, action, account_id, actor_name, capacity, reason, changes, base) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
      [
        event.skpId, event.at, event.action, event.accountId, event.actorName, event.capacity, event.reason ?? null,
        JSON.stringify(event.changes ?? []), event.base ? JSON.stringify(event.base) : null,
      ],
    );
  }

  /** The last event when it is that person's own unbroken spell of writing since a moment. */
  async ownSpell(skpId: Uuid, accountId: Uuid, since: Date): Promise<{ id: number; base: SkpContent } | null> {
    return this.db.one(
      `SELECT id, base FROM (SELECT * FROM skp_event WHERE skp_id = $1 ORDER BY id DESC LIMIT 1) e
       WHERE e.action = 'saved' AND e.account_id = $2 AND e.at >= $3 AND e.base IS NOT NULL`,
      [skpId, accountId, since],
    );
  }

  async extendSpell(eventId: number, changes: SkpDifference[], at: Date): Promise<void> {
    await this.db.execute(`UPDATE skp_event SET changes = $2, at = $3 WHERE id = $1`, [eventId, JSON.stringify(changes), at]);
  }

  events(skpId: Uuid, limit: number): Promise<SkpEvent[]> {
    return this.db.query<SkpEvent>(
      `SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, action, actor_name AS "actorName", capacity, reason, changes
       FROM skp_event WHERE skp_id = $1 ORDER BY id DESC LIMIT $2`,
      [skpId, limit],
    );
  }
}
