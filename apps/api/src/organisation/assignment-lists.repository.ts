import { Injectable } from '@nestjs/common';
import type { AssignmentItem } from '@ekinerja/contracts/assignments';
import type { AssignmentKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export interface AssignmentFilter {
  /** SKPDs that may be seen; null: all. */
  skpdIds: Uuid[] | null;
  kind: AssignmentKind | null;
  pattern: string | null;
  withoutDecree: boolean;
  after: [name: string, id: Uuid] | null;
  limit: number;
}

const onDay = (alias: string) => `${alias}.valid_from <= $1 AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= $1)`;

@Injectable()
export class AssignmentListsRepository {
  constructor(private readonly db: Database) {}

  /** Who holds what on a day, by name; found by part of a name, NIP or post. */
  async list(date: IsoDate, filter: AssignmentFilter): Promise<(AssignmentItem & { sortName: string })[]> {
    const found =
      filter.pattern === null
        ? '$4::text IS NULL'
        : `a.id IN (
             SELECT s.id FROM employments_found($4::text) f JOIN assignment s ON s.employment_id = f.id
             UNION SELECT s.id FROM post f JOIN assignment s ON s.post_id = f.id WHERE f.name ILIKE $4)`;
    return this.db.query(
      `WITH shown AS MATERIALIZED (
         SELECT a.id FROM assignment a JOIN employment e ON e.id = a.employment_id JOIN person p ON p.id = e.person_id
         JOIN post ON post.id = a.post_id JOIN unit ON unit.id = post.unit_id
         WHERE ${onDay('a')} AND ($2::uuid[] IS NULL OR unit.skpd_id = ANY($2)) AND ($3::text IS NULL OR a.kind = $3)
           AND ${found} AND (NOT $5::boolean OR a.decree_number IS NULL OR a.decree_file_id IS NULL)
           AND ($6::text IS NULL OR p.name >= $6::text AND (p.name, a.id) > ($6::text, $7::uuid))
         ORDER BY p.name, a.id LIMIT $8
       ) SELECT a.id, a.employment_id AS "employmentId", person_display_name(p) AS "personName", p.name AS "sortName", n.nip, a.post_id AS "postId", post.name AS "postName",
              post.kind AS "postKind", unit.name AS "unitName", skpd.name AS "skpdName", coalesce(a.class_override, c.class) AS class, a.kind, a.seat,
              a.valid_from AS "validFrom", a.valid_to AS "validTo", a.class_override AS "classOverride",
              a.decree_number AS "decreeNumber", a.decree_date AS "decreeDate", a.decree_file_id AS "decreeFileId", a.version
       FROM shown JOIN assignment a ON a.id = shown.id JOIN employment e ON e.id = a.employment_id JOIN person p ON p.id = e.person_id
       JOIN post ON post.id = a.post_id JOIN unit ON unit.id = post.unit_id LEFT JOIN unit skpd ON skpd.id = unit.skpd_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND ${onDay('n')}
       LEFT JOIN post_class c ON c.post_id = post.id AND ${onDay('c')}
       ORDER BY p.name, a.id`,
      [date, filter.skpdIds, filter.kind, filter.pattern, filter.withoutDecree, filter.after?.[0] ?? null, filter.after?.[1] ?? null, filter.limit],
    );
  }
}
