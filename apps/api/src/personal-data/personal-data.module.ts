import { Module } from '@nestjs/common';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { OwnDataRepository } from './own-data.repository.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PersonalDataService } from './personal-data.service.js';
import { RetentionService } from './retention.service.js';

@Module({
  imports: [RegulationsModule],
  controllers: [PersonalDataController],
  providers: [OwnDataRepository, PersonalDataService, RetentionService],
})
export class PersonalDataModule {}
