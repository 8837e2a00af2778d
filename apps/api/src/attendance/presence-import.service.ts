import { Injectable } from '@nestjs/common';
import { ATTENDANCE_LIMITS, type PresenceImport, type PresenceSource, type PushPresenceRequest } from '@ekinerja/contracts/attendance';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { AuditService, type SystemActor } from '../audit/audit.service.js';
import { PayRecordsService } from '../pay-records/pay-records.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import type { Upload } from '../platform/http/upload.js';
import { EMPTY, textCell } from '../platform/spreadsheet/raw-cell.js';
import { readNip } from '../platform/spreadsheet/read-cells.js';
import { TooManyRows, UnreadableFile } from '../platform/spreadsheet/unreadable-file.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { AttendanceRepository } from './attendance.repository.js';
import type { Night } from './night-rows.js';
import { PresenceCheck, type CheckOutcome } from './presence-check.js';
import type { RawSheet } from './presence-file/raw-row.js';
import { readPresenceFile } from './presence-file/read-presence-file.js';
import { PresenceWordsService } from './presence-words.service.js';
import { PresenceImportRepository, type ImportRecord, type Preview } from './presence-import.repository.js';

/**
 * A month's presence from the presence system (BK 7(1)): read, checked whole, shown with what it will change, then
 * applied. Nothing counts before it is applied, and applying again counts nothing twice.
 */
