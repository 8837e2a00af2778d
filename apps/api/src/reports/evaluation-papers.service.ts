import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { EvaluationRecordService, type EvaluationRecord } from '../evaluations/evaluation-record.service.js';
import { MeasurementsService } from '../evaluations/measurements.service.js';
import { GovernmentService } from '../government/government.service.js';
import { ObjectionViewService } from '../objections/objection-view.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { evaluationPaper, measurementPaper, objectionPaper } from './evaluation-paper.js';
import { fileWord } from './indonesian.js';
import { PaperIssuer, type Issue } from './paper-issuer.service.js';
import type { ReportFile } from './reports.service.js';
import { TypstService } from './typst.service.js';

const PDF = 'application/pdf';

type Paper = Omit<Issue, 'kind' | 'subjectType' | 'subjectId' | 'fileName'> & { kind: 'evaluation' | 'objection' | 'measurement'; id: Uuid; name: string };

/** Official papers of evaluation, objection and measurement: one registered paper a version, with its QR (X-PR-1). */
@Injectable()
export class EvaluationPapersService {
  constructor(
    private readonly records: EvaluationRecordService,
    private readonly objections: ObjectionViewService,
    private readonly measurements: MeasurementsService,
    private readonly organisation: OrganisationService,
    private readonly government: GovernmentService,
    private readonly issuer: PaperIssuer,
    private readonly typst: TypstService,
    private readonly clock: Clock,
  ) {}

  async evaluation(actor: Actor, id: Uuid): Promise<ReportFile> {
    return this.ofRecord(actor, await this.records.of(actor, id));
  }

  /** Attached to a report that was handed to the reader: whoever calls has checked that. */
  async attached(actor: Actor, id: Uuid): Promise<ReportFile> {
    return this.ofRecord(actor, await this.records.attached(id));
  }

  private async ofRecord(actor: Actor, record: EvaluationRecord): Promise<ReportFile> {
    const { id, kind, month, version, receipt } = record.evaluation;
    const objection = record.objectionId ? await this.objections.forPaper(record.objectionId) : null;
    const common = await this.common(actor);
    return this.issued(actor, {
      kind: 'evaluation', id, series: 'EKP', year: Number(month.slice(0, 4)), unitId: record.unitId,
      title: `Evaluasi kinerja ${kind === 'annual' ? `tahunan ${month.slice(0, 4)}` : month} – ${record.owner.name} – versi ${version}.${receipt ? 1 : 0}.${objection ? objection.version : 0}`,
      name: `evaluasi-${kind === 'annual' ? `tahunan-${month.slice(0, 4)}` : month}-${fileWord(record.owner.name)}.pdf`,
      paper: (seal) => evaluationPaper(record, objection, { ...common, seal }),
    });
  }

  async objection(actor: Actor, id: Uuid): Promise<ReportFile> {
    const one = await this.objections.get(actor, id);
    const common = await this.common(actor);
    return this.issued(actor, {
      kind: 'objection', id, series: 'KBR', year: Number(one.filedAt.slice(0, 4)), unitId: null,
      title: `Keberatan atas evaluasi ${one.month} – ${one.personName} – versi ${one.version}`,
      name: `keberatan-${one.month}-${fileWord(one.personName)}.pdf`,
      paper: (seal) => objectionPaper(one, { ...common, seal }),
    });
  }

  /** A draft until the evaluator has confirmed it. */
  async measurement(actor: Actor, id: Uuid): Promise<ReportFile> {
    const one = await this.measurements.byId(actor, id);
    const owner = await this.organisation.snapshotOf(one.employmentId, one.to < actor.today ? one.to : actor.today);
    const { evaluator } = await this.organisation.evaluatorOn(one.employmentId, one.to < actor.today ? one.to : actor.today);
    const signer = evaluator && (await this.organisation.snapshotOf(evaluator.employmentId, actor.today));
    const common = await this.common(actor);
    const name = `pengukuran-${one.rhythm}-${one.month}-${fileWord(owner.name)}.pdf`;
    if (one.status !== 'confirmed') {
      return { name: `draf-${name}`, mediaType: PDF, content: this.typst.pdf('form', measurementPaper(one, owner, signer, { ...common, seal: null })) };
    }
    return this.issued(actor, {
      kind: 'measurement', id, series: 'PKP', year: Number(one.month.slice(0, 4)), unitId: null, name,
      title: `Pengukuran kinerja ${one.rhythm} ${one.month} – ${owner.name} – versi ${one.version}`,
      paper: (seal) => measurementPaper(one, owner, signer, { ...common, seal }),
    });
  }

  private async common(actor: Actor) {
    return { government: (await this.government.profile()).name, timeZone: this.clock.timeZone, printedOn: actor.today };
  }

  private issued(actor: Actor, { id, name, ...issue }: Paper): Promise<ReportFile> {
    return this.issuer.issued(actor, { ...issue, subjectType: issue.kind, subjectId: id, fileName: name });
  }
}
