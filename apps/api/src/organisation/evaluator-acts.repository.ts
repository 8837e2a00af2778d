import { Injectable } from '@nestjs/common';
import type { Decree, EndRequest } from '@ekinerja/contracts/assignments';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type {
  AuthorityKind, AuthorityView, CreateDelegationRequest, CreateLeaderRequest, CreateOverrideRequest, DelegationView, LeaderView, NameAuthorityRequest, OverrideView,
} from '@ekinerja/contracts/evaluator-acts';
import { Database } from '../platform/database/database.js';

const name = (employment: string) =>
  `(SELECT person_display_name(p) FROM employment e JOIN person p ON p.id = e.person_id WHERE e.id = ${employment})`;
const nip = (employment: string) => `(SELECT nip FROM employment_nip WHERE employment_id = ${employment} ORDER BY valid_from DESC LIMIT 1)`;
const DATED = `t.id, t.valid_from AS "validFrom", t.valid_to AS "validTo", t.version`;
const DECREE = `t.decree_date AS "decreeDate", t.decree_file_id AS "decreeFileId"`;

/** What each kind of act is kept in, and how it is read. */
const ACTS = {
  delegation: {
    table: 'evaluator_delegation',
    select: `${DATED}, ${DECREE}, t.decree AS "decreeNumber", t.delegate_employment_id AS "delegateEmploymentId", ${name('t.delegate_employment_id')} AS "delegateName",
      ${nip('t.delegate_employment_id')} AS "delegateNip", t.post_id AS "postId", post.name AS "postName", t.unit_id AS "unitId", unit.name AS "unitName"
      FROM evaluator_delegation t LEFT JOIN post ON post.id = t.post_id LEFT JOIN unit ON unit.id = t.unit_id`,
  },
  override: {
    table: 'evaluator_override',
    select: `${DATED}, ${DECREE}, t.decree_number AS "decreeNumber", t.employment_id AS "employmentId", ${name('t.employment_id')} AS "personName", ${nip('t.employment_id')} AS nip,
      t.evaluator_employment_id AS "evaluatorEmploymentId", ${name('t.evaluator_employment_id')} AS "evaluatorName",
      ${nip('t.evaluator_employment_id')} AS "evaluatorNip", t.reason, t.grantor FROM evaluator_override t`,
  },
  authority: {
    table: 'authority',
    select: `${DATED}, ${DECREE}, t.decree_number AS "decreeNumber", t.kind, t.employment_id AS "employmentId", ${name('t.employment_id')} AS "personName",
      ${nip('t.employment_id')} AS nip FROM authority t`,
  },
  leader: {
    table: 'leader',
    select: `${DATED}, t.employment_id AS "employmentId", t.scope, t.leader_employment_id AS "leaderEmploymentId",
      coalesce(t.outside_name, ${name('t.leader_employment_id')}) AS "leaderName",
      coalesce(t.outside_office, (SELECT post.name FROM assignment a JOIN post ON post.id = a.post_id
        WHERE a.employment_id = t.leader_employment_id AND a.kind = 'definitive' ORDER BY a.valid_from DESC LIMIT 1)) AS "leaderOffice", t.reason FROM leader t`,
  },
} as const;
export interface Views {
  delegation: DelegationView;
  override: OverrideView;
  authority: AuthorityView;
  leader: LeaderView;
}
export type ActKind = keyof Views;

const TOUCHES = `daterange(t.valid_from, t.valid_to, '[]') && daterange($1::date, $2::date, '[]')`;

/** Delegations, overrides, authorities and leaders: acts from a day to a day, ended but never taken away. */
@Injectable()
export class EvaluatorActsRepository {
  constructor(private readonly db: Database) {}

  async find<K extends ActKind>(kind: K, id: Uuid): Promise<Views[K] | null> {
    return this.db.one<Views[K]>(`SELECT ${ACTS[kind].select} WHERE t.id = $1`, [id]);
  }

  async lock<K extends ActKind>(kind: K, id: Uuid): Promise<Views[K] | null> {
    return this.db.one<Views[K]>(`SELECT ${ACTS[kind].select} WHERE t.id = $1 FOR UPDATE OF t`, [id]);
  }

  /** The latest first. */
  async list<K extends ActKind>(kind: K): Promise<Views[K][]> {
    return this.db.query<Views[K]>(`SELECT ${ACTS[kind].select} ORDER BY t.valid_from DESC, t.id LIMIT 1000`);
  }

