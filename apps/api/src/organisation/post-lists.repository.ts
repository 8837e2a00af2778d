import { Injectable } from '@nestjs/common';
import type { AssignmentView } from '@ekinerja/contracts/assignments';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { PostItem } from '@ekinerja/contracts/units-and-posts';
import { Database } from '../platform/database/database.js';

export interface PostFilter {
  /** SKPDs that may be seen; null: all. */
  skpdIds: Uuid[] | null;
  unitId?: Uuid | null;
  postId?: Uuid | null;
  pattern?: string | null;
  vacant?: boolean;
  withoutClass?: boolean;
  after?: [name: string, id: Uuid] | null;
  limit: number;
}

const onDay = (alias: string) => `${alias}.valid_from <= $1 AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= $1)`;

/** Posts as they are on a day, with who holds them: one query a list. */
@Injectable()
export class PostListsRepository {
  constructor(private readonly db: Database) {}

  async list(date: IsoDate, filter: PostFilter): Promise<PostItem[]> {
    const rows = await this.db.query<Omit<PostItem, 'vacancies'>>(
      `WITH shown AS MATERIALIZED (
         SELECT p.id, coalesce(h.name, p.name) AS name, coalesce(h.kind, p.kind) AS kind, CASE WHEN h.post_id IS NULL THEN p.level ELSE h.level END AS level,
                coalesce(h.seats, p.seats) AS seats, coalesce(h.leader, p.leader) AS leader, coalesce(h.unit_id, p.unit_id) AS unit_id,
                CASE WHEN h.post_id IS NULL THEN p.superior_post_id ELSE h.superior_post_id END AS superior_post_id
         FROM post p LEFT JOIN post_history h ON h.post_id = p.id AND ${onDay('h')} JOIN unit u ON u.id = coalesce(h.unit_id, p.unit_id)
         WHERE ${onDay('p')} AND ($2::uuid[] IS NULL OR u.skpd_id = ANY($2)) AND ($3::uuid IS NULL OR u.id = $3) AND ($4::uuid IS NULL OR p.id = $4)
           AND ($5::text IS NULL OR p.name ILIKE $5) AND ($7::text IS NULL OR (p.name, p.id) > ($7, $8::uuid))
           AND (NOT $6::boolean OR coalesce(h.seats, p.seats) > (
             SELECT count(*) FROM assignment a WHERE a.post_id = p.id AND a.kind = 'definitive' AND ${onDay('a')}))
           AND (NOT $10::boolean OR NOT EXISTS (SELECT 1 FROM post_class x WHERE x.post_id = p.id AND ${onDay('x')}))
         ORDER BY p.name, p.id LIMIT $9
       )
       SELECT s.id, s.name, s.kind, s.level, c.class, s.seats, s.leader, s.unit_id AS "unitId", u.name AS "unitName",
              s.superior_post_id AS "superiorPostId", up.name AS "superiorPostName", coalesce(held.holders, '[]'::json) AS holders
       FROM shown s JOIN unit u ON u.id = s.unit_id LEFT JOIN post up ON up.id = s.superior_post_id
       LEFT JOIN post_class c ON c.post_id = s.id AND ${onDay('c')}
       LEFT JOIN LATERAL (
         SELECT json_agg(json_build_object('assignmentId', a.id, 'employmentId', e.id, 'personName', person_display_name(pe), 'nip', n.nip, 'kind', a.kind,
                                           'validFrom', a.valid_from, 'validTo', a.valid_to) ORDER BY (a.kind = 'definitive') DESC, pe.name, a.id) AS holders
         FROM assignment a JOIN employment e ON e.id = a.employment_id AND ${onDay('e')} JOIN person pe ON pe.id = e.person_id
         LEFT JOIN employment_nip n ON n.employment_id = e.id AND ${onDay('n')}
         WHERE a.post_id = s.id AND ${onDay('a')}
       ) held ON true
       ORDER BY s.name, s.id`,
      [
        date, filter.skpdIds, filter.unitId ?? null, filter.postId ?? null, filter.pattern ?? null, filter.vacant ?? false,
        filter.after?.[0] ?? null, filter.after?.[1] ?? null, filter.limit, filter.withoutClass ?? false,
      ],
    );
    return rows.map((row) => ({ ...row, vacancies: Math.max(row.seats - row.holders.filter(({ kind }) => kind === 'definitive').length, 0) }));
  }

  /** Everybody who ever held the post, the latest first. */
  async assignmentsOf(postId: Uuid): Promise<AssignmentView[]> {
    return this.db.query<AssignmentView>(
      `SELECT a.id, a.employment_id AS "employmentId", person_display_name(p) AS "personName",
              (SELECT n.nip FROM employment_nip n WHERE n.employment_id = e.id ORDER BY n.valid_from DESC LIMIT 1) AS nip,
              a.post_id AS "postId", post.name AS "postName", post.kind AS "postKind", unit.name AS "unitName", a.kind, a.seat,
              a.valid_from AS "validFrom", a.valid_to AS "validTo", a.class_override AS "classOverride",
              a.decree_number AS "decreeNumber", a.decree_date AS "decreeDate", a.decree_file_id AS "decreeFileId", a.version
       FROM assignment a JOIN employment e ON e.id = a.employment_id JOIN person p ON p.id = e.person_id
       JOIN post ON post.id = a.post_id JOIN unit ON unit.id = post.unit_id
       WHERE a.post_id = $1 ORDER BY a.valid_from DESC, a.id LIMIT 200`,
      [postId],
    );
  }
}
