import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { ObjectionCaseController } from './objection-case.controller.js';
import { ObjectionCaseService } from './objection-case.service.js';
import { ObjectionDecisionService } from './objection-decision.service.js';
import { ObjectionFilingService } from './objection-filing.service.js';
import { ObjectionTiersService } from './objection-tiers.service.js';
import { ObjectionViewService } from './objection-view.service.js';
import { ObjectionsController } from './objections.controller.js';
import { ObjectionsJobs } from './objections.jobs.js';
import { ObjectionsRepository } from './objections.repository.js';

@Module({
  imports: [AuditModule, EvaluationsModule, OrganisationModule, RegulationsModule],
  controllers: [ObjectionsController, ObjectionCaseController],
  providers: [
    ObjectionFilingService, ObjectionCaseService, ObjectionDecisionService, ObjectionViewService, ObjectionTiersService, ObjectionsRepository, ObjectionsJobs,
  ],
  exports: [ObjectionViewService],
})
export class ObjectionsModule {}
