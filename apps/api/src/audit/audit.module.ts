import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditListService } from './audit-list.service.js';
import { AuditRepository } from './audit.repository.js';
import { AuditSealService } from './audit-seal.service.js';
import { AuditService } from './audit.service.js';
import { DutyService } from './duty.service.js';
import { ReadLogInterceptor } from './read-log.interceptor.js';
import { ReadNotes } from './read-notes.js';

/** Global: every feature writes its deeds here. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditService, AuditSealService, AuditListService, AuditRepository, DutyService, ReadNotes, ReadLogInterceptor],
  exports: [AuditService, AuditSealService, AuditListService, DutyService, ReadLogInterceptor],
})
export class AuditModule {}