  async end(kind: ActKind, id: Uuid, { lastDay }: EndRequest): Promise<void> {
    await this.db.execute(`UPDATE ${ACTS[kind].table} SET valid_to = $2, version = version + 1 WHERE id = $1`, [id, lastDay]);
  }

  async delegationTouching(request: CreateDelegationRequest): Promise<DelegationView | null> {
    return this.db.one<DelegationView>(
      `SELECT ${ACTS.delegation.select} WHERE ${TOUCHES} AND t.post_id IS NOT DISTINCT FROM $3::uuid AND t.unit_id IS NOT DISTINCT FROM $4::uuid
         AND ($3::uuid IS NOT NULL OR $4::uuid IS NOT NULL OR t.delegate_employment_id = $5) LIMIT 1`,
      [request.validFrom, request.validTo, request.postId, request.unitId, request.delegateEmploymentId],
    );
  }

  async overrideTouching({ employmentId, validFrom, validTo }: CreateOverrideRequest): Promise<OverrideView | null> {
    return this.db.one<OverrideView>(`SELECT ${ACTS.override.select} WHERE ${TOUCHES} AND t.employment_id = $3 LIMIT 1`, [validFrom, validTo, employmentId]);
  }

  async authorityTouching(kind: AuthorityKind, from: IsoDate, to: IsoDate | null): Promise<AuthorityView | null> {
    return this.db.one<AuthorityView>(`SELECT ${ACTS.authority.select} WHERE ${TOUCHES} AND t.kind = $3 LIMIT 1`, [from, to, kind]);
  }

  async leadersOf(employmentId: Uuid, date: IsoDate): Promise<LeaderView[]> {
    return this.db.query<LeaderView>(
      `SELECT ${ACTS.leader.select} WHERE t.employment_id = $1 AND t.valid_from <= $2 AND (t.valid_to IS NULL OR t.valid_to >= $2) ORDER BY t.valid_from, t.id`,
      [employmentId, date],
    );
  }

  /** Who is led by somebody of ours beside the evaluator on a day; `leaderId` null: all of them. */
  async ledBeside(date: IsoDate, leaderId: Uuid | null): Promise<{ employmentId: Uuid; leaderId: Uuid }[]> {
    return this.db.query(
      `SELECT DISTINCT employment_id AS "employmentId", leader_employment_id AS "leaderId" FROM leader
       WHERE leader_employment_id IS NOT NULL AND ($2::uuid IS NULL OR leader_employment_id = $2) AND valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)`,
      [date, leaderId],
    );
  }

  async insertDelegation(request: CreateDelegationRequest): Promise<Uuid> {
    return this.insert(
      `evaluator_delegation (delegate_employment_id, post_id, unit_id, valid_from, valid_to, decree, decree_date, decree_file_id)`,
      [request.delegateEmploymentId, request.postId, request.unitId, request.validFrom, request.validTo, ...decreeOf(request.decree)],
    );
  }

  async insertOverride(request: CreateOverrideRequest): Promise<Uuid> {
    return this.insert(
      `evaluator_override (employment_id, evaluator_employment_id, valid_from, valid_to, reason, grantor, decree_number, decree_date, decree_file_id)`,
      [request.employmentId, request.evaluatorEmploymentId, request.validFrom, request.validTo, request.reason, request.grantor, ...decreeOf(request.decree)],
    );
  }

  async insertAuthority(request: NameAuthorityRequest): Promise<Uuid> {
    return this.insert(`authority (kind, employment_id, valid_from, valid_to, decree_number, decree_date, decree_file_id)`, [
      request.kind, request.employmentId, request.validFrom, request.validTo, ...decreeOf(request.decree),
    ]);
  }

  async insertLeader(request: CreateLeaderRequest): Promise<Uuid> {
    return this.insert(`leader (employment_id, scope, leader_employment_id, outside_name, outside_office, reason, valid_from, valid_to)`, [
      request.employmentId, request.scope, request.leaderEmploymentId, request.outsideName, request.outsideOffice, request.reason, request.validFrom, request.validTo,
    ]);
  }

  private async insert(into: string, values: unknown[]): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(`INSERT INTO ${into} VALUES (${values.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING id`, values);
    return row!.id;
  }
}

function decreeOf({ number, date, fileId }: Decree): [string, IsoDate, Uuid | null] {
  return [number, date, fileId];
}
