import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { FormUploads } from '../platform/http/upload.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { AttendanceController } from './attendance.controller.js';
import { AttendanceRepository } from './attendance.repository.js';
import { AttendanceService } from './attendance.service.js';
import { PresenceImportRepository } from './presence-import.repository.js';
import { PresenceImportService } from './presence-import.service.js';

@Module({
  imports: [AuditModule, PeriodsModule, RegulationsModule],
  controllers: [AttendanceController],
  providers: [AttendanceRepository, AttendanceService, PresenceImportRepository, PresenceImportService, FormUploads],
  exports: [AttendanceService],
})
export class AttendanceModule {}
