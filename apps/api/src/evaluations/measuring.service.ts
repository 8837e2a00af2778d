import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { Creativity, Measurement, MeasurementLine } from '@ekinerja/contracts/measurements';
import { handInOpensOn } from '@ekinerja/regulations/evaluation';
import type { LawSet } from '@ekinerja/regulations/law';
import { checkRealisation, creativityScores, measuredScore } from '@ekinerja/regulations/realisation';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { asMeasured, withAttainment } from './measurement-lines.js';
import type { ConfirmMeasurementDto, StateMeasurementDto } from './measurements.dto.js';
import { MeasurementsRepository, type MeasurementRow } from './measurements.repository.js';
import { MeasurementsService } from './measurements.service.js';

/** BN 10(1): the employee states what was realised, on what data; the evaluator confirms, and corrects with a note. */
@Injectable()
export class MeasuringService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly measurements: MeasurementsRepository,
    private readonly view: MeasurementsService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async state(actor: Actor, seen: number | null, { rhythm, month, lines: given, submit }: StateMeasurementDto): Promise<Measurement> {
    const employmentId = actor.employmentId;
    if (employmentId === null) throw new DomainError('permission-denied');
    return this.db.transaction(async () => {
      const ground = await this.view.ground(employmentId, rhythm, month, actor.today);
      const row = await this.measurements.of(ground.skp.id, rhythm, month);
      if (row) requireVersion(seen, row, await this.view.ofRow(actor, row));
      else if (seen !== null) throw new DomainError('not-found');
      // What was handed in waits for the evaluator, whose time runs: it is corrected by handing in anew, and never again a draft.
      if (row?.status === 'confirmed' || (row?.status === 'stated' && !submit)) throw new DomainError('state-refused', { status: row.status });
      const opensOn = handInOpensOn(month, ground.law);
      if (submit && actor.today < opensOn) throw refusedByRule({ code: 'measurement.not-open', params: { opensOn } });
      const fresh = await this.view.freshLines(ground, row?.lines ?? []);
      const lines = fresh.map((line) => {
        const said = given.find((one) => one.resultId === line.resultId && one.indicator === line.indicator);
        return withAttainment(said ? { ...line, realised: said.realised.trim() || null, source: said.source.trim(), confirmed: null } : line);
      });
      if (submit) requireWhole(lines);
      const statedAt = submit ? this.clock.now() : null;
      const status = submit ? 'stated' : 'draft';
      const id = row?.id ?? (await this.measurements.create({ employmentId, skpId: ground.skp.id, rhythm, month, status, lines, statedAt }));
      if (row) await this.measurements.state(id, status, lines, statedAt);
      if (submit) {
        await this.audit.record({ actor, action: 'measurement.stated', subjectType: 'measurement', subjectId: id, after: { rhythm, month, lines: saidOf(lines) } });
        const evaluator = await this.view.evaluatorOf(ground, actor.today);
        if (evaluator) await this.tell(id, employmentId, evaluator.employmentId, actor);
      }
      return this.view.ofRow(actor, (await this.measurements.find(id)) as MeasurementRow);
    });
  }

  /** BN 14(2): from the handing in the evaluator's time runs. */
  private async tell(id: Uuid, employmentId: Uuid, evaluatorEmploymentId: Uuid, actor: Actor): Promise<void> {
    const { rhythm, month, version } = (await this.measurements.find(id)) as MeasurementRow;
    const personName = actor.personName ?? actor.username;
    await this.outbox.announce('measurement.stated', { measurementId: id, employmentId, evaluatorEmploymentId, personName, rhythm, month, version });
  }

  async confirm(actor: Actor, id: Uuid, seen: number | null, { lines: given, creativity = null }: ConfirmMeasurementDto): Promise<Measurement> {
    return this.db.transaction(async () => {
      const row = await this.measurements.lock(id);
      if (!row) throw new DomainError('not-found');
      const ground = await this.view.ground(row.employmentId, row.rhythm, row.month, actor.today);
      const evaluator = await this.view.evaluatorOf(ground, actor.today);
      if (!evaluator || actor.employmentId !== evaluator.employmentId) {
        await this.organisation.requireReadable(actor, row.employmentId);
        throw new DomainError('not-yours-to-decide');
      }
      requireVersion(seen, row, await this.view.ofRow(actor, row));
      if (row.status !== 'stated') throw new DomainError('state-refused', { status: row.status });
      const lines = row.lines.map((line) => {
        const said = given.find((one) => one.resultId === line.resultId && one.indicator === line.indicator);
        return withAttainment({ ...line, confirmed: said?.confirmed.trim() || null, note: said?.note.trim() ?? '' });
      });
      const unanswered = lines.find((line) => line.confirmed === null);
      if (unanswered) throw refusedByRule({ code: 'measurement.missing', params: { result: unanswered.resultTitle, aspect: unanswered.aspect } });
      requireWhole(lines);
      if (creativity) requireCreativity(creativity, row, ground.law, actor.today);
      const org = await this.organisation.onDate(actor.today);
      const postKind = org.definitivePost(row.employmentId)?.postKind ?? 'pelaksana';
      const measured = measuredScore(lines.map(asMeasured), postKind, ground.law, creativity?.level ?? null);
      await this.measurements.confirm(id, lines, creativity, measured, evaluator, this.clock.now());
      await this.audit.record({
        actor, action: 'measurement.confirmed', subjectType: 'measurement', subjectId: id, before: { lines: saidOf(row.lines) }, after: { lines: saidOf(lines), creativity },
      });
      return this.view.ofRow(actor, (await this.measurements.find(id)) as MeasurementRow);
    });
  }
}

/** Only where the formula adds something for it, and a letter proves it. */
function requireCreativity({ level, letterDate }: Creativity, { rhythm }: MeasurementRow, law: LawSet, today: IsoDate): void {
  const field = creativityScores(rhythm, law).some((one) => one.level === level) ? null : 'creativity';
  if (field) throw new DomainError('validation-failed', {}, { fields: [{ field, rule: 'unknown' }] });
  if (letterDate > today) throw new DomainError('validation-failed', {}, { fields: [{ field: 'letterDate', rule: 'future' }] });
}

function requireWhole(lines: readonly MeasurementLine[]): void {
  for (const line of lines) {
    const refusal = checkRealisation(asMeasured(line));
    if (refusal) throw refusedByRule(refusal);
  }
}

function saidOf(lines: readonly MeasurementLine[]): object[] {
  return lines.map(({ resultId, indicator, realised, confirmed, note }) => ({ resultId, indicator, realised, confirmed, note }));
}
