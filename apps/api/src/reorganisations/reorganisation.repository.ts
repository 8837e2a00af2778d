import { Injectable } from '@nestjs/common';
import type { ImportProblem } from '@ekinerja/contracts/attendance';
import type { IsoDate, PostKind, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import type { CreateReorganisationRequest, Reorganisation, ReorganisationItem, ReorganisationLine } from '@ekinerja/contracts/reorganisations';
import { Database } from '../platform/database/database.js';
import type { ReorganisationRow } from './reorganisation-reader.js';

export interface UnitByCode {
  id: Uuid;
  name: string;
  kind: UnitKind;
  parentId: Uuid | null;
  version: number;
}
export interface PostByCode {
  id: Uuid;
  name: string;
  kind: PostKind;
  level: string | null;
  unitId: Uuid;
  skpdId: Uuid | null;
  superiorPostId: Uuid | null;
  leader: boolean;
  seats: number;
  standingDelegate: boolean;
  version: number;
}
export interface ReorganisationRecord extends Reorganisation {
  fileId: Uuid | null;
  content: ReorganisationRow[];
}
type Row = Omit<ReorganisationRecord, 'createdAt' | 'appliedAt'> & { createdAt: Date; appliedAt: Date | null };

const ITEM = `r.id, r.title, r.effective_on AS "effectiveOn", r.decree_number AS "decreeNumber", r.decree_date AS "decreeDate", r.signatory, r.status, r.version,
  r.file_name AS "fileName", jsonb_array_length(r.content) AS rows, jsonb_array_length(r.problems) AS "problemCount", r.created_by_name AS "createdBy", r.created_at AS "createdAt",
  r.applied_by_name AS "appliedBy", r.applied_at AS "appliedAt"`;
const WHOLE = `SELECT ${ITEM}, r.problems, r.lines, r.content, r.decree_file_id AS "fileId" FROM reorganisation r`;

@Injectable()
export class ReorganisationRepository {
  constructor(private readonly db: Database) {}

  async unit(code: string): Promise<UnitByCode | null> {
    return this.db.one(`SELECT id, name, kind, parent_id AS "parentId", version FROM unit WHERE code = $1`, [code]);
  }

  async post(code: string): Promise<PostByCode | null> {
    return this.db.one(
      `SELECT p.id, p.name, p.kind, p.level, p.unit_id AS "unitId", u.skpd_id AS "skpdId", p.superior_post_id AS "superiorPostId", p.leader, p.seats,
              p.standing_delegate AS "standingDelegate", p.version
       FROM post p JOIN unit u ON u.id = p.unit_id WHERE p.code = $1`,
      [code],
    );
  }

  async codePost(id: Uuid, code: string): Promise<void> {
    await this.db.execute(`UPDATE post SET code = $2 WHERE id = $1`, [id, code]);
  }

  /** By NIP on the day, or by the code of somebody without one; with the SKPD of the day before. */
  async person(key: string, date: IsoDate): Promise<{ id: Uuid; name: string; skpdId: Uuid | null } | null> {
    return this.db.one(
      `SELECT e.id, person_display_name(p) AS name,
              (SELECT u.skpd_id FROM assignment a JOIN post ON post.id = a.post_id JOIN unit u ON u.id = post.unit_id
               WHERE a.employment_id = e.id AND a.kind = 'definitive' AND a.valid_from < $2 ORDER BY a.valid_from DESC LIMIT 1) AS "skpdId"
       FROM employment e JOIN person p ON p.id = e.person_id
       WHERE e.code = $1 OR e.id IN (SELECT n.employment_id FROM employment_nip n WHERE n.nip = $1 AND n.valid_from <= $2 AND (n.valid_to IS NULL OR n.valid_to >= $2))
       LIMIT 1`,
      [key, date],
    );
  }

  async definitive(key: string, date: IsoDate): Promise<{ id: Uuid; version: number; postName: string; unitName: string; leader: boolean } | null> {
    const person = await this.person(key, date);
    if (!person) return null;
    return this.db.one(
      `SELECT a.id, a.version, p.name AS "postName", u.name AS "unitName", p.leader FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
       WHERE a.employment_id = $1 AND a.kind = 'definitive' AND a.valid_from < $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)`,
      [person.id, date],
    );
  }

  async create({ title, effectiveOn, decree, signatory }: CreateReorganisationRequest, by: Uuid, byName: string, at: Date): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO reorganisation (title, effective_on, decree_number, decree_date, decree_file_id, signatory, created_by, created_by_name, created_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9) RETURNING id`,
      [title.trim(), effectiveOn, decree.number.trim(), decree.date, decree.fileId, signatory.trim(), by, byName, at],
    );
    return row!.id;
  }

  async list(limit: number): Promise<ReorganisationItem[]> {
    return (await this.db.query<Row>(`SELECT ${ITEM} FROM reorganisation r ORDER BY r.created_at DESC, r.id LIMIT $1`, [limit])).map(view);
  }

  async find(id: Uuid): Promise<ReorganisationRecord | null> {
    const row = await this.db.one<Row>(`${WHOLE} WHERE r.id = $1`, [id]);
    return row && view(row);
  }

  async lock(id: Uuid): Promise<ReorganisationRecord | null> {
    const row = await this.db.one<Row>(`${WHOLE} WHERE r.id = $1 FOR UPDATE`, [id]);
    return row && view(row);
  }

  async checked(id: Uuid, fileName: string, content: ReorganisationRow[], problems: ImportProblem[], lines: ReorganisationLine[]): Promise<void> {
    await this.db.execute(`UPDATE reorganisation SET file_name = $2, content = $3, problems = $4, lines = $5, version = version + 1 WHERE id = $1`, [
      id, fileName, JSON.stringify(content), JSON.stringify(problems), JSON.stringify(lines),
    ]);
  }

  async applied(id: Uuid, lines: ReorganisationLine[], by: Uuid, byName: string, at: Date): Promise<void> {
    await this.db.execute(
      `UPDATE reorganisation SET status = 'applied', lines = $2, problems = '[]', applied_by = $3, applied_by_name = $4, applied_at = $5, version = version + 1 WHERE id = $1`,
      [id, JSON.stringify(lines), by, byName, at],
    );
  }

  async withdraw(id: Uuid): Promise<void> {
    await this.db.execute(`UPDATE reorganisation SET status = 'withdrawn', version = version + 1 WHERE id = $1`, [id]);
  }
}

function view<T extends { createdAt: Date; appliedAt: Date | null }>(row: T): Omit<T, 'createdAt' | 'appliedAt'> & { createdAt: string; appliedAt: string | null } {
  return { ...row, createdAt: row.createdAt.toISOString(), appliedAt: row.appliedAt?.toISOString() ?? null };
}
