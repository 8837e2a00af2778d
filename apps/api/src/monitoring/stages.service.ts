import { Injectable, type StreamableFile } from '@nestjs/common';
import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import { STAGES, type ComplianceItem, type Stage, type StagesAnswer, type TrendMonth, type UnitStages } from '@ekinerja/contracts/oversight';
import { addMonths, firstDay, lastDay, monthOf } from '@ekinerja/regulations/dates';
import { lastMonthJudged } from '@ekinerja/regulations/evaluation';
import { kindsWithSkp } from '@ekinerja/regulations/skp-flow';
import { AuditService } from '../audit/audit.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { complianceWorkbook } from './compliance-workbook.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import type { ComplianceQuery, StagesQuery } from './monitoring.dto.js';
import { stagesWorkbook } from './stages-workbook.js';
import { StagesRepository, type MonthAsked } from './stages.repository.js';

const TREND_MONTHS = 12;
/** A whole province fits one workbook. */
const WORKBOOK_ROWS = 120_000;
const SEE_UNITS = ['superadmin', 'auditor', 'regent', 'agency-head', 'staffing-manager', 'ekinerja-manager', 'sector-admin', 'unit-admin', 'unit-head'] as const;

/** What runs where (TL 5(6)): the regent sees every unit (TL 37(1)), the head of a unit the own one (37(2)). */
@Injectable()
export class StagesService {
  constructor(
    private readonly repository: StagesRepository,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async units(actor: Actor, { month, skpdId }: StagesQuery): Promise<StagesAnswer> {
    const rows = await this.repository.units({ ...(await this.monthOf(month)), skpdIds: narrowed(reach(actor, SEE_UNITS), skpdId) });
    return { month, units: rows.map((row) => ({ ...row, running: runningOf(row) })) };
  }

  async workbook(actor: Actor, query: StagesQuery): Promise<StreamableFile> {
    const { units } = await this.units(actor, query);
    return stagesWorkbook(query.month, units, await this.trend(actor, query));
  }

  trend(actor: Actor, { month, skpdId }: StagesQuery): Promise<TrendMonth[]> {
    const months = Array.from({ length: TREND_MONTHS }, (_, index) => addMonths(month, index - TREND_MONTHS + 1));
    return this.repository.trend(months, narrowed(reach(actor, SEE_UNITS), skpdId));
  }

  /** Who has not planned, entered, approved or been evaluated. */
  async compliance(actor: Actor, query: ComplianceQuery): Promise<Page<ComplianceItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    await this.audit.logRead(actor, 'monitoring.compliance', 'month', query.month);
    const rows = await this.repository.compliance({
      ...(await this.monthOf(query.month)), lacking: query.lacking ?? null, skpdIds: narrowed(reach(actor, SEE_UNITS), query.skpdId), after: after && { name: after[0], id: after[1] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.employmentId]);
    return { ...page, items: page.items.map(({ sortName: _, ...item }) => item) };
  }

  async complianceWorkbook(actor: Actor, { month, skpdId, lacking }: ComplianceQuery): Promise<{ name: string; content: Buffer }> {
    await this.audit.logRead(actor, 'monitoring.compliance-export', 'month', month);
    const rows = await this.repository.compliance({ ...(await this.monthOf(month)), lacking: lacking ?? null, skpdIds: narrowed(reach(actor, SEE_UNITS), skpdId), after: null, limit: WORKBOOK_ROWS });
    await this.audit.logReadOf(actor, rows.map(({ employmentId }) => employmentId));
    return { name: `kepatuhan-${month}.xlsx`, content: await complianceWorkbook(month, rows) };
  }

  private async monthOf(month: IsoMonth): Promise<Omit<MonthAsked, 'skpdIds'>> {
    const end = lastDay(month);
    const today = this.clock.today();
    const law = await this.regulations.law();
    // While the month runs, the people of today.
    const to = month === monthOf(today) && today < end ? today : end;
    return { month, from: firstDay(month), to, now: this.clock.now(), kinds: kindsWithSkp(law, to), judgedMonth: lastMonthJudged(law.on(to), month) };
  }
}

function narrowed(scope: Uuid[] | null, skpdId: Uuid | undefined): Uuid[] | null {
  if (skpdId === undefined) return scope;
  return scope === null || scope.includes(skpdId) ? [skpdId] : [];
}

function runningOf(unit: Omit<UnitStages, 'running'>): Stage[] {
  const runs: Record<Stage, boolean> = { planning: unit.planned > 0, execution: unit.recorded > 0, assessment: unit.evaluated > 0, payment: unit.paid };
  return STAGES.filter((stage) => runs[stage]);
}
