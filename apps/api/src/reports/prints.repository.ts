import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { PrintFile, PrintKind, PrintStatus } from '@ekinerja/contracts/pay-prints';
import { Database } from '../platform/database/database.js';

export interface PrintRecord {
  id: Uuid;
  runId: Uuid;
  skpdId: Uuid | null;
  kind: PrintKind;
  status: PrintStatus;
  done: number;
  total: number;
  askedById: Uuid;
  askedBy: string;
  askedAt: Date;
  finishedAt: Date | null;
}

const LISTED = 30;
const PRINT = `p.id, p.run_id AS "runId", p.skpd_id AS "skpdId", p.kind, p.status, p.done, p.total, p.asked_by AS "askedById",
  coalesce(nullif(person_display_name(pe), ''), a.username) AS "askedBy", p.asked_at AS "askedAt", p.finished_at AS "finishedAt"
  FROM pay_print p JOIN account a ON a.id = p.asked_by LEFT JOIN person pe ON pe.id = a.person_id`;

@Injectable()
export class PrintsRepository {
  constructor(private readonly db: Database) {}

  /** @returns its id, and whether it is new: the same work under way is found, not begun again */
  async ask(print: { runId: Uuid; skpdId: Uuid | null; kind: PrintKind }, by: Uuid, at: Date): Promise<{ id: Uuid; fresh: boolean }> {
    const { runId, skpdId, kind } = print;
    const made = await this.db.one<{ id: Uuid }>(
      `INSERT INTO pay_print (run_id, skpd_id, kind, asked_by, asked_at) VALUES ($1,$2,$3,$4,$5)
       ON CONFLICT (run_id, kind, coalesce(skpd_id, run_id)) WHERE status IN ('queued','running') DO NOTHING RETURNING id`,
      [runId, skpdId, kind, by, at],
    );
    if (made) return { id: made.id, fresh: true };
    const known = await this.db.one<{ id: Uuid }>(
      `SELECT id FROM pay_print WHERE run_id = $1 AND kind = $2 AND coalesce(skpd_id, run_id) = coalesce($3::uuid, $1) AND status IN ('queued','running')`,
      [runId, kind, skpdId],
    );
    return known ? { id: known.id, fresh: false } : this.ask(print, by, at);
  }

  find(id: Uuid): Promise<PrintRecord | null> {
    return this.db.one<PrintRecord>(`SELECT ${PRINT} WHERE p.id = $1`, [id]);
  }

  /** Of one SKPD with what was set for it by work over all of them; null: work over all. */
  list(runId: Uuid, skpdId: Uuid | null): Promise<PrintRecord[]> {
    return this.db.query<PrintRecord>(
      `SELECT ${PRINT} WHERE p.run_id = $1 AND CASE WHEN $2::uuid IS NULL THEN p.skpd_id IS NULL
         ELSE p.skpd_id = $2 OR (p.skpd_id IS NULL AND EXISTS (SELECT 1 FROM pay_print_file f WHERE f.print_id = p.id AND f.skpd_id = $2)) END
       ORDER BY p.asked_at DESC, p.id LIMIT ${LISTED}`,
      [runId, skpdId],
    );
  }

  files(printIds: Uuid[], skpdId: Uuid | null): Promise<(PrintFile & { printId: Uuid })[]> {
    return this.db.query(
      `SELECT f.id, f.print_id AS "printId", f.skpd_id AS "skpdId", u.name AS "skpdName", f.name, f.people, f.pages
       FROM pay_print_file f JOIN unit u ON u.id = f.skpd_id WHERE f.print_id = ANY($1::uuid[]) AND ($2::uuid IS NULL OR f.skpd_id = $2) ORDER BY u.name, f.skpd_id, f.part`,
      [printIds, skpdId],
    );
  }

  file(runId: Uuid, skpdId: Uuid, fileId: Uuid): Promise<{ kind: PrintKind; storedId: Uuid; name: string } | null> {
    return this.db.one(
      `SELECT p.kind, f.file_id AS "storedId", f.name FROM pay_print_file f JOIN pay_print p ON p.id = f.print_id WHERE f.id = $3 AND f.skpd_id = $2 AND p.run_id = $1`,
      [runId, skpdId, fileId],
    );
  }

  async unfinished(): Promise<Uuid[]> {
    return (await this.db.query<{ id: Uuid }>(`SELECT id FROM pay_print WHERE status IN ('queued','running') ORDER BY asked_at`)).map(({ id }) => id);
  }

  async begin(id: Uuid, total: number): Promise<void> {
    await this.db.execute(`UPDATE pay_print SET status = 'running', total = $2, done = (SELECT coalesce(sum(people), 0) FROM pay_print_file WHERE print_id = $1) WHERE id = $1`, [id, total]);
  }

  /** Which parts are set already, `skpd part`. */
  async parts(id: Uuid): Promise<Set<string>> {
    const rows = await this.db.query<{ key: string }>(`SELECT skpd_id || ' ' || part AS key FROM pay_print_file WHERE print_id = $1`, [id]);
    return new Set(rows.map(({ key }) => key));
  }

  /** One more file, and so many done. */
  async add(id: Uuid, file: { skpdId: Uuid; part: string; storedId: Uuid; name: string; people: number; pages: number }): Promise<void> {
    await this.db.execute(
      `WITH f AS (INSERT INTO pay_print_file (print_id, skpd_id, part, file_id, name, people, pages) VALUES ($1,$2,$3,$4,$5,$6,$7) ON CONFLICT DO NOTHING RETURNING people)
       UPDATE pay_print SET done = done + f.people FROM f WHERE id = $1`,
      [id, file.skpdId, file.part, file.storedId, file.name, file.people, file.pages],
    );
  }

  async finish(id: Uuid, status: 'done' | 'failed', at: Date): Promise<void> {
    await this.db.execute(`UPDATE pay_print SET status = $2, finished_at = $3 WHERE id = $1`, [id, status, at]);
  }
}
