import { Injectable } from '@nestjs/common';
import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { Simulation, SimulationItem, SimulationPerson, SimulationPersonDetail, SimulationSide, StartSimulationRequest } from '@ekinerja/contracts/pay-simulations';
import { addMonths, monthOf } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { DraftsService } from '../regulations/drafts.service.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import type { PersonResult } from './pay-calculation.js';
import { MonthEndService } from './month-end.service.js';
import { lineView } from './payslips.service.js';
import { missingOf, received, SimulationEngine } from './simulation-engine.js';
import { SimulationWorkService } from './simulation-work.service.js';
import type { SimulationPeopleQuery } from './simulations.dto.js';
import { SimulationsRepository, type SimulationRecord } from './simulations.repository.js';

/** What a draft, another amount or another class would have paid in a month that is over. Saved; the books never hear of it. */
@Injectable()
export class SimulationsService {
  constructor(
    private readonly db: Database,
    private readonly repository: SimulationsRepository,
    private readonly work: SimulationWorkService,
    private readonly engine: SimulationEngine,
    private readonly regulations: RegulationsService,
    private readonly drafts: DraftsService,
    private readonly audit: AuditService,
    private readonly monthEnd: MonthEndService,
    private readonly clock: Clock,
  ) {}

  /** The month that is asked about when nobody names one. */
  async defaultMonth(): Promise<IsoMonth> {
    return (await this.repository.lastClosedMonth()) ?? addMonths(monthOf(this.clock.today()), -1);
  }

  /** @throws DomainError `month-not-over`, `rule-refused` when nothing is supposed to be otherwise or the documents make no law */
  async start(actor: Actor, request: StartSimulationRequest): Promise<Simulation> {
    const { name, month: asked, drafts, amounts, postClasses, skpdIds, employeeKinds, employmentIds } = request;
    const month = asked ?? (await this.defaultMonth());
    await this.monthEnd.requireOver({ kind: 'regular', month });
    if (drafts.length + amounts.length + postClasses.length === 0) throw new DomainError('rule-refused', {}, { rule: { code: 'simulation.nothing-changed' } });
    const enacted = await this.regulations.enacted();
    const input = { drafts, amounts, postClasses, skpdIds, employeeKinds, employmentIds, enacted: enacted.rows.length };
    await this.engine.supposition(month, input, await this.drafts.documentsOf(drafts, enacted), enacted);
    return this.db.transaction(async () => {
      const id = await this.repository.insert({ name, month, input, by: actor.accountId }, this.clock.now());
      await this.audit.record({ actor, action: 'pay-simulation.started', subjectType: 'pay-simulation', subjectId: id, after: { name, month, ...input } });
      await this.work.add(id);
      return this.get(id);
    });
  }

  async list(): Promise<SimulationItem[]> {
    return (await this.repository.list()).map(itemOf);
  }

  async get(id: Uuid): Promise<Simulation> {
    const record = await this.find(id);
    const { enacted: _enacted, ...question } = record.input;
    const done = record.status === 'done';
    return {
      ...itemOf(record), question,
      documents: record.summary?.documents ?? [],
      units: record.summary?.units ?? [],
      up: done ? await this.repository.biggest(id, 'up') : [],
      down: done ? await this.repository.biggest(id, 'down') : [],
    };
  }

  async people(id: Uuid, query: SimulationPeopleQuery): Promise<Page<SimulationPerson>> {
    await this.find(id);
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const rows = await this.repository.people(id, { q: query.q?.trim() || null, skpdId: query.skpdId ?? null, after, limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.name, row.employmentId]);
  }

  /** Old and new amount of one person with their lines; reading it is logged. */
  async person(actor: Actor, id: Uuid, employmentId: Uuid): Promise<SimulationPersonDetail> {
    const record = await this.find(id);
    const person = await this.repository.person(id, employmentId);
    if (!person) throw new DomainError('not-found');
    const both = await this.engine.person(await this.work.suppositionOf(record), person.skpdId, employmentId);
    if (!both) throw new DomainError('not-found');
    await this.audit.logRead(actor, 'pay-simulation.person', 'employment', employmentId);
    const factsChanged = received(both.before) !== person.before || received(both.after) !== person.after;
    return { ...person, sides: { before: sideOf(both.before), after: sideOf(both.after) }, factsChanged };
  }

  private async find(id: Uuid): Promise<SimulationRecord> {
    const record = await this.repository.find(id);
    if (!record) throw new DomainError('not-found');
    return record;
  }
}

function itemOf(record: SimulationRecord): SimulationItem {
  const { id, name, month, status, percent, failure, createdBy, createdAt, finishedAt, summary } = record;
  return {
    id, name, month, status, percent, failure, createdBy, createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null,
    totals: summary?.totals ?? null,
  };
}

function sideOf(result: PersonResult): SimulationSide {
  return { totals: result.decision?.sections ?? null, lines: (result.decision?.lines ?? []).map(lineView), exclusion: result.exclusion, missing: missingOf(result) };
}
