import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind, EvaluationPart, EvaluationPartDue } from '@ekinerja/contracts/evaluations';
import { addDays, firstDay, lastDay } from '@ekinerja/regulations/dates';
import { evaluationForm } from '@ekinerja/regulations/evaluation';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpService } from '../skp/skp.service.js';
import { readInputs } from './evaluation-inputs.js';
import { EvaluationPartsRepository, partView, type PartRow } from './evaluation-parts.repository.js';
import type { SavePartDto } from './evaluations.dto.js';
import { judged } from './judgement.js';
import { RatingLineService } from './rating-line.service.js';
import { RatingRulesService } from './rating-rules.service.js';

interface Stay {
  employmentId: Uuid;
  from: IsoDate;
  to: IsoDate;
}

/** A transfer in the period: each evaluator judges their part; the last one sees it and sets the whole (national-rules 1.7). */
@Injectable()
export class EvaluationPartsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly parts: EvaluationPartsRepository,
    private readonly lines: RatingLineService,
    private readonly rules: RatingRulesService,
    private readonly skp: SkpService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
  ) {}

  /** Who was this evaluator's for a part of the period only, and is another's by now. */
  async due(actor: Actor, evaluator: Uuid, kind: EvaluationKind, month: IsoMonth): Promise<EvaluationPartDue[]> {
    const current = new Set(await this.lines.subordinatesFor(evaluator, month, actor.today));
    const stays = (await this.stays(evaluator, kind, month, actor.today)).filter(({ employmentId }) => !current.has(employmentId));
    const known = await this.parts.of(stays.map(({ employmentId }) => employmentId), kind, month);
    const items: EvaluationPartDue[] = [];
    for (const { employmentId, from, to } of stays) {
      const employment = (await this.organisation.onDate(to)).employments.get(employmentId);
      if (!employment) continue;
      const skp = (await this.skp.coveringOf([employmentId], to)).get(employmentId) ?? null;
      const { shown } = await this.rules.of({ employmentId, employeeKind: employment.kind, kind, month, today: actor.today, skp });
      const row = known.find((part) => part.employmentId === employmentId && part.evaluatorEmploymentId === evaluator);
      const now = (await this.lines.evaluatorFor(employmentId, month, actor.today)).evaluator;
      items.push({
        employmentId, personName: employment.name, nip: employment.nip, from, to, evaluatorNow: now?.personName ?? null, part: row ? partView(row) : null, form: shown,
      });
    }
    return items.sort((a, b) => a.personName.localeCompare(b.personName, 'id'));
  }

  of(employmentIds: Uuid[], kind: EvaluationKind, month: IsoMonth): Promise<PartRow[]> {
    return this.parts.of(employmentIds, kind, month);
  }

  async save(actor: Actor, { employmentId, month, kind = 'periodic', inputs: given, note }: SavePartDto): Promise<EvaluationPart> {
    const evaluator = actor.employmentId;
    return this.db.transaction(async () => {
      const stay = evaluator && (await this.stays(evaluator, kind, month, actor.today)).find((one) => one.employmentId === employmentId);
      const now = (await this.lines.evaluatorFor(employmentId, month, actor.today)).evaluator;
      if (!evaluator || !stay || now?.employmentId === evaluator) {
        await this.organisation.requireReadable(actor, employmentId);
        throw new DomainError('not-yours-to-decide');
      }
      const then = await this.organisation.evaluatorOn(employmentId, stay.to);
      const employeeKind = (await this.organisation.onDate(stay.to)).employments.get(employmentId)?.kind ?? 'pns';
      const skp = (await this.skp.coveringOf([employmentId], stay.to)).get(employmentId) ?? null;
      const rules = await this.rules.of({ employmentId, employeeKind, kind, month, today: actor.today, skp });
      const { qualityScore: _, ...result } = judged(readInputs(rules.shown.fields, given), rules);
      const person = then.evaluator!;
      const write = {
        employmentId, kind, month, evaluatorEmploymentId: evaluator, from: stay.from, to: stay.to, ...result, note, law: rules.law.references,
        evaluator: { person, signedAs: await this.organisation.snapshotOf(evaluator, actor.today), chain: then.chain }, determinedAt: this.clock.now(),
      };
      await this.parts.save(write);
      await this.audit.record({
        actor, action: 'evaluation.part-judged', subjectType: 'employment', subjectId: employmentId,
        after: { kind, month, from: stay.from, to: stay.to, inputs: result.inputs, predicate: result.predicate, score: result.score, note },
      });
      const saved = (await this.parts.of([employmentId], kind, month)).find((part) => part.evaluatorEmploymentId === evaluator);
      return partView(saved as PartRow);
    });
  }

  /** First and last day of the period, up to today, on which each was this evaluator's. */
  private async stays(evaluator: Uuid, kind: EvaluationKind, month: IsoMonth, today: IsoDate): Promise<Stay[]> {
    const { months } = evaluationForm(await this.regulations.lawOn(this.lines.dayOf(month, today)), 'pns', month, undefined, { annual: kind === 'annual' });
    const end = lastDay(months.to) < today ? lastDay(months.to) : today;
    const stays = new Map<Uuid, Stay>();
    let state: unknown = null;
    let below: Uuid[] = [];
    for (let day = firstDay(months.from); day <= end; day = addDays(day, 1)) {
      // Days between two changes of the organisation share their posts.
      const { posts } = await this.organisation.onDate(day);
      if (posts !== state) below = await this.organisation.subordinatesOn(evaluator, day);
      state = posts;
      for (const employmentId of below) {
        const stay = stays.get(employmentId) ?? { employmentId, from: day, to: day };
        stays.set(employmentId, { ...stay, to: day });
      }
    }
    return [...stays.values()].filter(({ to }) => to < end);
  }
}
