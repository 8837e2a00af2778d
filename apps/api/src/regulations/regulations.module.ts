import { Module } from '@nestjs/common';
import { GovernmentModule } from '../government/government.module.js';
import { RegulationsController } from './regulations.controller.js';
import { RegulationsRepository } from './regulations.repository.js';
import { RegulationsService } from './regulations.service.js';

@Module({
  imports: [GovernmentModule],
  controllers: [RegulationsController],
  providers: [RegulationsService, RegulationsRepository],
  exports: [RegulationsService],
})
export class RegulationsModule {}
