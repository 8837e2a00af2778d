import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { SkpContentRepository } from './skp-content.repository.js';
import { SkpDeterminationService } from './skp-determination.service.js';
import { SkpDraftingService } from './skp-drafting.service.js';
import { SkpViewService } from './skp-view.service.js';
import { SkpController } from './skp.controller.js';
import { SkpRepository } from './skp.repository.js';
import { SkpService } from './skp.service.js';

@Module({
  imports: [AuditModule, OrganisationModule, RegulationsModule],
  controllers: [SkpController],
  providers: [SkpService, SkpDraftingService, SkpDeterminationService, SkpViewService, SkpRepository, SkpContentRepository],
  exports: [SkpService],
})
export class SkpModule {}
