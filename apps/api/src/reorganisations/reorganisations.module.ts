import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { EmployeesModule } from '../employees/employees.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { FormUploads } from '../platform/http/upload.js';
import { ReorganisationRepository } from './reorganisation.repository.js';
import { ReorganisationRunnerService } from './reorganisation-runner.service.js';
import { ReorganisationsController } from './reorganisations.controller.js';
import { ReorganisationsService } from './reorganisations.service.js';
import { StructureChangesService } from './structure-changes.service.js';

@Module({
  imports: [AuditModule, EmployeesModule, OrganisationModule],
  controllers: [ReorganisationsController],
  providers: [ReorganisationsService, ReorganisationRunnerService, StructureChangesService, ReorganisationRepository, FormUploads],
})
export class ReorganisationsModule {}
