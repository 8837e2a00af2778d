import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { EvaluationRecordService } from '../evaluations/evaluation-record.service.js';
import { CaseRecordService } from '../follow-up/case-record.service.js';
import { GovernmentService } from '../government/government.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { paperTitle, reminderPaper, stepPaper } from './case-paper.js';
import { dateText, fileWord } from './indonesian.js';
import { PaperIssuer } from './paper-issuer.service.js';
import type { ReportFile } from './reports.service.js';

const SERIES = 'PTL';

/** Papers of follow-up cases: each step once, for good; a reminder while a time ends soon or has passed. */
@Injectable()
export class CasePapersService {
  constructor(
    private readonly records: CaseRecordService,
    private readonly evaluations: EvaluationRecordService,
    private readonly government: GovernmentService,
    private readonly issuer: PaperIssuer,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` for a step that was not taken */
  async step(actor: Actor, id: Uuid, number: string): Promise<ReportFile> {
    const record = await this.records.of(actor, id);
    const at = record.steps.find(({ step }) => String(step.number) === number);
    if (!at) throw new DomainError('not-found', { parameter: 'number' });
    const { evaluationId } = record.one;
    const evaluation =
      at.step.action === 'opened' && evaluationId ? await this.evaluations.attached(evaluationId) : null;
    const title = paperTitle(record, at);
    const common = await this.common(actor);
    return this.issuer.issued(actor, {
      kind: 'case-step',
      subjectType: 'case',
      subjectId: `${id}/${number}`,
      series: SERIES,
      year: Number(at.on.slice(0, 4)),
      unitId: record.unitId,
      title: `${title} – ${record.owner.name} – ${dateText(at.on)}`,
      fileName: `${fileWord(title)}-${fileWord(record.owner.name)}.pdf`,
      paper: (seal) => stepPaper(record, at, evaluation, { ...common, seal }),
    });
  }

  /** A later one takes the place of the earlier. */
  async reminder(actor: Actor, id: Uuid): Promise<ReportFile> {
    const record = await this.records.of(actor, id);
    if (!record.one.dueSoon && !record.one.overdue)
      throw new DomainError('state-refused', { status: record.one.status, action: 'reminder' });
    const common = await this.common(actor);
    return this.issuer.issued(actor, {
      kind: 'case-reminder',
      subjectType: 'case',
      subjectId: id,
      series: SERIES,
      year: Number(actor.today.slice(0, 4)),
      unitId: record.unitId,
      title: `Pengingat perkara – ${record.owner.name} – ${dateText(actor.today)}`,
      fileName: `pengingat-${fileWord(record.owner.name)}.pdf`,
      paper: (seal) => reminderPaper(record, { ...common, seal }),
    });
  }

  private async common(actor: Actor) {
    return {
      government: (await this.government.profile()).name,
      timeZone: this.clock.timeZone,
      printedOn: actor.today,
    };
  }
}
