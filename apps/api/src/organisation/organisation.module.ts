import { Module } from '@nestjs/common';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { OrganisationController } from './organisation.controller.js';
import { OrganisationRepository } from './organisation.repository.js';
import { OrganisationService } from './organisation.service.js';
import { SnapshotCache } from './snapshot-cache.js';

@Module({
  imports: [RegulationsModule],
  controllers: [OrganisationController],
  providers: [OrganisationService, OrganisationRepository, SnapshotCache],
  exports: [OrganisationService],
})
export class OrganisationModule {}
