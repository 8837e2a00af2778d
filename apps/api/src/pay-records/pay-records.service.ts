import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import {
  PAY_RECORD_SHAPES, type PayRecord, type PayRecordCodes, type PayRecordDecision, type PayRecordEnd, type PayRecordInput, type PayRecordsPage,
} from '@ekinerja/contracts/pay-records';
import { addMonths, firstDay, monthOf } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { AuditService, type SystemActor } from '../audit/audit.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import { reach, reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { partOfPerson } from '../platform/database/search.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { Upload } from '../platform/http/upload.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { codesOf, codesWithin } from './record-codes.js';
import { checkRecord } from './record-check.js';
import type { ListRecordsQuery } from './pay-records.dto.js';
import { PayRecordRepository, type NewRecord, type StoredRecord } from './pay-record.repository.js';
import { countedSince, type RecordFact } from './record-facts.js';

export { factsOf, permittedDays, presenceOf, rosterOf, type RecordFact } from './record-facts.js';

const READERS = ['superadmin', 'auditor', 'staffing-manager', 'unit-admin', 'unit-head'] as const;
/** Kinds that are presence itself: a closed month takes none (design "After closing"). */
const PRESENCE_ITSELF: readonly PayRecordInput['kind'][] = ['manual-presence', 'shift'];

/** Dated facts with their papers: recorded, agreed where two must, ended, and told to the run. */
@Injectable()
export class PayRecordsService {
  constructor(
    private readonly db: Database,
    private readonly repository: PayRecordRepository,
    private readonly periods: PeriodsService,
    private readonly regulations: RegulationsService,
    private readonly files: FileStorage,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @param laws of the month: their rules may count from an earlier day */
  inForce(month: IsoMonth, employmentIds: Uuid[], laws: Iterable<LawSet> = []): Promise<Map<Uuid, RecordFact[]>> {
    return this.repository.inForce(month, employmentIds, countedSince(month, laws));
  }

  stamp(): Promise<string> {
    return this.repository.stamp();
  }

  async codes(today: IsoDate): Promise<PayRecordCodes> {
    return { codes: codesOf(await this.regulations.lawOn(today)) };
  }

  async list(actor: Actor, query: ListRecordsQuery): Promise<PayRecordsPage> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const rows = await this.repository.list({
      skpdIds: reach(actor, READERS), kind: query.kind ?? null, status: query.status ?? null, month: query.month ?? null,
      search: partOfPerson(query.search), after, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.recordedAt.toISOString(), row.id]);
    return { ...page, items: page.items.map(view) };
  }

  async get(actor: Actor, id: Uuid): Promise<PayRecord> {
    return view(this.requireReadable(actor, await this.repository.find(id)));
  }

  async record(actor: Actor, given: PayRecordInput): Promise<PayRecord> {
    const input: PayRecordInput = Object.assign(empty(), given);
    const fields = checkRecord(input, codesWithin(await this.regulations.law(), input.from, input.to, this.clock.today()));
    if (fields.length > 0) throw new DomainError('validation-failed', {}, { fields });
    return this.db.transaction(async () => {
      const skpdId = await this.skpdOf(input);
      if (!skpdId || !READERS.some((role) => reaches(actor, role, skpdId))) {
        throw new DomainError('validation-failed', {}, { fields: [{ field: input.unitId ? 'unitId' : 'employmentId', rule: 'unknown' }] });
      }
      this.requireWriter(actor, input, skpdId);
      const shape = PAY_RECORD_SHAPES[input.kind];
      const record: NewRecord = { ...input, skpdId, status: shape.approval ? 'waiting' : 'in-force', importId: null, source: null };
      if (record.status === 'in-force') await this.touch([record]);
      const [id] = await this.repository.insertAll([record], this.clock.now(), actor.accountId);
      await this.audit.record({
        actor, action: 'pay-record.recorded', subjectType: input.employmentId ? 'employment' : 'unit', subjectId: (input.employmentId ?? input.unitId) as Uuid,
        after: { id, ...input, status: record.status }, reason: input.reason,
      });
      return view((await this.repository.find(id!))!);
    });
  }

