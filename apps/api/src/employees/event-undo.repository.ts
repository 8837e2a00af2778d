import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';
import type { ServiceImage } from './event-undo.js';

/** What a person's service looks like row by row, and the writes that give an earlier look back. */
@Injectable()
export class EventUndoRepository {
  constructor(private readonly db: Database) {}

  async image(employmentId: Uuid): Promise<ServiceImage> {
    const row = await this.db.one<{ image: ServiceImage }>(
      `SELECT jsonb_build_object(
         'assignment', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', a.id, 'row', to_jsonb(a) - 'version')), '[]') FROM assignment a WHERE a.employment_id = e.id),
         'rank', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', r.valid_from, 'row', to_jsonb(r))), '[]') FROM employment_rank r WHERE r.employment_id = e.id),
         'kind', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', k.valid_from, 'row', to_jsonb(k))), '[]') FROM employment_kind k WHERE k.employment_id = e.id),
         'absence', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', b.valid_from, 'row', to_jsonb(b))), '[]') FROM employment_absence b WHERE b.employment_id = e.id),
         'service', jsonb_build_array(jsonb_build_object('key', e.id, 'row', jsonb_build_object('valid_to', e.valid_to, 'end_reason', e.end_reason))),
         'role', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', r.id, 'row', jsonb_build_object('role', r.role, 'unit', u.name, 'valid_to', r.valid_to))), '[]')
                  FROM account_role r JOIN account c ON c.id = r.account_id LEFT JOIN unit u ON u.id = r.unit_id WHERE c.person_id = e.person_id),
         'account', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', c.id, 'row', jsonb_build_object('disabled', c.disabled_at IS NOT NULL))), '[]') FROM account c WHERE c.person_id = e.person_id)
       ) AS image FROM employment e WHERE e.id = $1`,
      [employmentId],
    );
    return row!.image;
  }

  /** Removes a dated row that the event added; what it said stays with the event. */
  async drop(table: 'rank' | 'kind' | 'absence', employmentId: Uuid, from: string): Promise<void> {
    await this.db.execute(`DELETE FROM employment_${table} WHERE employment_id = $1 AND valid_from = $2`, [employmentId, from]);
  }

  async reopen(table: 'rank' | 'kind' | 'absence', employmentId: Uuid, from: string, to: string | null): Promise<void> {
    await this.db.execute(`UPDATE employment_${table} SET valid_to = $3 WHERE employment_id = $1 AND valid_from = $2`, [employmentId, from, to]);
  }

  async service(employmentId: Uuid, to: string | null, reason: string | null): Promise<void> {
    await this.db.execute(`UPDATE employment SET valid_to = $2, end_reason = $3 WHERE id = $1`, [employmentId, to, reason]);
  }

  async role(id: Uuid, to: string | null): Promise<void> {
    await this.db.execute(`UPDATE account_role SET valid_to = $2 WHERE id = $1`, [id, to]);
  }

  async withdraw(id: Uuid, by: Uuid, at: Date, reason: string, effects: unknown): Promise<void> {
    await this.db.execute(`UPDATE employment_event SET withdrawn_at = $3, withdrawn_by = $2, withdrawn_reason = $4, withdrawn_effects = $5 WHERE id = $1`, [id, by, at, reason, JSON.stringify(effects)]);
  }

  /** An event of the person recorded later that still stands. */
  async laterStanding(employmentId: Uuid, id: Uuid): Promise<{ kind: string; date: string } | null> {
    return this.db.one(
      `SELECT v.kind, v.effective_on AS date FROM employment_event v JOIN employment_event own ON own.id = $2
       WHERE v.employment_id = $1 AND v.id <> $2 AND v.withdrawn_at IS NULL AND (v.recorded_at, v.id) > (own.recorded_at, own.id) ORDER BY v.recorded_at DESC LIMIT 1`,
      [employmentId, id],
    );
  }
}
