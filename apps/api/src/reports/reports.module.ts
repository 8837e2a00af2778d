import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { GovernmentModule } from '../government/government.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { TppModule } from '../tpp/tpp.module.js';
import { MonthReportRepository } from './month-report.repository.js';
import { MonthReportService } from './month-report.service.js';
import { MonthReportsController } from './month-reports.controller.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { TypstService } from './typst.service.js';

@Module({
  imports: [ActivitiesModule, AuditModule, DocumentsModule, GovernmentModule, OrganisationModule, PeriodsModule, TppModule],
  controllers: [ReportsController, MonthReportsController],
  providers: [ReportsService, MonthReportService, MonthReportRepository, TypstService],
  exports: [ReportsService, TypstService],
})
export class ReportsModule {}
