import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, IsoMonth, PostKind, Uuid } from '@ekinerja/contracts/basics';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { Database } from '../platform/database/database.js';

export interface HeldPost {
  from: IsoDate;
  to: IsoDate | null;
  postId: Uuid;
  postName: string;
  postKind: PostKind;
  postCode: string | null;
  unitCode: string;
  /** On the rule day, or the nearest day on which the post was held. */
  class: string | null;
  nip: string | null;
  rank: string | null;
  unitId: Uuid;
  unitName: string;
  skpdId: Uuid | null;
  skpdName: string | null;
}

/** Somebody with a post of the SKPD on any day of the month, with all definitive posts of that month in order. */
export interface ListedPerson {
  employmentId: Uuid;
  name: string;
  kind: EmployeeKind;
  employedFrom: IsoDate;
  employedTo: IsoDate | null;
  posts: HeldPost[];
  /** The post of a rule day before the month, where it had ended by then. */
  ruleDayPost: HeldPost | null;
  /** Kinds of employment that began within the month, in order. */
  kinds: readonly { from: IsoDate; kind: EmployeeKind }[];
}

type Row = Omit<ListedPerson, 'posts' | 'ruleDayPost' | 'kinds'> & HeldPost;

export interface PeopleQuestion {
  month: IsoMonth;
  skpdId: Uuid;
  /** The rule day of the month by employee kind. */
  ruleDays: Map<EmployeeKind, IsoDate>;
  employmentIds?: Uuid[];
}

@Injectable()
export class PayPeopleRepository {
  constructor(private readonly db: Database) {}

  /** One query, ordered by name: nobody with a post of the SKPD in the month is left out. */
  async listed(question: PeopleQuestion): Promise<ListedPerson[]> {
    const rows = await this.db.query<Row>(
      // Fenced in steps and with one question a column: as one join of thirteen tables planning alone took longer than
      // reading. At most one row holds on a day; the order leads to the primary key instead of the slower index of spans.
      `WITH listed AS MATERIALIZED (
         SELECT DISTINCT a.employment_id FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
         WHERE u.skpd_id = $1 AND a.kind = 'definitive' AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $2)
           AND ($6::uuid[] IS NULL OR a.employment_id = ANY($6::uuid[]))
       ),
       held AS (
         SELECT e.id, pe.name, concat_ws(', ', concat_ws(' ', nullif(pe.front_title, ''), pe.name), nullif(pe.back_title, '')) AS shown, k.kind, e.valid_from, e.valid_to,
                a.valid_from AS "from", a.valid_to AS "to", a.post_id, a.class_override,
                least(greatest(($5::date[])[array_position($4::text[], k.kind)], a.valid_from), a.valid_to) AS day
         FROM listed l JOIN employment e ON e.id = l.employment_id JOIN person pe ON pe.id = e.person_id
         CROSS JOIN LATERAL (SELECT kind FROM employment_kinds_on(e.id, greatest($2::date, e.valid_from)) OFFSET 0) k
         JOIN assignment a ON a.employment_id = e.id AND a.kind = 'definitive' AND a.valid_from <= $3
          AND (a.valid_to IS NULL OR a.valid_to >= least($2, ($5::date[])[array_position($4::text[], k.kind)]))
         WHERE k.kind = ANY($4::text[]) OFFSET 0
       )
       SELECT h.id AS "employmentId", h.shown AS name, h.kind, h.valid_from AS "employedFrom", h.valid_to AS "employedTo", h."from", h."to",
              p.id AS "postId", coalesce(ph.name, p.name) AS "postName", coalesce(ph.kind, p.kind) AS "postKind", p.code AS "postCode", u.code AS "unitCode",
              coalesce(h.class_override, (SELECT c.class FROM post_class c WHERE c.post_id = p.id AND c.valid_from <= h.day AND (c.valid_to IS NULL OR c.valid_to >= h.day) ORDER BY c.valid_from DESC LIMIT 1)) AS class,
              (SELECT n.nip FROM employment_nip n WHERE n.employment_id = h.id AND n.valid_from <= h.day AND (n.valid_to IS NULL OR n.valid_to >= h.day) ORDER BY n.valid_from DESC LIMIT 1) AS nip,
              (SELECT k.rank FROM employment_rank k WHERE k.employment_id = h.id AND k.valid_from <= h.day AND (k.valid_to IS NULL OR k.valid_to >= h.day) ORDER BY k.valid_from DESC LIMIT 1) AS rank,
              u.id AS "unitId", u.name AS "unitName", u.skpd_id AS "skpdId", s.name AS "skpdName"
       FROM held h JOIN post p ON p.id = h.post_id JOIN unit u ON u.id = p.unit_id LEFT JOIN unit s ON s.id = u.skpd_id
       LEFT JOIN post_history ph ON ph.post_id = p.id AND h.day BETWEEN ph.valid_from AND ph.valid_to
       ORDER BY h.name, h.id, h."from"`,
      [
        question.skpdId, firstDay(question.month), lastDay(question.month),
        [...question.ruleDays.keys()], [...question.ruleDays.values()], question.employmentIds ?? null,
      ],
    );
    return grouped(rows, firstDay(question.month));
  }

