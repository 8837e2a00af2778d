import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { FormUploads } from '../platform/http/upload.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { ImportDesks } from './import-desk.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { StandingRepository } from './standing.repository.js';
import { WorkbookApplyRepository } from './workbook-apply.repository.js';
import { WorkbookImportRepository } from './workbook-import.repository.js';
import { WorkbookWorkService } from './workbook-work.service.js';

@Module({
  imports: [AuditModule, AuthModule, OrganisationModule, RegulationsModule],
  controllers: [ImportsController],
  providers: [ImportsService, WorkbookWorkService, ImportDesks, StandingRepository, WorkbookApplyRepository, WorkbookImportRepository, FormUploads],
  exports: [ImportsService],
})
export class ImportsModule {}
