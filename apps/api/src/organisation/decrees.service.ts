import { Injectable, StreamableFile } from '@nestjs/common';
import type { DECREE_MEDIA_TYPES, DecreeFile } from '@ekinerja/contracts/assignments';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Actor } from '../platform/access/actor.js';
import type { Upload } from '../platform/http/upload.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { OrganisationService } from './organisation.service.js';

type MediaType = (typeof DECREE_MEDIA_TYPES)[number];

/** Known by how a file begins: what a browser calls it proves nothing. */
const BEGINNINGS: [MediaType, Buffer][] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
];
const ENDINGS: Record<MediaType, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/** Decision letters as files: kept on arrival, shown to whoever may see the person. */
@Injectable()
export class DecreesService {
  constructor(
    private readonly storage: FileStorage,
    private readonly assignments: AssignmentsRepository,
    private readonly organisation: OrganisationService,
  ) {}

  async keep(actor: Actor, { name, content }: Upload): Promise<DecreeFile> {
    const mediaType = BEGINNINGS.find(([, bytes]) => content.subarray(0, bytes.length).equals(bytes))?.[0];
    if (!mediaType) throw refusedByRule({ code: 'decree.file-type', params: {} });
    const stored = await this.storage.store({ name, mediaType, content, storedBy: actor.accountId });
    return { fileId: stored.id, name: stored.name, bytes: stored.bytes };
  }

  async ofAssignment(actor: Actor, assignmentId: Uuid): Promise<StreamableFile> {
    const assignment = await this.assignments.find(assignmentId);
    if (!assignment) throw new DomainError('not-found');
    await this.organisation.requireReadable(actor, assignment.employmentId);
    return this.stream(assignment.decreeFileId);
  }

  /** @throws DomainError `not-found` where no file was attached. */
  async stream(fileId: Uuid | null): Promise<StreamableFile> {
    const stored = fileId === null ? null : await this.storage.read(fileId);
    if (!stored) throw new DomainError('not-found');
    const type = stored.file.mediaType as MediaType;
    return new StreamableFile(stored.content, { type, disposition: `attachment; filename="surat-keputusan.${ENDINGS[type] ?? 'bin'}"` });
  }
}
