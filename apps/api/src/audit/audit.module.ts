import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditListService } from './audit-list.service.js';
import { AuditSealService } from './audit-seal.service.js';
import { AuditService } from './audit.service.js';

/** Global: every feature writes its deeds here. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditService, AuditSealService, AuditListService],
  exports: [AuditService, AuditSealService],
})
export class AuditModule {}
