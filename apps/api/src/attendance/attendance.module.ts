import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { FormUploads } from '../platform/http/upload.js';
import { PayRecordsModule } from '../pay-records/pay-records.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { AttendanceController } from './attendance.controller.js';
import { AttendanceRepository } from './attendance.repository.js';
import { AttendanceService } from './attendance.service.js';
import { PresenceImportRepository } from './presence-import.repository.js';
import { PresenceImportService } from './presence-import.service.js';
import { PresencePullService } from './presence-pull.service.js';
import { PresenceSourcesController } from './presence-sources.controller.js';
import { PresenceWordsService } from './presence-words.service.js';

@Module({
  imports: [AuditModule, PayRecordsModule, PeriodsModule, RegulationsModule],
  controllers: [AttendanceController, PresenceSourcesController],
  providers: [AttendanceRepository, AttendanceService, PresenceImportRepository, PresenceImportService, PresencePullService, PresenceWordsService, FormUploads],
  exports: [AttendanceService],
})
export class AttendanceModule {}
