import { Injectable } from '@nestjs/common';
import { AUDIT_LIMITS, type AuditItem, type AuditQuery, type ReadItem } from '@ekinerja/contracts/audit';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { Actor } from '../platform/access/actor.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { auditWorkbook } from './audit-workbook.js';
import type { ListAuditQuery, ListReadsQuery } from './audit.dto.js';
import { AuditRepository } from './audit.repository.js';
import { AuditService } from './audit.service.js';

/** The trail and the read log for auditors and superadmins; looking at them is itself logged. */
@Injectable()
export class AuditListService {
  constructor(
    private readonly repository: AuditRepository,
    private readonly audit: AuditService,
  ) {}

  async page(actor: Actor, query: ListAuditQuery): Promise<Page<AuditItem>> {
    const limit = pageLimit(query.limit);
    const cursor = readCursor(query.cursor, 'number');
    await this.noteLook(actor, query);
    return pageOf(await this.repository.events(query, cursor?.[0] ?? null, limit + 1), limit, (row) => [row.id]);
  }

  /** The newest rows of the same filters as a workbook. */
  async workbook(actor: Actor, query: AuditQuery): Promise<Buffer> {
    await this.noteLook(actor, query);
    return auditWorkbook(await this.repository.events(query, null, AUDIT_LIMITS.exportRows));
  }

  async reads(actor: Actor, query: ListReadsQuery): Promise<Page<ReadItem>> {
    await this.audit.logRead(actor, 'audit.reads', 'audit', query.employmentId ?? '*');
    return this.readsOf(query, query.employmentId ? [query.employmentId] : null);
  }

  /** Reads of some employments' data: the whole government's, or one person's own. */
  async readsOf(query: Omit<ListReadsQuery, 'employmentId'>, employmentIds: Uuid[] | null): Promise<Page<ReadItem>> {
    const limit = pageLimit(query.limit);
    const cursor = readCursor(query.cursor, 'number');
    return pageOf(await this.repository.reads(query, employmentIds, cursor?.[0] ?? null, limit + 1), limit, (row) => [row.id]);
  }

  private async noteLook(actor: Actor, query: AuditQuery): Promise<void> {
    await this.audit.logRead(actor, 'audit.list', query.subjectType ?? 'audit', query.subjectId ?? query.employmentId ?? '*');
    if (query.employmentId) await this.audit.logReadOf(actor, [query.employmentId]);
  }
}