  /** Told by another feature in its own transaction, once a source: a deduction that a follow-up case has decided. */
  async recordFor(actor: Actor | SystemActor, input: PayRecordInput, source: string): Promise<void> {
    const skpdId = await this.skpdOf(input);
    if (!skpdId) throw new DomainError('not-found');
    const record: NewRecord = { ...input, skpdId, status: 'in-force', importId: null, source };
    const [id] = await this.repository.insertAll([record], this.clock.now(), 'accountId' in actor ? actor.accountId : null);
    if (!id) return;
    await this.touch([record]);
    await this.audit.record({ actor, action: 'pay-record.recorded', subjectType: 'employment', subjectId: input.employmentId as Uuid, after: { id, ...input, source }, reason: input.reason });
  }

  /** Another person than the one who recorded agrees or refuses. */
  async decide(actor: Actor, id: Uuid, seen: number | null, { decision, reason }: PayRecordDecision): Promise<PayRecord> {
    return this.db.transaction(async () => {
      const record = this.requireReadable(actor, await this.repository.lock(id));
      if (!(['superadmin', 'unit-head'] as const).some((role) => reaches(actor, role, record.skpdId))) throw new DomainError('permission-denied');
      requireVersion(seen, record, view(record));
      if (record.status !== 'waiting') throw new DomainError('state-refused', { status: record.status });
      if (record.recordedById === actor.accountId) throw new DomainError('second-person-required');
      if (decision === 'refuse' && !reason) throw new DomainError('reason-required');
      if (decision === 'agree') await this.touch([record]);
      await this.repository.decide(id, decision === 'agree' ? 'in-force' : 'refused', reason, this.clock.now(), actor.accountId);
      await this.audit.record({ actor, action: `pay-record.${decision === 'agree' ? 'agreed' : 'refused'}`, subjectType: 'pay-record', subjectId: id, before: { status: 'waiting' }, after: { decision }, reason });
      return view((await this.repository.find(id))!);
    });
  }

  /** Ends a record after a day, or takes it back as if it had never held; closed months get an adjustment. */
  async end(actor: Actor, id: Uuid, seen: number | null, { to, reason }: PayRecordEnd): Promise<PayRecord> {
    return this.db.transaction(async () => {
      const record = this.requireReadable(actor, await this.repository.lock(id));
      this.requireWriter(actor, record, record.skpdId);
      requireVersion(seen, record, view(record));
      if (!['in-force', 'waiting'].includes(record.status)) throw new DomainError('state-refused', { status: record.status });
      if (to !== null && (to < record.from || (record.to !== null && to > record.to))) {
        throw new DomainError('validation-failed', {}, { fields: [{ field: 'to', rule: 'dateBetween', params: { from: record.from, to: record.to } }] });
      }
      await this.repository.end(id, to, reason, this.clock.now(), actor.accountId);
      if (record.status === 'in-force') await this.touch([record]);
      await this.audit.record({ actor, action: to ? 'pay-record.ended' : 'pay-record.revoked', subjectType: 'pay-record', subjectId: id, before: { to: record.to, status: record.status }, after: { to }, reason });
      return view((await this.repository.find(id))!);
    });
  }

  async attach(actor: Actor, id: Uuid, file: Upload): Promise<PayRecord> {
    return this.db.transaction(async () => {
      const record = this.requireReadable(actor, await this.repository.lock(id));
      this.requireWriter(actor, record, record.skpdId);
      const stored = await this.files.store({ ...file, storedBy: actor.accountId });
      await this.repository.attach(id, stored.id);
      await this.audit.record({ actor, action: 'pay-record.paper-added', subjectType: 'pay-record', subjectId: id, after: { file: stored.name, sha256: stored.sha256 } });
      return view((await this.repository.find(id))!);
    });
  }

