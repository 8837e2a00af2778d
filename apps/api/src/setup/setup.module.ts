import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { GovernmentModule } from '../government/government.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { StaffingRecordsModule } from '../staffing-records/staffing-records.module.js';
import { CodesPaperService } from './codes-paper.service.js';
import { SetupController } from './setup.controller.js';
import { SetupService } from './setup.service.js';

@Module({
  imports: [AuthModule, GovernmentModule, OrganisationModule, RegulationsModule, ReportsModule, StaffingRecordsModule],
  controllers: [SetupController],
  providers: [SetupService, CodesPaperService],
  exports: [SetupService],
})
export class SetupModule {}
