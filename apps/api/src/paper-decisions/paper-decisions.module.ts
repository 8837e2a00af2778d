import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { FormUploads } from '../platform/http/upload.js';
import { SkpModule } from '../skp/skp.module.js';
import { PaperDecisionsController } from './paper-decisions.controller.js';
import { PaperDecisionsRepository } from './paper-decisions.repository.js';
import { PaperDecisionsService } from './paper-decisions.service.js';
import { PaperSignersService } from './paper-signers.service.js';

@Module({
  imports: [ActivitiesModule, AuditModule, EvaluationsModule, OrganisationModule, SkpModule],
  controllers: [PaperDecisionsController],
  providers: [PaperDecisionsService, PaperSignersService, PaperDecisionsRepository, FormUploads],
})
export class PaperDecisionsModule {}
