import { Injectable } from '@nestjs/common';
import { EVIDENCE_LIMITS, EVIDENCE_TYPES, type Activity, type EvidenceType } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { monthOf } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Upload } from '../platform/http/upload.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { FileStorage, type StoredFile } from '../platform/storage/file-storage.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityEvidenceRepository, type EvidenceRow } from './activity-evidence.repository.js';
import { activityView, isEditable, type ActivityRow } from './activity-row.js';
import { shownFileType } from '../platform/storage/shown-file-type.js';

/** Photos and PDFs that show the result of an entry; the device gives the id, so a repeated upload is the same file. */
@Injectable()
export class ActivityEvidenceService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly activities: ActivitiesRepository,
    private readonly evidence: ActivityEvidenceRepository,
    private readonly periods: PeriodsService,
    private readonly organisation: OrganisationService,
    private readonly files: FileStorage,
    private readonly audit: AuditService,
  ) {}

  async add(actor: Actor, activityId: Uuid, id: Uuid, upload: Upload): Promise<Activity> {
    const mediaType = requireShowable(upload);
    return this.db.transaction(async () => {
      const row = await this.lockOwn(actor, activityId);
      const known = await this.evidence.find(id);
      if (known && known.activityId !== activityId) throw new DomainError('not-found');
      if (known) return this.view(activityId);
      await this.requireChangeable(row);
      if ((await this.evidence.count(activityId)) >= EVIDENCE_LIMITS.files) {
        throw refusedByRule({ code: 'evidence.too-many', params: { max: EVIDENCE_LIMITS.files } });
      }
      const stored = await this.files.store({ ...upload, mediaType, storedBy: actor.accountId });
      const at = this.clock.now();
      if (!(await this.evidence.add({ id, activityId, fileId: stored.id, at }))) throw new DomainError('not-found');
      await this.changed(row);
      await this.record(actor, row, 'evidence-added', { before: null, after: stored.name }, { sha256: stored.sha256, bytes: stored.bytes });
      return this.view(activityId);
    });
  }

  async remove(actor: Actor, activityId: Uuid, id: Uuid): Promise<Activity> {
    return this.db.transaction(async () => {
      const row = await this.lockOwn(actor, activityId);
      const known = await this.requireOf(activityId, id);
      if (known.removed) return this.view(activityId);
      await this.requireChangeable(row);
      await this.evidence.remove(id, this.clock.now());
      await this.changed(row);
      const name = row.evidence.find((one) => one.id === id)?.name ?? null;
      await this.record(actor, row, 'evidence-removed', { before: name, after: null }, {});
      return this.view(activityId);
    });
  }

  /** For the owner, who decides the entry, and who may read the owner's work; reading another's is logged. */
  async read(actor: Actor, activityId: Uuid, id: Uuid): Promise<{ file: StoredFile; content: Buffer }> {
    const row = await this.activities.find(activityId);
    if (!row) throw new DomainError('not-found');
    if (row.evaluatorEmploymentId === null || row.evaluatorEmploymentId !== actor.employmentId) {
      await this.organisation.requireReadable(actor, row.employmentId);
    }
    const { fileId } = await this.requireOf(activityId, id);
    if (row.employmentId !== actor.employmentId) await this.audit.logRead(actor, 'activity.evidence', 'activity', activityId);
    const found = await this.files.read(fileId);
    if (!found) throw new DomainError('not-found');
    return found;
  }

  private async requireOf(activityId: Uuid, id: Uuid): Promise<EvidenceRow> {
    const known = await this.evidence.find(id);
    if (!known || known.activityId !== activityId) throw new DomainError('not-found');
    return known;
  }

  private async lockOwn(actor: Actor, activityId: Uuid): Promise<ActivityRow> {
    const row = await this.activities.lock(activityId);
    if (!row) throw new DomainError('not-found');
    if (row.employmentId === actor.employmentId) return row;
    await this.organisation.requireReadable(actor, row.employmentId);
    throw new DomainError('permission-denied');
  }

  private async requireChangeable(row: ActivityRow): Promise<void> {
    if (!isEditable(row.status)) throw new DomainError('state-refused', { status: row.status, action: 'evidence' });
    await this.periods.writing(row.skpdId, monthOf(row.date), row.date);
  }

  /**
   * Proof belongs to what is decided: an entry whose files changed is another one than the superior saw. The look itself
   * stands (KS 23(7)): by adding a photo nobody makes an opened entry lapse.
   */
  private async changed(row: ActivityRow): Promise<void> {
    if (row.status === 'submitted') await this.activities.raiseVersion(row.id);
  }

  private async record(
    actor: Actor, row: ActivityRow, action: string, change: { before: string | null; after: string | null }, facts: Record<string, string | number>,
  ): Promise<void> {
    const changes = [{ field: 'evidence', ...change }];
    const event = { activityId: row.id, action, accountId: actor.accountId, actorName: actor.personName, capacity: null, reason: null, changes };
    await this.activities.addEvents(this.clock.now(), [event]);
    await this.audit.record({
      actor, action: `activity.${action}`, subjectType: 'activity', subjectId: row.id, before: { evidence: change.before }, after: { evidence: change.after, ...facts },
    });
  }

  private async view(id: Uuid): Promise<Activity> {
    return activityView((await this.activities.find(id)) as ActivityRow, 'owner', this.clock.now());
  }
}

function requireShowable(upload: Upload): EvidenceType {
  const type = shownFileType(upload.content);
  if (type === 'heic') throw refusedByRule({ code: 'evidence.heic', params: { name: upload.name } });
  if (type === null) throw refusedByRule({ code: 'evidence.kind', params: { name: upload.name, kinds: EVIDENCE_TYPES.length } });
  return type;
}
