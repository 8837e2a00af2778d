import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { RequestContent, RequestDetail, RequestItem, RequestKind, RequestNames, RequestStepRule } from '@ekinerja/contracts/service-requests';
import type { LawSet } from '@ekinerja/regulations/law';
import { canWithdraw, outcomesOf, requestKind } from '@ekinerja/regulations/service-requests';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpSideService } from '../skp/skp-side.service.js';
import { AgendaRepository } from './agenda.repository.js';
import { RequestsRepository, type RequestRow } from './requests.repository.js';

const DESK: readonly string[] = ['secretariat-officer', 'subsection-officer', 'superadmin', 'field-head', 'agency-head', 'auditor'];
const DAY_MS = 86_400_000;

export interface OpenRequest {
  row: RequestRow;
  law: LawSet;
  kind: RequestKind;
  /** Null where it is not on its way. */
  step: RequestStepRule | null;
}

/** A file as somebody sees it: where it is, what it holds, what they may do with it. */
@Injectable()
export class RequestViewService {
  constructor(
    private readonly clock: Clock,
    private readonly requests: RequestsRepository,
    private readonly agenda: AgendaRepository,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly skps: SkpSideService,
  ) {}

  /** The file locked, with its law, its kind and the step it is in. @throws DomainError `not-found` */
  async opened(actor: Actor, id: Uuid): Promise<OpenRequest> {
    await this.readable(actor, id);
    const row = (await this.requests.lock(id)) as RequestRow;
    const law = await this.lawOf(row);
    const kind = requestKind(law, row.kind);
    if (!kind) throw new DomainError('not-found');
    return { row, law, kind, step: stepOf(row, kind) };
  }

  async readable(actor: Actor, id: Uuid): Promise<RequestRow> {
    const row = await this.requests.find(id);
    if (!row) throw new DomainError('not-found');
    const own = row.employmentId === actor.employmentId || row.filedBy === actor.accountId;
    const unit = reaches(actor, 'unit-admin', row.skpdId) || reaches(actor, 'unit-head', row.skpdId);
    if (!own && !unit && !(this.atDesk(actor) && row.step >= 0)) throw new DomainError('not-found');
    return row;
  }

  atDesk(actor: Actor): boolean {
    return actor.roles.some(({ role }) => DESK.includes(role));
  }

  lawOf(row: RequestRow): Promise<LawSet> {
    return this.regulations.lawOn(row.filedOn);
  }

  /** Whoever may file that kind for that person may put the file right: an admin's successor too. */
  mayFile(actor: Actor, { filedBy }: RequestKind, employmentId: Uuid, skpdId: Uuid | null): boolean {
    if (actor.employmentId === employmentId) return filedBy.includes('owner');
    return filedBy.includes('unit-admin') && skpdId !== null && reaches(actor, 'unit-admin', skpdId);
  }

  item(actor: Actor, row: RequestRow, kind: RequestKind | null): RequestItem {
    const step = kind && stepOf(row, kind);
    const { id, number, employmentId, personName, nip, unitName, status, agenda, archivePlace, version } = row;
    return {
      id, number, kind: row.kind, employmentId, personName, nip, unitName, status, agenda, archivePlace, version, kindName: kind?.name ?? row.kind, step: step?.code ?? null,
      stepName: step?.name ?? null, stepBy: step?.by ?? null, since: row.since.toISOString(), filedAt: row.filedAt.toISOString(), daysOpen: this.days(row.filedAt), daysHere: this.days(row.since),
      mine: actsIn(actor, row, step),
    };
  }

  async shown(actor: Actor, id: Uuid): Promise<RequestDetail> {
    const row = await this.readable(actor, id);
    const kind = requestKind(await this.lawOf(row), row.kind);
    const steps = kind?.steps ?? [];
    const step = kind && stepOf(row, kind);
    const files = await this.requests.files(id);
    const item = this.item(actor, row, kind);
    const mayFile = kind !== null && this.mayFile(actor, kind, row.employmentId, row.skpdId);
    return {
      ...item,
      reason: row.reason, content: row.content, names: await this.names(actor, row.content), effect: kind?.effect ?? 'record', filedBy: row.filedByName, missing: row.missing,
      attachments: (kind?.attachments ?? []).map((one) => {
        const file = files.find(({ code }) => code === one.code);
        return { ...one, fileId: file?.fileId ?? null, fileName: file?.fileName ?? null, checked: file?.complete ?? null };
      }),
      events: (await this.requests.events(id)).map(({ does, ...event }) => {
        const of = event.step === null ? undefined : steps[event.step];
        return {
          ...event, step: of?.code ?? null, stepName: of?.name ?? 'Pengajuan', at: event.at.toISOString(), cite: of?.cite ?? null,
          report: does === 'report' && event.outcome === 'forward', acknowledgedAt: event.acknowledgedAt?.toISOString() ?? null,
        };
      }),
      does: step?.does ?? null, cite: step?.cite ?? kind?.cite ?? null, outcomes: item.mine && step ? outcomesOf(step.does) : [],
      nextAgenda: item.mine && step?.does === 'agenda' ? await this.agenda.next(step.code, Number(actor.today.slice(0, 4))) : null,
      mayEdit: mayFile && row.status === 'returned',
      mayWithdraw: mayFile && (row.status === 'returned' || (row.status === 'filed' && canWithdraw(steps, row.step))),
      mayAcknowledge: actor.roles.some(({ role }) => role === 'superadmin'),
    };
  }

  private async names(actor: Actor, { postId, evaluatorId, adminId, skpId }: RequestContent): Promise<RequestNames> {
    const person = async (id: Uuid | null) => id && (await this.organisation.snapshotOf(id, actor.today)).name;
    const post = postId && (await this.organisation.onDate(actor.today)).posts.get(postId);
    const skp = skpId && (await this.skps.find(skpId));
    return {
      post: post ? `${post.name}, ${post.unitName}` : null, evaluator: (await person(evaluatorId)) || null, admin: (await person(adminId)) || null,
      skp: skp ? `${skp.year} (${skp.periodFrom} – ${skp.periodTo})` : null,
    };
  }

  private days(since: Date): number {
    return Math.floor((this.clock.now().getTime() - since.getTime()) / DAY_MS);
  }
}

export function stepOf(row: RequestRow, { steps }: RequestKind): RequestStepRule | null {
  return row.status === 'filed' ? (steps[row.step] ?? null) : null;
}

/** The step is of one's role; nobody handles the file about themselves. */
export function actsIn(actor: Actor, row: RequestRow, step: RequestStepRule | null): boolean {
  return step !== null && row.employmentId !== actor.employmentId && actor.roles.some(({ role }) => role === step.by);
}

export function nameOf(actor: Actor): string {
  return actor.personName ?? actor.username;
}
