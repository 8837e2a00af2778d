import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { AuditItem } from '@ekinerja/contracts/audit';
import type { Page } from '@ekinerja/contracts/basics';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { AuditListService } from './audit-list.service.js';
import { ListAuditQuery } from './audit.dto.js';

@Controller('audit')
export class AuditController {
  constructor(private readonly list: AuditListService) {}

  @Get()
  @Access('audit.read')
  @ApiOperation({ summary: 'Jejak audit, yang terbaru di depan' })
  page(@CurrentActor() actor: Actor, @Query() query: ListAuditQuery): Promise<Page<AuditItem>> {
    return this.list.page(actor, query);
  }
}
