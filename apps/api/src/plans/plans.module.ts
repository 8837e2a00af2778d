import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { SkpModule } from '../skp/skp.module.js';
import { PlansController } from './plans.controller.js';
import { PlansRepository } from './plans.repository.js';
import { PlansService } from './plans.service.js';
import { WorkPlanViewService } from './work-plan-view.service.js';
import { WorkPlanService } from './work-plan.service.js';

@Module({
  imports: [AuditModule, OrganisationModule, RegulationsModule, SkpModule],
  controllers: [PlansController],
  providers: [PlansService, WorkPlanService, WorkPlanViewService, PlansRepository],
  exports: [PlansService],
})
export class PlansModule {}
