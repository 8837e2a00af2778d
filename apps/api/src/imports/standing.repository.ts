import { Injectable } from '@nestjs/common';
import type { AssignmentKind, EmployeeKind, IsoDate, PostKind, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export interface StandingUnit {
  id: Uuid;
  code: string;
  name: string;
  kind: UnitKind;
  parentId: Uuid | null;
  skpdId: Uuid | null;
  from: IsoDate;
  to: IsoDate | null;
}

export interface StandingPost {
  id: Uuid;
  /** Null for posts that no workbook brought. */
  code: string | null;
  name: string;
  unitId: Uuid;
  kind: PostKind;
  level: string | null;
  superiorId: Uuid | null;
  leader: boolean;
  seats: number;
  standingDelegate: boolean;
  from: IsoDate;
  to: IsoDate | null;
  /** The latest class and its first day. */
  class: string | null;
  classFrom: IsoDate | null;
}

export interface StandingEmployee {
  id: Uuid;
  personId: Uuid;
  nip: string | null;
  code: string | null;
  name: string;
  frontTitle: string | null;
  backTitle: string | null;
  birthDate: IsoDate | null;
  sex: 'male' | 'female' | null;
  /** The latest kind and its first day. */
  kind: EmployeeKind;
  kindFrom: IsoDate;
  rank: string | null;
  rankFrom: IsoDate | null;
  from: IsoDate;
  to: IsoDate | null;
  hasAccount: boolean;
}

export interface StandingAssignment {
  id: Uuid;
  employmentId: Uuid;
  postId: Uuid;
  kind: AssignmentKind;
  seat: number;
  from: IsoDate;
  to: IsoDate | null;
  decreeNumber: string | null;
  decreeDate: IsoDate | null;
}

/** What the database holds now, to compare a workbook with. */
export interface Standing {
  units: StandingUnit[];
  posts: StandingPost[];
  employees: StandingEmployee[];
  /** Every NIP a person ever had, by the employment it names. */
  nips: { nip: string; employmentId: Uuid }[];
  assignments: StandingAssignment[];
  usernames: { username: string; personId: Uuid | null }[];
}

@Injectable()
export class StandingRepository {
  constructor(private readonly db: Database) {}

  async load(): Promise<Standing> {
    return {
      units: await this.db.query(
        `SELECT id, code, name, kind, parent_id AS "parentId", skpd_id AS "skpdId", valid_from AS "from", valid_to AS "to" FROM unit`,
      ),
      posts: await this.db.query(
        `SELECT p.id, p.code, p.name, p.unit_id AS "unitId", p.kind, p.level, p.superior_post_id AS "superiorId", p.leader, p.seats,
                p.standing_delegate AS "standingDelegate", p.valid_from AS "from", p.valid_to AS "to", c.class, c.valid_from AS "classFrom"
         FROM post p
         LEFT JOIN (SELECT DISTINCT ON (post_id) post_id, class, valid_from FROM post_class ORDER BY post_id, valid_from DESC) c ON c.post_id = p.id`,
      ),
      employees: await this.db.query(
        `SELECT e.id, e.person_id AS "personId", n.nip, e.code, p.name, p.front_title AS "frontTitle", p.back_title AS "backTitle",
                p.birth_date AS "birthDate", p.sex, k.kind, k.valid_from AS "kindFrom", r.rank, r.valid_from AS "rankFrom", e.valid_from AS "from", e.valid_to AS "to",
                a.id IS NOT NULL AS "hasAccount"
         FROM employment e JOIN person p ON p.id = e.person_id LEFT JOIN account a ON a.person_id = p.id
         JOIN (SELECT DISTINCT ON (employment_id) employment_id, kind, valid_from FROM employment_kind ORDER BY employment_id, valid_from DESC) k ON k.employment_id = e.id
         LEFT JOIN (SELECT DISTINCT ON (employment_id) employment_id, nip FROM employment_nip ORDER BY employment_id, valid_from DESC) n ON n.employment_id = e.id
         LEFT JOIN (SELECT DISTINCT ON (employment_id) employment_id, rank, valid_from FROM employment_rank ORDER BY employment_id, valid_from DESC) r
           ON r.employment_id = e.id`,
      ),
      nips: await this.db.query(`SELECT nip, employment_id AS "employmentId" FROM employment_nip`),
      assignments: await this.db.query(
        `SELECT id, employment_id AS "employmentId", post_id AS "postId", kind, seat, valid_from AS "from", valid_to AS "to",
                decree_number AS "decreeNumber", decree_date AS "decreeDate" FROM assignment`,
      ),
      usernames: await this.db.query(`SELECT username, person_id AS "personId" FROM account`),
    };
  }
}
