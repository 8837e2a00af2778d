import { Module } from '@nestjs/common';
import { GovernmentModule } from '../government/government.module.js';
import { AmountsService } from './amounts.service.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsRepository } from './drafts.repository.js';
import { DraftsService } from './drafts.service.js';
import { EnactmentService } from './enactment.service.js';
import { RegulationHistoryService } from './history.service.js';
import { RegulationsController } from './regulations.controller.js';
import { RegulationsRepository } from './regulations.repository.js';
import { RegulationsService } from './regulations.service.js';

@Module({
  imports: [GovernmentModule],
  controllers: [RegulationsController, DraftsController],
  providers: [AmountsService, DraftsRepository, DraftsService, EnactmentService, RegulationHistoryService, RegulationsService, RegulationsRepository],
  exports: [RegulationsService, DraftsService],
})
export class RegulationsModule {}
