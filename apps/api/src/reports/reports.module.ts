import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { EmployeesModule } from '../employees/employees.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { FollowUpModule } from '../follow-up/follow-up.module.js';
import { GovernmentModule } from '../government/government.module.js';
import { MonitoringModule } from '../monitoring/monitoring.module.js';
import { ObjectionsModule } from '../objections/objections.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { ServiceRequestsModule } from '../service-requests/service-requests.module.js';
import { SkpModule } from '../skp/skp.module.js';
import { TppModule } from '../tpp/tpp.module.js';
import { CasePapersController } from './case-papers.controller.js';
import { CasePapersService } from './case-papers.service.js';
import { EvaluationPapersController } from './evaluation-papers.controller.js';
import { EvaluationPapersService } from './evaluation-papers.service.js';
import { FeedbackPaperService } from './feedback-paper.service.js';
import { FeedbackPapersController } from './feedback-papers.controller.js';
import { FormsRepository } from './forms.repository.js';
import { FormsService } from './forms.service.js';
import { MonthReportRepository } from './month-report.repository.js';
import { MonthReportService } from './month-report.service.js';
import { MonthReportsController } from './month-reports.controller.js';
import { OfficePapersController } from './office-papers.controller.js';
import { OfficePapersService } from './office-papers.service.js';
import { PaperIssuer } from './paper-issuer.service.js';
import { ParallelRunService } from './parallel-run.service.js';
import { PayPapersController } from './pay-papers.controller.js';
import { PayPapersService } from './pay-papers.service.js';
import { PrintPapersService } from './print-papers.service.js';
import { PrintsController } from './prints.controller.js';
import { PrintsRepository } from './prints.repository.js';
import { PrintsService } from './prints.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { ElectronicSignatureService } from './electronic-signature.service.js';
import { SignedPapersController } from './signed-papers.controller.js';
import { SignedPapersRepository } from './signed-papers.repository.js';
import { SignedPapersService } from './signed-papers.service.js';
import { SkpPaperService } from './skp-paper.service.js';
import { SkpPapersController } from './skp-papers.controller.js';
import { TimelineOfWorkRepository } from './timeline-of-work.repository.js';
import { TimelineOfWorkService } from './timeline-of-work.service.js';
import { TypstService } from './typst.service.js';

@Module({
  imports: [ActivitiesModule, AuditModule, DocumentsModule, EmployeesModule, GovernmentModule, OrganisationModule, PeriodsModule, SkpModule, TppModule, FeedbackModule, EvaluationsModule, ObjectionsModule, FollowUpModule, MonitoringModule, ServiceRequestsModule],
  controllers: [ReportsController, MonthReportsController, SkpPapersController, PayPapersController, PrintsController, SignedPapersController, FeedbackPapersController, EvaluationPapersController, CasePapersController, OfficePapersController],
  providers: [ReportsService, ElectronicSignatureService, SignedPapersRepository, SignedPapersService, PrintPapersService, PrintsRepository, PrintsService, MonthReportService, MonthReportRepository, TypstService, SkpPaperService, TimelineOfWorkService, TimelineOfWorkRepository, PayPapersService, FeedbackPaperService, EvaluationPapersService, CasePapersService, PaperIssuer, ParallelRunService, OfficePapersService, FormsService, FormsRepository],
  exports: [ReportsService, TypstService],
})
export class ReportsModule {}
