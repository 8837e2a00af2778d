import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { ReportAttachment } from '@ekinerja/contracts/follow-up';
import type { RequestPaper } from '@ekinerja/contracts/forms';
import { AuditService } from '../audit/audit.service.js';
import { TieredReportsService } from '../follow-up/tiered-reports.service.js';
import { GovernmentService } from '../government/government.service.js';
import { OversightReportsService } from '../monitoring/oversight-reports.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { ServiceRequestsService } from '../service-requests/service-requests.service.js';
import { EvaluationPapersService } from './evaluation-papers.service.js';
import { FormsRepository } from './forms.repository.js';
import { fileWord } from './indonesian.js';
import { oversightPaper, performanceReportPaper } from './office-paper.js';
import { PaperIssuer } from './paper-issuer.service.js';
import type { Seal } from './recap-paper.js';
import type { ReportFile } from './reports.service.js';
import { SkpPaperService } from './skp-paper.service.js';
import { requestChanges, requestLetter, requestReceipt, requestReport } from './request-paper.js';

const TITLES: Record<RequestPaper, string> = { letter: 'Surat permohonan', changes: 'Daftar perubahan', receipt: 'Tanda terima permohonan', report: 'Laporan tindak lanjut permohonan' };

/** Papers of offices: of service requests (BK 8), of monitoring (KS 24, 27, 28), and reports upwards (TL 27, 39). */
@Injectable()
export class OfficePapersService {
  constructor(
    private readonly requests: ServiceRequestsService,
    private readonly oversight: OversightReportsService,
    private readonly tiered: TieredReportsService,
    private readonly organisation: OrganisationService,
    private readonly forms: FormsRepository,
    private readonly government: GovernmentService,
    private readonly evaluations: EvaluationPapersService,
    private readonly skps: SkpPaperService,
    private readonly issuer: PaperIssuer,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Letter and list before it is handed in as well; the receipt once it was. */
  async request(actor: Actor, id: Uuid, paper: RequestPaper): Promise<ReportFile> {
    const one = await this.requests.get(actor, id);
    if (paper === 'receipt' && one.events.length === 0) throw new DomainError('state-refused', { status: one.status, action: 'receipt' });
    if (paper === 'report' && !one.events.some(({ report }) => report)) throw new DomainError('state-refused', { status: one.status, action: 'report' });
    if (paper === 'changes' && one.effect !== 'profile-change') throw new DomainError('not-found');
    const owner = await this.organisation.snapshotOf(one.employmentId, actor.today);
    const place = await this.forms.skpdOf(one.employmentId, actor.today);
    const common = await this.common(actor);
    return this.issuer.issued(actor, {
      kind: `request-${paper}`, subjectType: 'service-request', subjectId: id, series: 'PLY', year: Number(actor.today.slice(0, 4)), unitId: place?.skpdId ?? null,
      title: `${TITLES[paper]} ${one.number} – ${one.personName} – versi ${one.version}`, fileName: `${fileWord(TITLES[paper])}-${fileWord(one.number)}.pdf`,
      paper: await this.requestData(actor, one, paper, owner, place, common),
    });
  }

  async oversightReport(actor: Actor, id: Uuid): Promise<ReportFile> {
    const report = await this.oversight.get(id);
    const common = await this.common(actor);
    return this.issuer.issued(actor, {
      kind: 'oversight', subjectType: 'oversight-report', subjectId: id, series: 'LPM', year: Number(report.period.slice(0, 4)), unitId: null,
      title: `Laporan pemantauan ${report.period} (${report.kind}) – versi ${report.version}`, fileName: `laporan-${report.kind}-${report.period}.pdf`,
      paper: (seal) => oversightPaper(report, { ...common, seal }),
    });
  }

  async performanceReport(actor: Actor, id: Uuid): Promise<ReportFile> {
    const report = await this.tiered.get(actor, id);
    await this.audit.logRead(actor, 'performance-report.pdf', 'performance-report', id);
    const common = await this.common(actor);
    return this.issuer.issued(actor, {
      kind: 'performance-report', subjectType: 'performance-report', subjectId: id, series: 'LKP', year: Number(report.month.slice(0, 4)), unitId: null,
      title: `Laporan kinerja ${report.month} – ${report.fromName} – versi ${report.version}`, fileName: `laporan-kinerja-${report.month}-${fileWord(report.fromName)}.pdf`,
      paper: (seal) => performanceReportPaper(report, { ...common, seal }),
    });
  }

  /** TL 27(2): what lies with the report – its evaluation documents and SKP – for everybody who has the report. */
  async reportAttachment(actor: Actor, id: Uuid, evaluationId: Uuid, attachment: ReportAttachment): Promise<ReportFile> {
    const item = (await this.tiered.get(actor, id)).items.find((one) => one.evaluationId === evaluationId);
    if (!item) throw new DomainError('not-found');
    await this.audit.logRead(actor, `performance-report.${attachment}`, 'evaluation', evaluationId);
    if (attachment === 'evaluation') return this.evaluations.attached(actor, evaluationId);
    if (item.skpId === null) throw new DomainError('not-found');
    return this.skps.attached(actor, item.skpId);
  }

  private async requestData(
    actor: Actor, one: Awaited<ReturnType<ServiceRequestsService['get']>>, paper: RequestPaper, owner: Awaited<ReturnType<OrganisationService['snapshotOf']>>,
    place: { skpdId: Uuid; class: string | null } | null, common: Awaited<ReturnType<OfficePapersService['common']>>,
  ) {
    if (paper === 'receipt') return (seal: Seal) => requestReceipt(one, owner, { ...common, seal });
    if (paper === 'report') return (seal: Seal) => requestReport(one, owner, { ...common, seal });
    if (paper === 'letter') {
      const headId = place && (await this.forms.headOf(place.skpdId, actor.today));
      const head = headId ? await this.organisation.snapshotOf(headId, actor.today) : null;
      return (seal: Seal) => requestLetter(one, owner, head, { ...common, seal });
    }
    const { evaluator } = await this.organisation.evaluatorOn(one.employmentId, actor.today);
    const now = { evaluator: evaluator?.personName ?? null, admin: place && (await this.forms.adminOf(place.skpdId, actor.today)) };
    return (seal: Seal) => requestChanges(one, { ...owner, class: place?.class ?? null }, now, { ...common, seal });
  }

  private async common(actor: Actor) {
    return { government: (await this.government.profile()).name, timeZone: this.clock.timeZone, printedOn: actor.today };
  }
}
