import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { EmployeesModule } from '../employees/employees.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { StaffingRecordsModule } from '../staffing-records/staffing-records.module.js';
import { LateEntryRepository } from './late-entry.repository.js';
import { LateEntryService } from './late-entry.service.js';
import { SkpAfterEventService } from './skp-after-event.service.js';
import { UnitAgreementsController } from './unit-agreements.controller.js';
import { UnitAgreementsRepository } from './unit-agreements.repository.js';
import { UnitAgreementsService } from './unit-agreements.service.js';
import { SkpAgreementService } from './skp-agreement.service.js';
import { SkpCascadeController } from './skp-cascade.controller.js';
import { SkpCascadeRepository } from './skp-cascade.repository.js';
import { SkpCascadeService } from './skp-cascade.service.js';
import { SkpExpectationsService } from './skp-expectations.service.js';
import { SkpChangesController } from './skp-changes.controller.js';
import { SkpChangesRepository } from './skp-changes.repository.js';
import { SkpChangesService } from './skp-changes.service.js';
import { SkpClosingService } from './skp-closing.service.js';
import { SkpContentRepository } from './skp-content.repository.js';
import { SkpCreationService } from './skp-creation.service.js';
import { SkpDeterminationService } from './skp-determination.service.js';
import { SkpDialogueService } from './skp-dialogue.service.js';
import { SkpDocumentsService } from './skp-documents.service.js';
import { SkpDraftingService } from './skp-drafting.service.js';
import { SkpImportService } from './skp-import.service.js';
import { SkpImportsController } from './skp-imports.controller.js';
import { SkpJournal } from './skp-journal.service.js';
import { SkpListsRepository } from './skp-lists.repository.js';
import { SkpNationalImportService } from './skp-national-import.service.js';
import { SkpRecordsController } from './skp-records.controller.js';
import { SkpRecordsRepository } from './skp-records.repository.js';
import { SkpSideService } from './skp-side.service.js';
import { SkpStepService } from './skp-step.service.js';
import { SkpStepsController } from './skp-steps.controller.js';
import { SkpTemplatesRepository } from './skp-templates.repository.js';
import { SkpTemplatesService } from './skp-templates.service.js';
import { SkpVersionsService } from './skp-versions.service.js';
import { SkpViewService } from './skp-view.service.js';
import { SkpYearController } from './skp-year.controller.js';
import { SkpYearRepository } from './skp-year.repository.js';
import { SkpYearService } from './skp-year.service.js';
import { SkpController } from './skp.controller.js';
import { SkpRepository } from './skp.repository.js';
import { SkpService } from './skp.service.js';

@Module({
  imports: [AuditModule, AuthModule, EmployeesModule, OrganisationModule, RegulationsModule, StaffingRecordsModule],
  // `skp/waiting` and its like stand before `skp/:id`.
  controllers: [SkpYearController, SkpStepsController, SkpChangesController, SkpController, SkpRecordsController, SkpImportsController, SkpCascadeController, UnitAgreementsController],
  providers: [
    SkpService, SkpCreationService, SkpDraftingService, SkpStepService, SkpAgreementService, SkpDeterminationService, SkpDialogueService,
    SkpDocumentsService, SkpChangesService, SkpVersionsService, SkpClosingService, SkpTemplatesService, SkpYearService, SkpImportService, SkpNationalImportService,
    SkpAfterEventService, SkpViewService, SkpSideService, SkpJournal, SkpRepository, SkpContentRepository, SkpRecordsRepository, SkpChangesRepository,
    SkpListsRepository, SkpTemplatesRepository, SkpYearRepository, SkpCascadeService, SkpExpectationsService, SkpCascadeRepository,
    UnitAgreementsService, UnitAgreementsRepository, LateEntryService, LateEntryRepository,
  ],
  exports: [LateEntryService, SkpAgreementService, SkpDeterminationService, SkpService, SkpSideService, SkpViewService, SkpVersionsService, SkpClosingService, SkpChangesService, UnitAgreementsService],
})
export class SkpModule {}
