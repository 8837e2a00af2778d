import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { PayRunItem, RunKind, RunUnitStatus } from '@ekinerja/contracts/pay-runs';
import type { BreakdownCell, SlipLine } from '@ekinerja/regulations/allowance';
import { firstDay, lastDay, localDate } from '@ekinerja/regulations/dates';
import { bandCodes, paperAmounts, paperLayout, paperShares, type PaperAmounts, type PaperLayout, type PaperShares } from '@ekinerja/regulations/pay-papers';
import { BankAccountsService } from '../pay-records/bank-accounts.service.js';
import { SalaryService } from '../pay-records/salary.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { PayFactsService } from './pay-facts.service.js';
import { PayRecapService, type Signatory } from './pay-recap.service.js';
import { PayRunRepository, type UnitRecord } from './pay-run.repository.js';
import { requireReadableSkpd } from './pay-run-scope.js';
import { PayRunViewService } from './pay-run-view.service.js';
import { readSlip } from './slip-content.js';

export interface SheetRow {
  employmentId: Uuid;
  name: string;
  nip: string | null;
  kind: EmployeeKind;
  rank: string | null;
  postName: string;
  class: string;
  amounts: PaperAmounts;
  shares: PaperShares;
  account: { bank: string; number: string; holder: string } | null;
  ptkp: string | null;
}
export interface PaySheet {
  runId: Uuid;
  skpdId: Uuid;
  skpdName: string;
  skpdCode: string;
  month: IsoMonth;
  paymentMonth: IsoMonth;
  kind: RunKind;
  special: PayRunItem['special'];
  sequence: number;
  status: RunUnitStatus;
  closedOn: IsoDate | null;
  handedOverOn: IsoDate | null;
  rows: SheetRow[];
  layout: PaperLayout;
  criteria: { code: string; name: string }[];
  /** Codes of the bands of lateness and early leave that the month's law judges by. */
  bands: string[];
  head: Signatory | null;
  treasurer: Signatory | null;
  maker: Signatory | null;
  /** True when the amounts are example amounts of the product. */
  example: boolean;
}

interface Person {
  employmentId: Uuid;
  name: string;
  nip: string | null;
  kind: EmployeeKind;
  rank: string | null;
  postName: string;
  class: string;
  lines: readonly SlipLine[];
}

/** The list that papers to the treasurer are made from: one row a slip, each amount the sum of its lines (BK 7(4)). */
@Injectable()
export class PaySheetService {
  constructor(
    private readonly repository: PayRunRepository,
    private readonly view: PayRunViewService,
    private readonly recaps: PayRecapService,
    private readonly facts: PayFactsService,
    private readonly accounts: BankAccountsService,
    private readonly salaries: SalaryService,
    private readonly regulations: RegulationsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` when the actor does not read this SKPD's pay. */
  async sheet(actor: Actor, runId: Uuid, skpdId: Uuid): Promise<PaySheet> {
    requireReadableSkpd(actor, skpdId);
    const unit = await this.repository.unit(runId, skpdId);
    if (!unit) throw new DomainError('not-found');
    const people = unit.closedAt ? await this.frozen(unit) : await this.current(unit);
    const ids = people.map(({ employmentId }) => employmentId);
    const accounts = await this.accounts.ofPeople(ids, lastDay(unit.paymentMonth));
    const salaries = await this.salaries.ofMonth(unit.paymentMonth, ids);
    const law = await this.regulations.lawOn(firstDay(unit.month));
    const closedOn = unit.closedAt ? localDate(unit.closedAt, this.clock.timeZone) : null;
    const signers = await this.recaps.signatories(skpdId, closedOn ?? this.clock.today());
    const rules = law.allowance.rules;
    return {
      runId, skpdId, skpdName: unit.skpdName, skpdCode: unit.skpdCode, month: unit.month, paymentMonth: unit.paymentMonth, kind: unit.kind,
      special: unit.kind === 'special' ? { code: unit.code, name: rules.runs?.[unit.code]?.name ?? unit.code } : null,
      sequence: unit.sequence, status: unit.status, closedOn, handedOverOn: unit.handedOverOn,
      rows: people.map(({ lines, ...person }) => ({
        ...person, amounts: paperAmounts(lines), shares: paperShares(lines, law), account: accounts.get(person.employmentId) ?? null, ptkp: salaries.get(person.employmentId)?.ptkp ?? null,
      })),
      layout: paperLayout(law),
      criteria: rules.criteria.map(({ code, name }) => ({ code, name })),
      bands: bandCodes(law),
      ...signers,
      example: /\bcontoh\b/i.test(law.amounts.title),
    };
  }

  /**
   * What each criterion pays, by employment: worked out again and taken only where it comes to the very slip, for the
   * cells are not part of the frozen one.
   */
  async breakdown(unit: Pick<PaySheet, 'runId' | 'skpdId'>): Promise<Map<Uuid, readonly BreakdownCell[]>> {
    const record = await this.repository.unit(unit.runId, unit.skpdId);
    if (!record) throw new DomainError('not-found');
    const slips = new Map((await this.repository.slips(unit.runId, unit.skpdId)).map((slip) => [slip.employmentId, slip.content]));
    const found = new Map<Uuid, readonly BreakdownCell[]>();
    await this.facts.forEachBatch({ ...(await this.view.scopeOf(record)), withAdjustments: false }, (results) => {
      for (const { person, decision } of results) {
        const slip = slips.get(person.employmentId);
        if (!decision || !slip) continue;
        const frozen = paperAmounts(readSlip(slip).lines);
        const now = paperAmounts(decision.lines);
        if (now.gross === frozen.gross && now.realised + now.held === frozen.realised + frozen.held) found.set(person.employmentId, decision.breakdown);
      }
    });
    return found;
  }

  private async frozen(unit: UnitRecord): Promise<Person[]> {
    return (await this.repository.slips(unit.runId, unit.skpdId)).map(({ employmentId, content }) => {
      const { facts, lines } = readSlip(content);
      const { name, nip, kind, rank, postName, class: ofClass } = facts.person;
      return { employmentId, name, nip, kind, rank, postName, class: ofClass, lines };
    });
  }

  private async current(unit: UnitRecord): Promise<Person[]> {
    const people: Person[] = [];
    await this.facts.forEachBatch(await this.view.scopeOf(unit), (results) => {
      for (const { person, decision, slipFacts } of results) {
        if (!decision || !slipFacts) continue;
        const { name, nip, kind, rank, postName, class: ofClass } = slipFacts.person;
        people.push({ employmentId: person.employmentId, name, nip, kind, rank, postName, class: ofClass, lines: decision.lines });
      }
    });
    return people;
  }
}