  /** Kinds of employment that began within the month, after its first day: CPNS to PNS. */
  async kindChanges(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, ListedPerson['kinds'][number][]>> {
    const rows = await this.db.query<{ employment_id: Uuid; from: IsoDate; kind: EmployeeKind }>(
      `SELECT employment_id, valid_from AS "from", kind FROM employment_kind WHERE valid_from > $1 AND valid_from <= $2 AND employment_id = ANY($3::uuid[]) ORDER BY valid_from`,
      [firstDay(month), lastDay(month), employmentIds],
    );
    const changes = new Map<Uuid, ListedPerson['kinds'][number][]>();
    for (const { employment_id, ...change } of rows) changes.set(employment_id, [...(changes.get(employment_id) ?? []), change]);
    return changes;
  }

  /** Waivers of a run by employment and kind, with their reasons. */
  async waivers(runId: Uuid, skpdId: Uuid): Promise<Map<Uuid, Map<string, string>>> {
    const rows = await this.db.query<{ employment_id: Uuid; kind: string; reason: string }>(
      `SELECT employment_id, kind, reason FROM pay_run_waiver WHERE run_id = $1 AND skpd_id = $2`,
      [runId, skpdId],
    );
    const waivers = new Map<Uuid, Map<string, string>>();
    for (const row of rows) {
      const own = waivers.get(row.employment_id) ?? new Map<string, string>();
      waivers.set(row.employment_id, own.set(row.kind, row.reason));
    }
    return waivers;
  }

  /** Corrections of earlier months that nobody has paid or recovered yet, oldest first. */
  async openAdjustments(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, OpenAdjustment[]>> {
    const rows = await this.db.query<OpenAdjustment & { employment_id: Uuid }>(
      `SELECT j.id, j.employment_id, j.amount, j.month, j.cause, r.payment_month AS "paidIn" FROM adjustment j
       JOIN payslip s ON s.id = j.payslip_id JOIN pay_run r ON r.id = s.run_id
       WHERE j.settled_by_payslip_id IS NULL AND j.void_at IS NULL AND j.claim_settled_on IS NULL AND j.month < $1 AND j.employment_id = ANY($2::uuid[])
       ORDER BY j.month, j.created_at, j.id`,
      [month, employmentIds],
    );
    const open = new Map<Uuid, OpenAdjustment[]>();
    for (const { employment_id, ...row } of rows) open.set(employment_id, [...(open.get(employment_id) ?? []), row]);
    return open;
  }
}

export interface OpenAdjustment {
  id: Uuid;
  amount: number;
  month: IsoMonth;
  cause: string;
  /** Payment month of the slip that it corrects: whose budget bore it. */
  paidIn: IsoMonth;
}

function grouped(rows: Row[], first: IsoDate): ListedPerson[] {
  const people: ListedPerson[] = [];
  for (const row of rows) {
    const { employmentId, name, kind, employedFrom, employedTo, ...post } = row;
    let person = people[people.length - 1];
    if (person?.employmentId !== employmentId) people.push((person = { employmentId, name, kind, employedFrom, employedTo, posts: [], ruleDayPost: null, kinds: [] }));
    if (post.to !== null && post.to < first) person.ruleDayPost = post;
    else person.posts.push(post);
  }
  return people;
}
