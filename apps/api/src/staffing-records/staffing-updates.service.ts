import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { FieldProblem } from '@ekinerja/contracts/errors';
import type {
  OwnStaffingRecord, StaffingAction, StaffingChange, StaffingUpdate, SubmitStaffingUpdateRequest, UpdatableField, VerifyStaffingUpdateRequest,
} from '@ekinerja/contracts/staffing-records';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { applyStaffingAction, staffingActions } from '@ekinerja/regulations/staffing-records';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import type { Upload } from '../platform/http/upload.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { StaffingMatchService } from './staffing-match.service.js';
import { StaffingPeopleRepository } from './staffing-people.repository.js';
import { StaffingUpdatesRepository, type UpdateRow } from './staffing-updates.repository.js';
import { problemsOfChanges } from './update-rules.js';

const SHOWN = 100;
export const STAFFING_READERS = ['superadmin', 'auditor', 'staffing-manager', 'sector-admin', 'unit-admin'] as const;

export interface StaffingFile {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** KS 1 angka 10–14, 25: the employee asks with a document; an officer verifies, clarifies, synchronises and validates; then it counts. */
@Injectable()
export class StaffingUpdatesService {
  constructor(
    private readonly db: Database,
    private readonly people: StaffingPeopleRepository,
    private readonly updates: StaffingUpdatesRepository,
    private readonly match: StaffingMatchService,
    private readonly organisation: OrganisationService,
    private readonly files: FileStorage,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` for somebody without an employment */
  async own(actor: Actor): Promise<OwnStaffingRecord> {
    const employmentId = ownEmployment(actor);
    await this.updates.markSeen(employmentId, actor.accountId, this.clock.now());
    const [held] = await this.people.held([employmentId], actor.today);
    const rows = await this.updates.list(actor.today, { skpdIds: null }, { employmentId, limit: SHOWN });
    return {
      employmentId, rule: await this.match.rule(), standing: await this.people.standing(employmentId), held: held!.data,
      source: (await this.people.matches([employmentId])).get(employmentId)?.source ?? {},
      updates: rows.map((row) => view(row, actor)),
    };
  }

  async storeFile(actor: Actor, file: Upload): Promise<{ id: Uuid; name: string; bytes: number }> {
    const { id, name, bytes } = await this.files.store({ ...file, storedBy: actor.accountId });
    return { id, name, bytes };
  }

  /** @throws DomainError `duplicate` while another one is open, `validation-failed` */
  async submit(actor: Actor, request: SubmitStaffingUpdateRequest): Promise<StaffingUpdate> {
    const employmentId = ownEmployment(actor);
    return this.db.transaction(async () => {
      const [held] = await this.people.held([employmentId], actor.today);
      const fields: FieldProblem[] = problemsOfChanges(request.changes, held!.data, actor.today);
      if (!(await this.updates.ownsFile(request.fileId, actor.accountId))) fields.push({ field: 'fileId', rule: 'unknown' });
      if (request.documentDate > actor.today) fields.push({ field: 'documentDate', rule: 'notFuture' });
      if (fields.length > 0) throw new DomainError('validation-failed', {}, { fields });
      const changes = request.changes.map(({ field, value }) => ({ field, from: held!.data[field], to: value?.trim() || null }));
      const id = await this.updates.insert(employmentId, { ...request, note: request.note?.trim() || null }, changes, actor.accountId, this.clock.now());
      if (id === null) throw new DomainError('duplicate');
      await this.updates.addStep(id, { action: 'submit', by: actor.accountId, at: this.clock.now(), note: request.note });
      await this.record(actor, 'submitted', id, { employmentId, changes, documentNumber: request.documentNumber });
      return this.get(actor, id);
    });
  }

  verify(actor: Actor, id: Uuid, seen: number | null, { accurate, note }: VerifyStaffingUpdateRequest): Promise<StaffingUpdate> {
    return this.step(actor, id, seen, 'verify', note, accurate);
  }

  clarify(actor: Actor, id: Uuid, seen: number | null, note: string): Promise<StaffingUpdate> {
    return this.step(actor, id, seen, 'clarify', note);
  }

  synchronise(actor: Actor, id: Uuid, seen: number | null): Promise<StaffingUpdate> {
    return this.step(actor, id, seen, 'synchronise', null);
  }

  /** Legalises the update: the data is changed, and compared anew. */
  validate(actor: Actor, id: Uuid, seen: number | null, note: string): Promise<StaffingUpdate> {
    return this.step(actor, id, seen, 'validate', note);
  }

  reject(actor: Actor, id: Uuid, seen: number | null, note: string): Promise<StaffingUpdate> {
    return this.step(actor, id, seen, 'reject', note);
  }

  withdraw(actor: Actor, id: Uuid, seen: number | null): Promise<StaffingUpdate> {
    return this.step(actor, id, seen, 'withdraw', null);
  }

  /** @throws DomainError `not-found` beyond the own matter and the reach of the roles held */
  async get(actor: Actor, id: Uuid): Promise<StaffingUpdate> {
    return view(await this.visible(actor, id), actor);
  }

  async document(actor: Actor, id: Uuid): Promise<StaffingFile> {
    const row = await this.visible(actor, id);
    const stored = await this.files.read(row.fileId);
    if (!stored) throw new DomainError('not-found');
    await this.audit.logReadOf(actor, [row.employmentId]);
    return { name: stored.file.name, mediaType: stored.file.mediaType, content: stored.content };
  }

  private async step(actor: Actor, id: Uuid, seen: number | null, action: StaffingAction, typed: string | null, accurate: boolean | null = null): Promise<StaffingUpdate> {
    return this.db.transaction(async () => {
      if (!(await this.updates.lock(id))) throw new DomainError('not-found');
      const row = await this.visible(actor, id);
      const own = row.personId === actor.personId;
      // Nobody verifies or legalises their own data, whatever role they hold.
      if (own !== (action === 'withdraw')) throw new DomainError('not-yours-to-decide');
      requireVersion(seen, row, view(row, actor));
      const next = applyStaffingAction(row.status, action, own ? 'employee' : 'officer', row.accurate);
      if (isRefusal(next)) throw next.code === 'transition.not-allowed' ? new DomainError('state-refused', next.params) : refusedByRule(next);
      const note = typed?.trim() || null;
      const change = Object.fromEntries(row.changes.map(({ field, to }) => [field, to])) as Partial<Record<UpdatableField, string | null>>;
      const differences = action === 'synchronise' ? await this.match.differencesAfter(row.employmentId, change) : null;
      await this.updates.move(id, next, accurate);
      await this.updates.addStep(id, { action, by: actor.accountId, at: this.clock.now(), note, accurate, differences });
      if (action === 'validate') await this.apply(actor, row, change, note);
      await this.record(actor, PAST[action], id, { employmentId: row.employmentId, status: next, accurate, differences, ...(action === 'validate' ? { changes: row.changes } : {}) }, note);
      return this.get(actor, id);
    });
  }

  private async apply(actor: Actor, row: UpdateRow, change: Partial<Record<UpdatableField, string | null>>, note: string | null): Promise<void> {
    await this.updates.changePerson(row.personId, change);
    if ('rank' in change || 'rankSince' in change) {
      const [held] = await this.people.held([row.employmentId], actor.today);
      const rank = change.rank ?? held!.data.rank;
      const since = change.rankSince ?? held!.data.rankSince ?? actor.today;
      if (rank) await this.updates.correctRank(row.employmentId, rank, since, actor.today);
      await this.outbox.announce('posts.backdated', { employmentIds: [row.employmentId], from: since });
    }
    await this.db.afterCommit(() => this.organisation.recheck());
    const differences = await this.match.differencesAfter(row.employmentId, {});
    await this.people.write([{ employmentId: row.employmentId, differences, validated: true, basis: 'update', goesOn: false, note }], actor.accountId, this.clock.now(), null);
  }

  private async visible(actor: Actor, id: Uuid): Promise<UpdateRow> {
    const [row] = await this.updates.list(actor.today, { skpdIds: null }, { id, limit: 1 });
    const skpds = reach(actor, STAFFING_READERS);
    if (!row || !(row.personId === actor.personId || skpds === null || (row.skpdId !== null && skpds.includes(row.skpdId)))) throw new DomainError('not-found');
    return row;
  }

  private record(actor: Actor, what: string, id: Uuid, after: object, reason: string | null = null): Promise<void> {
    return this.audit.record({ actor, action: `staffing-update.${what}`, subjectType: 'staffing-update', subjectId: id, after, reason });
  }
}

const PAST: Record<StaffingAction, string> = {
  verify: 'verified', clarify: 'clarified', synchronise: 'synchronised', validate: 'validated', reject: 'rejected', withdraw: 'withdrawn',
};

export function view({ accurate, personId, fileId: _file, skpdId: _skpd, ...row }: UpdateRow, actor: Actor): StaffingUpdate {
  const own = personId === actor.personId;
  const officer = actor.permissions.has('staffing-records.manage') && !own;
  const actions = own || officer ? staffingActions(row.status, own ? 'employee' : 'officer', accurate) : [];
  return { ...row, actions };
}

function ownEmployment(actor: Actor): Uuid {
  if (!actor.employmentId) throw new DomainError('not-found');
  return actor.employmentId;
}

export type { StaffingChange };
