import { Injectable } from '@nestjs/common';
import type { Activity, SaveActivityRequest } from '@ekinerja/contracts/activities';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import {
  activityActions, applyActivity, approvalDue, checkEntry, foreignResult, overlappingEntry, unchangedAfterRefusal, type ActivityAction,
} from '@ekinerja/regulations/activity-flow';
import { monthOf } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { AuditService } from '../audit/audit.service.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { PlansService } from '../plans/plans.service.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpService } from '../skp/skp.service.js';
import { ActivitiesRepository, type OwnerState } from './activities.repository.js';
import type { SaveActivityDto } from './activities.dto.js';
import { activityView, changesBetween, contentOf, isEditable, minutesBetween, type ActivityContent, type ActivityRow, type FieldChange } from './activity-row.js';
import { EntryEvaluatorService } from './entry-evaluator.service.js';
import { LeaveSource } from './leave-source.service.js';
import { ReopeningsRepository } from './reopenings.repository.js';

const DRAFT: OwnerState = { status: 'draft', submittedAt: null, dueAt: null, evaluatorEmploymentId: null, lawHash: null };

/** Who writes into whose month: the owner, or the unit admin with a reason (KS 16(b)). */
export interface Writer {
  actor: Actor;
  owner: Uuid;
  reason: string | null;
}

export interface Written {
  activity: Activity;
  /** False: it stood like that already, from an earlier attempt whose answer was lost. */
  changed: boolean;
}