@Injectable()
export class PresenceImportService {
  constructor(
    private readonly db: Database,
    private readonly repository: PresenceImportRepository,
    private readonly presence: AttendanceRepository,
    private readonly records: PayRecordsService,
    private readonly words: PresenceWordsService,
    private readonly periods: PeriodsService,
    private readonly files: FileStorage,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async upload(actor: Actor, month: IsoMonth, file: Upload): Promise<PresenceImport> {
    const sheets = await this.read(file.content);
    return this.take(actor, month, sheets, { name: file.name, mediaType: file.mediaType, content: file.content, source: 'file' });
  }

  /** Keeps what came as it came, checks it, and shows what it will do. */
  async take(
    actor: Actor | SystemActor, month: IsoMonth, sheets: RawSheet[], given: { name: string; mediaType?: string; content: Buffer; source: PresenceSource },
  ): Promise<PresenceImport> {
    return this.db.transaction(async () => {
      const storedBy = 'accountId' in actor ? actor.accountId : null;
      const stored = await this.files.store({ name: given.name, mediaType: given.mediaType ?? 'application/octet-stream', content: given.content, storedBy });
      return this.preview(actor, month, sheets, { fileName: given.name, fileId: stored.id, source: given.source });
    });
  }

  /** The same from another system's request. */
  async push(actor: Actor, request: PushPresenceRequest): Promise<PresenceImport> {
    const cell = (text: string | null) => (text === null ? EMPTY : textCell(text));
    const rows = request.rows.map((row, index) => ({
      sheet: null,
      row: index + 1,
      cells: { nip: textCell(row.nip), date: textCell(row.date), checkIn: cell(row.checkIn ?? null), checkOut: cell(row.checkOut ?? null), status: textCell(row.status) },
    }));
    const name = `API ${this.clock.today()} ${this.clock.timeOfDay()}`;
    const content = Buffer.from(JSON.stringify(request));
    return this.take(actor, request.month, [{ name: null, headings: {}, rows }], { name, mediaType: 'application/json', content, source: 'api' });
  }

  async list(month: IsoMonth): Promise<PresenceImport[]> {
    return (await this.repository.list(month)).map(view);
  }

  async get(id: Uuid): Promise<PresenceImport> {
    const record = await this.repository.find(id);
    if (!record) throw new DomainError('not-found');
    return view(record);
  }

  /** @throws DomainError `import-has-errors`, `import-already-applied`, `import-superseded`, `month-closed` */
  async apply(actor: Actor, id: Uuid): Promise<PresenceImport> {
    return this.db.transaction(async () => {
      const found = await this.repository.lock(id);
      if (!found) throw new DomainError('not-found');
      const { month, status } = found;
      if (status === 'applied') throw new DomainError('import-already-applied', { month });
      if (status === 'superseded') throw new DomainError('import-superseded', { month });
      if (status === 'invalid') throw new DomainError('import-has-errors', { month });
      const skpdOf = await this.lockMonths(id, month);
      const difference = await this.repository.difference(id);
      await this.repository.apply(id, skpdOf);
      await this.repository.markApplied(id, this.clock.now(), actor.accountId);
      const { preview } = (await this.repository.find(id))!;
      await this.repository.savePreview(id, { ...preview, ...difference });
      await this.audit.record({ actor, action: 'presence.applied', subjectType: 'presence-import', subjectId: id, after: { month, ...difference } });
      return this.get(id);
    });
  }

  /** Checks again, against the state of now: who is in service, where they are paid, and whether that month is open. */
  private async lockMonths(id: Uuid, month: IsoMonth): Promise<Map<Uuid, Uuid>> {
    const gone = await this.repository.outOfService(id);
    const employments = await this.repository.employmentsOf(id);
    const skpdOf = await this.periods.skpdsOfMonth(month, employments);
    if (gone > 0 || skpdOf.size < employments.length) throw new DomainError('import-has-errors', { month, rows: gone + employments.length - skpdOf.size });
    const touched = new Map<Uuid, IsoDate>();
    for (const [employment, day] of await this.repository.touched(id)) {
      const skpd = skpdOf.get(employment) as Uuid;
      const known = touched.get(skpd);
      touched.set(skpd, known !== undefined && known < day ? known : day);
    }
    // In one order, so that two writers never wait for each other.
    for (const skpd of [...touched.keys()].sort()) await this.periods.writing(skpd, month, touched.get(skpd));
    return skpdOf;
  }

  private async preview(
    actor: Actor | SystemActor, month: IsoMonth, sheets: RawSheet[], source: { fileName: string; fileId: Uuid | null; source: PresenceSource },
  ): Promise<PresenceImport> {
    const outcome = await this.check(month, sheets, source.source === 'pull');
    const valid = outcome.problemCount === 0;
    const rowCount = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    const at = this.clock.now();
    const id = await this.repository.insert({ month, ...source, status: valid ? 'previewed' : 'invalid', at, by: 'accountId' in actor ? actor.accountId : null, rowCount });
    if (valid) {
      await this.repository.insertRows(id, outcome.rows);
      await this.repository.supersedeOlder(month, id);
    }
    await this.repository.savePreview(id, await this.previewOf(id, month, outcome));
    await this.audit.record({ actor, action: 'presence.uploaded', subjectType: 'presence-import', subjectId: id, after: { month, file: source.fileName, rows: rowCount, problems: outcome.problemCount } });
    return this.get(id);
  }

  private async previewOf(id: Uuid, month: IsoMonth, outcome: CheckOutcome): Promise<Preview> {
    const { problems, problemCount, unknown } = outcome;
    const employees = new Set(outcome.rows.map((row) => row.employmentId)).size;
    if (problemCount > 0) return { problems, problemCount, employees, fresh: 0, changed: 0, unchanged: 0, changes: [], missing: [], missingCount: 0, suspicious: [], unknown: unknown.slice(0, ATTENDANCE_LIMITS.problemsShown) };
    const difference = await this.repository.difference(id);
    const changes = await this.repository.firstChanges(id);
    const missing = await this.repository.missing(id, month);
    const suspicious = await this.repository.suspicious(id);
    return {
      ...difference, employees, problems, problemCount, changes, missing: missing.rows, missingCount: missing.count, suspicious,
      unknown: unknown.slice(0, ATTENDANCE_LIMITS.problemsShown),
    };
  }

  private async check(month: IsoMonth, sheets: RawSheet[], leaveUnknown: boolean): Promise<CheckOutcome> {
    const nips = new Set<string>();
    for (const sheet of sheets) {
      for (const row of sheet.rows) {
        const nip = readNip(row.cells.nip ?? EMPTY);
        if ('value' in nip) nips.add(nip.value);
      }
    }
    const byNip = await this.repository.spansOf([...nips]);
    const people = [...byNip.values()].flatMap((spans) => spans.map((span) => span.employmentId));
    const skpdOf = await this.periods.skpdsOfMonth(month, people);
    const closedSkpds = await this.repository.closedSkpds(month);
    const inClosed = people.filter((employment) => closedSkpds.has(skpdOf.get(employment) ?? ''));
    const standing = await this.presence.monthOfPeople(month, inClosed);
    const check = new PresenceCheck(
      { month, today: this.clock.today(), problemsShown: ATTENDANCE_LIMITS.problemsShown, words: await this.words.words(), leaveUnknown },
      { night: await this.nights(month, people), byNip, skpdOf, closedSkpds, standing: (employment, date) => standing.get(employment)?.find((row) => row.date === date) ?? null },
    );
    return check.run(sheets);
  }

  /** Shifts that run over midnight. */
  private async nights(month: IsoMonth, people: Uuid[]): Promise<(employmentId: Uuid, date: IsoDate) => Night | null> {
    const nights = new Map<string, Night>();
    for (const [employmentId, records] of await this.records.inForce(month, people)) {
      for (const { kind, from, checkIn, checkOut } of records)
        if (kind === 'shift' && checkIn && checkOut && checkOut <= checkIn) nights.set(`${employmentId} ${from}`, { start: checkIn, end: checkOut });
    }
    return (employmentId, date) => nights.get(`${employmentId} ${date}`) ?? null;
  }

  private async read(content: Buffer): Promise<RawSheet[]> {
    try {
      return await readPresenceFile(content, await this.words.words());
    } catch (error) {
      if (error instanceof TooManyRows) throw new DomainError('file-too-large', { rows: ATTENDANCE_LIMITS.rows });
      if (error instanceof UnreadableFile) throw new DomainError('file-unreadable');
      throw error;
    }
  }
}

function view(record: ImportRecord): PresenceImport {
  return {
    id: record.id,
    month: record.month,
    fileName: record.file_name,
    status: record.status,
    uploadedAt: record.uploaded_at.toISOString(),
    uploadedBy: record.uploaded_by_name,
    appliedAt: record.applied_at?.toISOString() ?? null,
    rows: record.row_count,
    source: record.source,
    suspicious: [],
    unknown: [],
    ...record.preview,
  };
}
