import { Injectable } from '@nestjs/common';
import type { PresenceDayView, PresenceMonthStatus } from '@ekinerja/contracts/attendance';
import type { EmployeeKind, IsoDate, IsoMonth, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import { judgePresence, type PresenceRow } from '@ekinerja/regulations/attendance';
import { firstDay, lastDay, monthOf } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { withRoster } from '@ekinerja/regulations/roster';
import { reach, type Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { PayRecordsService, permittedDays, presenceOf, rosterOf, factsOf, type RecordFact } from '../pay-records/pay-records.service.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { AttendanceRepository } from './attendance.repository.js';
import { unpackMonth } from './packed-month.js';
import { presenceDayViews } from './presence-days.js';

const MONTHS_SHOWN = 6;

/** Presence as imported, read by people and by the pay run. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly repository: AttendanceRepository,
    private readonly regulations: RegulationsService,
    private readonly records: PayRecordsService,
  ) {}

  /**
   * Presence rows of named people, wherever they served, with the days that their records excuse or witness; null
   * without any. Read at once, unpacked one by one: a big SKPD's days never stand in memory together.
   */
  async rowsOf(
    month: IsoMonth, employmentIds: Uuid[], records?: ReadonlyMap<Uuid, readonly RecordFact[]>,
  ): Promise<(employmentId: Uuid) => PresenceRow[] | null> {
    const packed = await this.repository.packedMonths(month, employmentIds);
    const known = records ?? (await this.records.inForce(month, employmentIds));
    return (employmentId) => {
      const own = known.get(employmentId) ?? [];
      const text = packed.get(employmentId);
      const witnessed = presenceOf(own, month);
      const permitted = permittedDays(own, month);
      if (text === undefined && witnessed.length === 0 && permitted.size === 0) return null;
      const rows = [...(text === undefined ? [] : unpackMonth(text, month)), ...witnessed];
      return permitted.size === 0 ? rows : rows.map((row) => (permitted.has(row.date) ? { ...row, permitted: true } : row));
    };
  }

  async knownUntil(month: IsoMonth, skpdId: Uuid): Promise<IsoDate | null> {
    return this.repository.knownUntil(month, skpdId);
  }

  async dutyUnitKinds(): Promise<Map<Uuid, UnitKind>> {
    return this.repository.dutyUnitKinds();
  }

  async synchronisedAt(month: IsoMonth): Promise<Date | null> {
    return this.repository.synchronisedAt(month);
  }

  /** Days of a person's month as the law of its first day judges them, for a slip. */
  async dayViews(
    employmentId: Uuid, span: { month: IsoMonth; unitKind: UnitKind; from: IsoDate; to: IsoDate; employeeKind: EmployeeKind },
  ): Promise<PresenceDayView[]> {
    const { rows, law } = await this.ofPerson(employmentId, span.month, span.unitKind, await this.regulations.lawOn(firstDay(span.month), span.employeeKind));
    return presenceDayViews(judgePresence({ ...span, rows }, law), rows, law);
  }

  /** Own month, judged by the law of its first day; days to come are left out. */
  async mine(actor: Actor, month: IsoMonth): Promise<PresenceDayView[]> {
    if (!actor.employmentId) throw new DomainError('not-found');
    const unitId = await this.repository.unitInMonth(actor.employmentId, month);
    const unitKind = (unitId && (await this.repository.dutyUnitKinds()).get(unitId)) || 'dinas';
    const { rows, law } = await this.ofPerson(actor.employmentId, month, unitKind, await this.regulations.lawOn(firstDay(month)));
    const to = lastDay(month) < actor.today ? lastDay(month) : actor.today;
    return presenceDayViews(judgePresence({ month, unitKind, rows, from: firstDay(month), to }, law), rows, law);
  }

  private async ofPerson(employmentId: Uuid, month: IsoMonth, unitKind: UnitKind, law: LawSet): Promise<{ rows: PresenceRow[]; law: LawSet }> {
    const records = await this.records.inForce(month, [employmentId]);
    const own = records.get(employmentId) ?? [];
    const rows = (await this.rowsOf(month, [employmentId], records))(employmentId) ?? [];
    const roster = rosterOf(own, month);
    return { rows, law: roster ? withRoster(law, roster, { unitKind, groups: factsOf(own, month, law).groups }) : law };
  }

  /** The last months: whether presence has been brought in, and for how many (BK 7(1)). */
  async months(actor: Actor): Promise<PresenceMonthStatus[]> {
    const skpds = reach(actor, ['superadmin', 'auditor', 'unit-admin']);
    const rows = await this.repository.months(monthOf(actor.today), MONTHS_SHOWN, skpds);
    return rows.map((row) => ({
      month: row.month,
      synchronisedAt: row.synchronised_at?.toISOString() ?? null,
      employees: row.employees,
      withRows: row.with_rows,
    }));
  }
}