  async paper(actor: Actor, id: Uuid): Promise<{ name: string; mediaType: string; content: Buffer }> {
    const record = this.requireReadable(actor, await this.repository.find(id));
    const stored = record.documentFileId && (await this.files.read(record.documentFileId));
    if (!stored) throw new DomainError('not-found');
    return { name: stored.file.name, mediaType: stored.file.mediaType, content: stored.content };
  }

  /**
   * Every month that a record reaches: presence itself is refused where the month is closed; any other fact is taken
   * and what it changes becomes an adjustment. Locks in one order, so that two writers never wait for each other.
   */
  async touch(records: readonly Pick<NewRecord, 'kind' | 'employmentId' | 'unitId' | 'skpdId' | 'from' | 'to'>[]): Promise<void> {
    const present = monthOf(this.clock.today());
    const months = new Map<string, { skpdId: Uuid; month: IsoMonth; refuse: IsoDate | null }>();
    const told = new Map<string, Uuid[]>();
    for (const { kind, employmentId, unitId, skpdId, from, to } of records) {
      const last = to !== null && monthOf(to) < present ? monthOf(to) : present;
      for (let month = monthOf(from); month <= last; month = addMonths(month, 1)) {
        const key = `${skpdId} ${month}`;
        const day = from > firstDay(month) ? from : firstDay(month);
        const known = months.get(key)?.refuse ?? null;
        months.set(key, { skpdId, month, refuse: PRESENCE_ITSELF.includes(kind) && (known === null || day < known) ? day : known });
      }
      const people = employmentId ? [employmentId] : await this.repository.peopleOf(unitId as Uuid, from, to ?? this.clock.today());
      const since = monthOf(from);
      if (since <= present) told.set(since, [...(told.get(since) ?? []), ...people]);
    }
    let closed = false;
    for (const key of [...months.keys()].sort()) {
      const { skpdId, month, refuse } = months.get(key)!;
      try {
        await this.periods.writing(skpdId, month, refuse ?? undefined);
        // Days after the last one that was closed are written; what else came with them still reaches the month's pay.
        if (refuse !== null && refuse > firstDay(month) && (await this.periods.closedUntil(skpdId, month)) !== null) closed = true;
      } catch (error) {
        if (refuse !== null || !(error instanceof DomainError && error.code === 'month-closed')) throw error;
        closed = true;
      }
    }
    if (!closed) return;
    for (const [month, employmentIds] of told) await this.outbox.announce('pay-record.changed', { employmentIds: [...new Set(employmentIds)], from: firstDay(month) });
  }

  private skpdOf({ employmentId, unitId, from }: PayRecordInput): Promise<Uuid | null> {
    return employmentId ? this.periods.skpdOfMonth(employmentId, monthOf(from)) : this.repository.skpdOfUnit(unitId as Uuid);
  }

  private requireReadable(actor: Actor, record: StoredRecord | null): StoredRecord {
    if (!record || !READERS.some((role) => reaches(actor, role, record.skpdId))) throw new DomainError('not-found');
    return record;
  }

  private requireWriter(actor: Actor, { kind }: Pick<PayRecordInput, 'kind'>, skpdId: Uuid): void {
    if (reaches(actor, 'superadmin', skpdId)) return;
    if (PAY_RECORD_SHAPES[kind].byUnit && reaches(actor, 'unit-admin', skpdId)) return;
    throw new DomainError('permission-denied');
  }
}

/** What a request leaves out is none. */
function empty() {
  return {
    employmentId: null, unitId: null, to: null, code: null, amount: null, value: null, checkIn: null, checkOut: null, breakMinutes: null, child: null, cause: null, class: null,
    documentNumber: null, documentDate: null,
  };
}

function view({ skpdId: _skpd, recordedById: _by, recordedAt, decidedAt, ...record }: StoredRecord): PayRecord {
  return { ...record, recordedAt: recordedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null };
}
