import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { ActivitiesModule } from './activities/activities.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { AuditModule } from './audit/audit.module.js';
import { ReadLogInterceptor } from './audit/read-log.interceptor.js';
import { AuthModule } from './auth/auth.module.js';
import { SupportViewInterceptor } from './auth/support-view.interceptor.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { EmployeesModule } from './employees/employees.module.js';
import { EvaluationsModule } from './evaluations/evaluations.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { FollowUpModule } from './follow-up/follow-up.module.js';
import { GovernmentModule } from './government/government.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { ObjectionsModule } from './objections/objections.module.js';
import { MonitoringModule } from './monitoring/monitoring.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { IntegrationsModule } from './integrations/integrations.module.js';
import { OrganisationModule } from './organisation/organisation.module.js';
import { PaperDecisionsModule } from './paper-decisions/paper-decisions.module.js';
import { PeriodsModule } from './periods/periods.module.js';
import { AccessGuard } from './platform/access/access.guard.js';
import type { Config } from './platform/config.js';
import { EtagInterceptor } from './platform/http/etag.interceptor.js';
import { IdempotencyInterceptor } from './platform/http/idempotency.interceptor.js';
import { PayRecordsModule } from './pay-records/pay-records.module.js';
import { MetricsModule } from './platform/metrics/metrics.module.js';
import { PlansModule } from './plans/plans.module.js';
import { PersonalDataModule } from './personal-data/personal-data.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { RegulationsModule } from './regulations/regulations.module.js';
import { ReorganisationsModule } from './reorganisations/reorganisations.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { ServiceRequestsModule } from './service-requests/service-requests.module.js';
import { SetupModule } from './setup/setup.module.js';
import { SkpModule } from './skp/skp.module.js';
import { StaffingRecordsModule } from './staffing-records/staffing-records.module.js';
import { WorkPermitInterceptor } from './staffing-records/work-permit.interceptor.js';
import { SuggestionsModule } from './suggestions/suggestions.module.js';
import { TppModule } from './tpp/tpp.module.js';

/** All features, lower ones first. */
@Module({})
export class AppModule {
  static with(config: Config, dataSource: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, dataSource),
        MetricsModule,
        GovernmentModule,
        AuditModule,
        RegulationsModule,
        CalendarModule,
        PeriodsModule,
        OrganisationModule,
        EmployeesModule,
        ReorganisationsModule,
        StaffingRecordsModule,
        AuthModule,
        DocumentsModule,
        NotificationsModule,
        SkpModule,
        FeedbackModule,
        CatalogueModule,
        PlansModule,
        ActivitiesModule,
        PayRecordsModule,
        SuggestionsModule,
        AttendanceModule,
        EvaluationsModule,
        FollowUpModule,
        ServiceRequestsModule,
        ObjectionsModule,
        TppModule,
        ReportsModule,
        PaperDecisionsModule,
        IntegrationsModule,
        MonitoringModule,
        ImportsModule,
        SetupModule,
        PersonalDataModule,
        DemoModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        // Outermost: what is answered again under its key is read again.
        { provide: APP_INTERCEPTOR, useExisting: ReadLogInterceptor },
        { provide: APP_INTERCEPTOR, useExisting: SupportViewInterceptor },
        { provide: APP_INTERCEPTOR, useExisting: WorkPermitInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        // Innermost: the version is kept with the answer under its key.
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
      ],
    };
  }
}
