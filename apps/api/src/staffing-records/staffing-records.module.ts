import { Module } from '@nestjs/common';
import { EmployeesModule } from '../employees/employees.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { NationalHeadingsController } from './national-headings.controller.js';
import { NationalHeadingsService } from './national-headings.service.js';
import { OwnStaffingRecordController } from './own-staffing-record.controller.js';
import { StaffingImportService } from './staffing-import.service.js';
import { StaffingImportsRepository } from './staffing-imports.repository.js';
import { StaffingMatchService } from './staffing-match.service.js';
import { StaffingPeopleRepository } from './staffing-people.repository.js';
import { StaffingPeopleService } from './staffing-people.service.js';
import { StaffingRecordsController } from './staffing-records.controller.js';
import { StaffingUpdatesController } from './staffing-updates.controller.js';
import { StaffingUpdatesRepository } from './staffing-updates.repository.js';
import { StaffingUpdatesService } from './staffing-updates.service.js';
import { WorkPermitInterceptor } from './work-permit.interceptor.js';

@Module({
  imports: [EmployeesModule, OrganisationModule, RegulationsModule],
  controllers: [NationalHeadingsController, OwnStaffingRecordController, StaffingUpdatesController, StaffingRecordsController],
  providers: [
    StaffingImportService, StaffingImportsRepository, StaffingMatchService, StaffingPeopleRepository, StaffingPeopleService, StaffingUpdatesRepository,
    StaffingUpdatesService, WorkPermitInterceptor, NationalHeadingsService,
  ],
  exports: [WorkPermitInterceptor, StaffingMatchService, NationalHeadingsService],
})
export class StaffingRecordsModule {}
