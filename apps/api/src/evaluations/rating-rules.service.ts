import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import { localDate } from '@ekinerja/regulations/dates';
import { Clock } from '../platform/clock.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import type { SkpOnDate } from '../skp/skp.service.js';
import type { MeasurementRow } from './measurements.repository.js';
import { MeasurementsService, scoreOf } from './measurements.service.js';
import { RatingLawService, type RatingRules } from './rating-law.service.js';
import { RatingLineService } from './rating-line.service.js';

interface Question {
  employmentId: Uuid;
  employeeKind: EmployeeKind;
  kind: EvaluationKind;
  month: IsoMonth;
  today: IsoDate;
  skp: SkpOnDate | null;
  /** Where it was read for many at once. */
  measurement?: MeasurementRow | undefined;
}

/** The law of a rating with the facts of the person: aspects by post, measured realisation, day of handing in. */
@Injectable()
export class RatingRulesService {
  constructor(
    private readonly clock: Clock,
    private readonly laws: RatingLawService,
    private readonly lines: RatingLineService,
    private readonly measurements: MeasurementsService,
    private readonly regulations: RegulationsService,
  ) {}

  async of(question: Question): Promise<RatingRules> {
    const { employmentId, employeeKind, kind, month, today, skp } = question;
    const row = 'measurement' in question ? question.measurement : (await this.measured([employmentId], kind, month, today)).get(employmentId);
    const person = await this.lines.personOn(employmentId, this.lines.dayOf(month, today));
    return this.laws.of({
      employeeKind, kind, month, today, skp,
      measured: scoreOf(row),
      handedInOn: row?.statedAt ? localDate(row.statedAt, this.clock.timeZone) : null,
      ...(person ? { person } : {}),
    });
  }

  async measured(employmentIds: Uuid[], kind: EvaluationKind, month: IsoMonth, today: IsoDate): Promise<Map<Uuid, MeasurementRow>> {
    return this.measurements.scores(employmentIds, kind, month, await this.regulations.lawOn(today));
  }
}