/** The owner's side of an entry (KS 23(1), BK 2(2)): write, hand in, take back. */
@Injectable()
export class ActivityEntryService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly activities: ActivitiesRepository,
    private readonly skp: SkpService,
    private readonly catalogue: CatalogueService,
    private readonly plans: PlansService,
    private readonly periods: PeriodsService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly evaluators: EntryEvaluatorService,
    private readonly leave: LeaveSource,
    private readonly reopenings: ReopeningsRepository,
    private readonly audit: AuditService,
  ) {}

  async save(actor: Actor, id: Uuid, seen: number | null, body: SaveActivityDto): Promise<Activity> {
    return (await this.write({ actor, owner: requireEmployment(actor), reason: null }, id, seen, body)).activity;
  }

  /** Creates under the device's id or edits. A retry finds its own entry and changes nothing. */
  async write(writer: Writer, id: Uuid, seen: number | null, body: SaveActivityRequest): Promise<Written> {
    const content = contentOf(body);
    return this.db.transaction(async () => {
      await this.activities.lockOwner(writer.owner);
      const row = await this.activities.lock(id);
      if (!row) return { activity: await this.create(writer, id, seen, content, body.submit), changed: true };
      await this.requireOwner(writer.actor, row, writer.owner);
      if (standsAlready(row, seen, content, body.submit)) return { activity: this.view(row), changed: false };
      requireVersion(seen, row, this.view(row));
      return { activity: await this.edit(writer, row, content, body.submit), changed: true };
    });
  }

  async submit(actor: Actor, id: Uuid, seen: number | null): Promise<Activity> {
    return this.db.transaction(async () => {
      const row = await this.openOwn(actor, id, seen, 'submit');
      const law = await this.lawToday(actor, row.employmentId);
      await this.requirePossible(row.employmentId, row, contentOf(row), law, actor);
      await this.requireMended(row, [], law);
      await this.activities.setOwnerState(id, await this.handedIn(row.employmentId, row, law, actor));
      return this.recorded({ actor, owner: row.employmentId, reason: null }, row, 'submitted', []);
    });
  }

  /** Taken out of the count, kept on record. */
  async withdraw(actor: Actor, id: Uuid, seen: number | null): Promise<Activity> {
    return this.db.transaction(async () => {
      const row = await this.openOwn(actor, id, seen, 'withdraw');
      await this.activities.setOwnerState(id, { ...DRAFT, status: 'withdrawn' });
      return this.recorded({ actor, owner: row.employmentId, reason: null }, row, 'withdrawn', []);
    });
  }

  private async create(writer: Writer, id: Uuid, seen: number | null, content: ActivityContent, submit: boolean): Promise<Activity> {
    const { actor, owner } = writer;
    if (seen !== null) throw new DomainError('not-found');
    const skpdId = await this.requireOpenDay(owner, content.date);
    const law = await this.lawToday(actor, owner);
    await this.requirePossible(owner, { id }, content, law, actor);
    const state = submit ? await this.handedIn(owner, content, law, actor) : DRAFT;
    const placed = { id, employmentId: owner, skpdId, postId: await this.postOn(owner, content.date), minutes: minutesBetween(content) };
    if (!(await this.activities.create({ ...placed, createdAt: this.clock.now() }, content, state))) throw new DomainError('not-found');
    return this.recorded(writer, null, submit ? 'submitted' : 'created', changesBetween(null, content), id);
  }

  private async edit(writer: Writer, row: ActivityRow, content: ActivityContent, submit: boolean): Promise<Activity> {
    const { actor } = writer;
    if (!isEditable(row.status)) throw new DomainError('state-refused', { status: row.status, action: 'save' });
    // What has been handed in stays so; taking it back is its own act.
    if (row.status === 'submitted' && !submit) throw new DomainError('state-refused', { status: row.status, action: 'draft' });
    await this.requireOpenDay(row.employmentId, row.date);
    const skpdId = await this.requireOpenDay(row.employmentId, content.date);
    const law = await this.lawToday(actor, row.employmentId);
    await this.requirePossible(row.employmentId, row, content, law, actor);
    const changes = changesBetween(row, content);
    if (submit) await this.requireMended(row, changes, law);
    // Everything that can refuse stands before the first write: of many rows sent together only this one is refused.
    const state = submit ? await this.handedIn(row.employmentId, content, law, actor) : null;
    const postId = await this.postOn(row.employmentId, content.date);
    await this.activities.rewrite({ id: row.id, skpdId, postId, minutes: minutesBetween(content) }, content);
    if (state) await this.activities.setOwnerState(row.id, state);
    return this.recorded(writer, row, submit ? 'submitted' : 'edited', changes);
  }

  private async postOn(owner: Uuid, date: IsoDate): Promise<Uuid | null> {
    return (await this.organisation.onDate(date)).definitivePost(owner)?.postId ?? null;
  }

  private async postNameOn(owner: Uuid, date: IsoDate): Promise<string | null> {
    return (await this.organisation.onDate(date)).definitivePost(owner)?.postName ?? null;
  }

  /** Everything that makes an entry impossible, whether it is handed in or kept as a draft. */
  private async requirePossible(
    owner: Uuid, row: { id: Uuid; status?: string; date?: string; skpResultId?: Uuid; catalogueItemId?: Uuid | null; monthPlanId?: Uuid | null }, content: ActivityContent, law: LawSet, actor: Actor,
  ): Promise<void> {
    const leave = await this.leave.leaveOn(owner, [content.date], law);
    const refusal = checkEntry(
      {
        date: content.date,
        minutes: minutesBetween(content),
        today: actor.today,
        kind: content.task,
        leaveOn: (date) => leave.has(date),
        receivedAt: this.clock.now(),
        // BK 4(3): what was refused can be mended and handed in again, also after the window of its day.
        lateGranted: (row.status === 'refused' && row.date === content.date) || (await this.reopenings.opensAgain(owner, content.date, actor.today)),
      },
      law,
    );
    if (refusal) throw refusedByRule(refusal);
    const result = await this.skp.resultForEntry(owner, content.skpResultId, content.date);
    if (result === 'no-skp') throw new DomainError('no-skp-for-date', { date: content.date });
    if (result === 'foreign' || (result === 'removed' && row.skpResultId !== content.skpResultId)) {
      throw refusedByRule(foreignResult(content.date, law));
    }
    await this.requireOwnCatalogue(owner, row, content);
    await this.requireOwnStep(owner, row, content);
    const taken = await this.activities.overlapping(owner, row.id, content);
    if (taken) throw refusedByRule(overlappingEntry(content.date, taken, law));
  }

  private async requireMended(row: ActivityRow, changes: FieldChange[], law: LawSet): Promise<void> {
    if (row.status !== 'refused' || changes.length > 0 || (await this.activities.mendedSinceRefusal(row.id))) return;
    throw refusedByRule(unchangedAfterRefusal(law));
  }

  /** KS 16(a): an item that the own unit's list offers to the post of the day of work or of today; one kept from before stays, also after a transfer. */
  private async requireOwnCatalogue(owner: Uuid, row: { catalogueItemId?: Uuid | null }, content: ActivityContent): Promise<void> {
    const item = content.catalogueItemId;
    if (item === null || item === row.catalogueItemId) return;
    const skpdId = await this.periods.skpdOfMonth(owner, monthOf(content.date));
    const posts = [await this.postNameOn(owner, content.date), await this.postNameOn(owner, this.clock.today())];
    if (!skpdId || !(await this.catalogue.offers(item, skpdId, posts.filter((name) => name !== null)))) throw refusedByRule({ code: 'entry.catalogue', params: {} });
  }

  /** KS 17(b): a step of the own plan, for the very result; one kept from before stays, also after the plan has changed. */
  private async requireOwnStep(owner: Uuid, row: { skpResultId?: Uuid; monthPlanId?: Uuid | null }, { monthPlanId, skpResultId }: ActivityContent): Promise<void> {
    if (monthPlanId === null || (monthPlanId === row.monthPlanId && skpResultId === row.skpResultId)) return;
    if (!(await this.plans.isStepOf(owner, monthPlanId, skpResultId))) throw refusedByRule({ code: 'entry.step', params: {} });
  }

  /** The state of handing in now: when it is due and for whom it waits, by the law of today. */
  private async handedIn(owner: Uuid, content: Pick<ActivityContent, 'date'>, law: LawSet, actor: Actor): Promise<OwnerState> {
    const submittedAt = this.clock.now();
    const kind = await this.kindOf(owner, actor);
    const { evaluator } = await this.evaluators.of({ employmentId: owner, kind, date: content.date, submittedOn: actor.today }, actor.today);
    if (!evaluator) throw new DomainError('no-evaluator', { date: content.date });
    const { dueAt } = approvalDue(submittedAt, law);
    return { status: 'submitted', submittedAt, dueAt, evaluatorEmploymentId: evaluator.employmentId, lawHash: law.performance.hash };
  }

  private async openOwn(actor: Actor, id: Uuid, seen: number | null, action: ActivityAction): Promise<ActivityRow> {
    await this.activities.lockOwner(requireEmployment(actor));
    const row = await this.activities.lock(id);
    if (!row) throw new DomainError('not-found');
    await this.requireOwner(actor, row, actor.employmentId);
    requireVersion(seen, row, this.view(row));
    if (isRefusal(applyActivity(row.status, action, 'owner')) || !activityActions(row.status, 'owner').includes(action)) {
      throw new DomainError('state-refused', { status: row.status, action });
    }
    await this.requireOpenDay(row.employmentId, row.date);
    return row;
  }

  private async requireOwner(actor: Actor, row: ActivityRow, owner: Uuid | null): Promise<void> {
    if (row.employmentId === owner) return;
    await this.organisation.requireReadable(actor, row.employmentId);
    throw new DomainError('permission-denied');
  }

  /** @throws DomainError `month-closed`: after closing, new and edited entries of the month are refused */
  private async requireOpenDay(owner: Uuid, date: IsoDate): Promise<Uuid> {
    const month = monthOf(date);
    const skpdId = await this.periods.skpdOfMonth(owner, month);
    if (!skpdId) throw refusedByRule({ code: 'entry.no-post', params: { month } });
    await this.periods.writing(skpdId, month, date);
    return skpdId;
  }

  private async lawToday(actor: Actor, owner: Uuid): Promise<LawSet> {
    return this.regulations.lawOn(actor.today, await this.kindOf(owner, actor));
  }

  private async kindOf(owner: Uuid, actor: Actor) {
    return (await this.organisation.onDate(actor.today)).employments.get(owner)?.kind ?? 'pns';
  }

  private async recorded(
    { actor, reason }: Writer, before: ActivityRow | null, action: string, changes: ReturnType<typeof changesBetween>, id = before?.id as Uuid,
  ): Promise<Activity> {
    const now = this.clock.now();
    if (reason !== null) await this.activities.markByUnit(id, { name: actor.personName ?? actor.username, reason, at: now.toISOString() });
    const row = (await this.activities.find(id)) as ActivityRow;
    const capacity = reason === null ? null : 'unit-admin';
    await this.activities.addEvents(now, [{ activityId: id, action, accountId: actor.accountId, actorName: actor.personName, capacity, reason, changes }]);
    await this.audit.record({
      actor, action: `activity.${action}`, subjectType: 'activity', subjectId: id,
      before: before ? { ...contentOf(before), status: before.status } : undefined, after: { ...contentOf(row), status: row.status }, reason,
    });
    return this.view(row);
  }

  private view(row: ActivityRow): Activity {
    return activityView(row, 'owner', this.clock.now());
  }
}

function requireEmployment(actor: Actor): Uuid {
  if (actor.employmentId === null) throw new DomainError('permission-denied');
  return actor.employmentId;
}

/**
 * The device did not hear the answer and sends the same again. A first sending stands even when the superior has decided
 * meanwhile: it is not handed in a second time.
 */
function standsAlready(row: ActivityRow, seen: number | null, content: ActivityContent, submit: boolean): boolean {
  if (changesBetween(row, content).length > 0) return false;
  if (seen === null) return submit ? row.status !== 'draft' : true;
  return row.version > seen && row.status === (submit ? 'submitted' : 'draft');
}
