import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { ActivitiesModule } from './activities/activities.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { EmployeesModule } from './employees/employees.module.js';
import { EvaluationsModule } from './evaluations/evaluations.module.js';
import { GovernmentModule } from './government/government.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { OrganisationModule } from './organisation/organisation.module.js';
import { PeriodsModule } from './periods/periods.module.js';
import { AccessGuard } from './platform/access/access.guard.js';
import type { Config } from './platform/config.js';
import { IdempotencyInterceptor } from './platform/http/idempotency.interceptor.js';
import { PlatformModule } from './platform/platform.module.js';
import { RegulationsModule } from './regulations/regulations.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { SetupModule } from './setup/setup.module.js';
import { SkpModule } from './skp/skp.module.js';
import { TppModule } from './tpp/tpp.module.js';

/** All features, lower ones first. */
@Module({})
export class AppModule {
  static with(config: Config, dataSource: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, dataSource),
        GovernmentModule,
        AuditModule,
        RegulationsModule,
        CalendarModule,
        PeriodsModule,
        OrganisationModule,
        EmployeesModule,
        AuthModule,
        DocumentsModule,
        SkpModule,
        ActivitiesModule,
        AttendanceModule,
        EvaluationsModule,
        TppModule,
        ReportsModule,
        ImportsModule,
        SetupModule,
        DemoModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
    };
  }
}
