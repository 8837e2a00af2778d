import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { TimelineLine } from '@ekinerja/contracts/person-timeline';
import { Database } from '../platform/database/database.js';

@Injectable()
export class PersonTimelineRepository {
  constructor(private readonly db: Database) {}

  async person(employmentId: Uuid): Promise<{ personId: Uuid; name: string; from: IsoDate; to: IsoDate | null } | null> {
    return this.db.one(
      `SELECT p.id AS "personId", person_display_name(p) AS name, e.valid_from AS "from", e.valid_to AS "to" FROM employment e JOIN person p ON p.id = e.person_id WHERE e.id = $1`,
      [employmentId],
    );
  }

  /** Posts, classes of what is held, ranks, kinds and events that fall into the days. */
  async service(employmentId: Uuid, from: IsoDate, to: IsoDate): Promise<TimelineLine[]> {
    return this.db.query<TimelineLine>(
      `SELECT date, 'service' AS area, code, params, target FROM (
         SELECT a.valid_from AS date, 'post.began' AS code, jsonb_build_object('post', p.name, 'unit', u.name, 'capacity', a.kind, 'decree', a.decree_number) AS params, NULL::jsonb AS target
         FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id WHERE a.employment_id = $1
         UNION ALL
         SELECT a.valid_to, 'post.ended', jsonb_build_object('post', p.name, 'unit', u.name, 'capacity', a.kind), NULL
         FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id WHERE a.employment_id = $1 AND a.valid_to IS NOT NULL
         UNION ALL
         SELECT c.valid_from, 'class.changed', jsonb_build_object('post', p.name, 'class', c.class, 'decree', c.decree), NULL
         FROM assignment a JOIN post p ON p.id = a.post_id JOIN post_class c ON c.post_id = p.id
         WHERE a.employment_id = $1 AND a.kind = 'definitive' AND c.valid_from > a.valid_from AND (a.valid_to IS NULL OR c.valid_from <= a.valid_to)
         UNION ALL
         SELECT r.valid_from, 'rank.began', jsonb_build_object('rank', r.rank), NULL FROM employment_rank r WHERE r.employment_id = $1
         UNION ALL
         SELECT k.valid_from, 'kind.began', jsonb_build_object('kind', k.kind, 'share', k.share_percent), NULL FROM employment_kind k WHERE k.employment_id = $1
         UNION ALL
         SELECT v.effective_on, CASE WHEN v.withdrawn_at IS NULL THEN 'event' ELSE 'event-withdrawn' END, jsonb_build_object('event', v.kind, 'decree', v.decree_number, 'date', v.decree_date), jsonb_build_object('kind', 'event', 'id', v.id)
         FROM employment_event v WHERE v.employment_id = $1
         UNION ALL
         SELECT e.valid_to, 'service.ended', jsonb_build_object('reason', e.end_reason), NULL FROM employment e WHERE e.id = $1 AND e.valid_to IS NOT NULL
       ) line WHERE date BETWEEN $2 AND $3`,
      [employmentId, from, to],
    );
  }
}
