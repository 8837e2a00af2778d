import { Injectable } from '@nestjs/common';
import type { Suggestion, SuggestionChannels, SuggestionKind, WriteSuggestionRequest } from '@ekinerja/contracts/suggestions';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { applySuggestion, suggestionActions, suggestionChannels, type SuggestionAction, type SuggestionChannel, type SuggestionSide } from '@ekinerja/regulations/suggestions';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import type { SuggestionsQuery } from './suggestions.dto.js';
import { SuggestionsRepository, type Reception, type SuggestionRow } from './suggestions.repository.js';

/** Suggestions and requests for help about daily records (KS 16(c)–(d), 17(d), 18(b)): asked, answered, dated. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly suggestions: SuggestionsRepository,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async channels(actor: Actor): Promise<SuggestionChannels> {
    const channels = (await this.all(actor)).filter(({ from }) => holds(actor, from));
    return { channels: channels.map(({ kind, cite }) => ({ kind, cite })), waiting: await this.suggestions.countOpen(await this.receptions(actor)) };
  }

  async list(actor: Actor, query: SuggestionsQuery): Promise<Page<Suggestion>> {
    const limit = pageLimit(query.limit);
    const cursor = readCursor(query.cursor, 'instant', 'uuid');
    const after = cursor && { at: cursor[0], id: cursor[1] };
    const rows = query.box === 'received'
      ? await this.suggestions.received(await this.receptions(actor), after, limit + 1)
      : await this.suggestions.sent(actor.accountId, after, limit + 1);
    const page = pageOf(rows, limit, (row) => [row.sentAt.toISOString(), row.id]);
    const channels = await this.all(actor);
    return { items: page.items.map((row) => view(row, sideOf(row, actor), channels)), nextCursor: page.nextCursor };
  }

  async get(actor: Actor, id: Uuid): Promise<Suggestion> {
    const row = await this.suggestions.find(id);
    return view(...(await this.mine(actor, row)), await this.all(actor));
  }

  async write(actor: Actor, id: Uuid, { kind, text, activityId }: WriteSuggestionRequest): Promise<Suggestion> {
    const channel = (await this.all(actor)).find((one) => one.kind === kind) as SuggestionChannel;
    if (!holds(actor, channel.from)) throw new DomainError('permission-denied');
    const skpdId = kind === 'evaluator' ? null : this.ownSkpd(actor, channel);
    if (activityId !== null) await this.requireKnownEntry(actor, kind, activityId, skpdId);
    return this.db.transaction(async () => {
      const at = this.clock.now();
      const sender = nameOf(actor);
      const added = await this.suggestions.add({ id, kind, accountId: actor.accountId, sender, skpdId, senderSkpdId: actor.skpdId, activityId, at });
      if (added) {
        await this.suggestions.addMessage({ suggestionId: id, at, accountId: actor.accountId, author: sender, side: 'sender', text: text.trim() });
        await this.audit.record({ actor, action: 'suggestion.sent', subjectType: 'suggestion', subjectId: id, after: { kind, activityId } });
        await this.outbox.announce('suggestion.sent', { suggestionId: id });
      }
      const row = (await this.suggestions.find(id)) as SuggestionRow;
      if (row.senderAccountId !== actor.accountId) throw new DomainError('not-found');
      return view(row, 'sender', await this.all(actor));
    });
  }

  /** The receiver answers, the sender adds. */
  say(actor: Actor, id: Uuid, seen: number | null, text: string): Promise<Suggestion> {
    return this.step(actor, id, seen, (side) => (side === 'receiver' ? 'answer' : 'add'), text.trim());
  }

  close(actor: Actor, id: Uuid, seen: number | null): Promise<Suggestion> {
    return this.step(actor, id, seen, () => 'close', null);
  }

  private async step(actor: Actor, id: Uuid, seen: number | null, actionOf: (side: SuggestionSide) => SuggestionAction, text: string | null): Promise<Suggestion> {
    return this.db.transaction(async () => {
      const [row, side] = await this.mine(actor, await this.suggestions.lock(id));
      const channels = await this.all(actor);
      requireVersion(seen, row, view(row, side, channels));
      const action = actionOf(side);
      const status = applySuggestion(row.status, action, side);
      if (isRefusal(status)) throw new DomainError('state-refused', { status: row.status, action });
      const at = this.clock.now();
      if (text !== null) await this.suggestions.addMessage({ suggestionId: id, at, accountId: actor.accountId, author: nameOf(actor), side, text });
      await this.suggestions.setStatus(id, status, action === 'answer' ? at : null);
      await this.audit.record({ actor, action: `suggestion.${action}`, subjectType: 'suggestion', subjectId: id, before: { status: row.status }, after: { status } });
      if (action === 'answer') await this.outbox.announce('suggestion.answered', { suggestionId: id });
      if (action === 'add') await this.outbox.announce('suggestion.sent', { suggestionId: id });
      return view((await this.suggestions.find(id)) as SuggestionRow, side, channels);
    });
  }

  /** What the actor answers: by the role that stands at the other end of a channel. */
  private async receptions(actor: Actor): Promise<Reception[]> {
    return (await this.all(actor)).flatMap(({ kind, to }): Reception[] => {
      const skpdIds = reach(actor, [to]);
      return skpdIds === null ? [{ kind, skpdId: null }] : skpdIds.map((skpdId) => ({ kind, skpdId }));
    });
  }

  /** Who neither sent it nor answers it does not learn that it exists. */
  private async mine(actor: Actor, row: SuggestionRow | null): Promise<[SuggestionRow, SuggestionSide]> {
    if (!row) throw new DomainError('not-found');
    if (row.senderAccountId === actor.accountId) return [row, 'sender'];
    const receives = (await this.receptions(actor)).some(({ kind, skpdId }) => kind === row.kind && (skpdId === null || skpdId === row.skpdId));
    if (!receives) throw new DomainError('not-found');
    return [row, 'receiver'];
  }

  private ownSkpd(actor: Actor, { from }: SuggestionChannel): Uuid {
    const skpdId = from === 'unit-admin' ? (reach(actor, ['unit-admin'])?.[0] ?? actor.skpdId) : actor.skpdId;
    if (!skpdId) throw new DomainError('permission-denied');
    return skpdId;
  }

  /** An entry that one may speak of: one's own, one that waits for one, or one of the unit. */
  private async requireKnownEntry(actor: Actor, kind: SuggestionKind, activityId: Uuid, skpdId: Uuid | null): Promise<void> {
    const entry = await this.suggestions.entry(activityId);
    if (!entry) throw new DomainError('not-found');
    const own = entry.employmentId === actor.employmentId;
    const decides = kind === 'evaluator' && (entry.evaluatorEmploymentId === actor.employmentId || (await this.organisation.mayRead(actor, entry.employmentId)));
    const ofUnit = kind === 'unit' && entry.skpdId === skpdId;
    if (!own && !decides && !ofUnit) throw new DomainError('not-found');
  }

  private async all(actor: Actor): Promise<SuggestionChannel[]> {
    return suggestionChannels(await this.regulations.lawOn(actor.today));
  }
}

function holds(actor: Actor, role: SuggestionChannel['from']): boolean {
  return actor.roles.some((held) => held.role === role);
}

function nameOf(actor: Actor): string {
  return actor.personName ?? actor.username;
}

function sideOf(row: SuggestionRow, actor: Actor): SuggestionSide {
  return row.senderAccountId === actor.accountId ? 'sender' : 'receiver';
}

function view(row: SuggestionRow, side: SuggestionSide, channels: SuggestionChannel[]): Suggestion {
  const { id, kind, status, sender, unitName, version, messages } = row;
  const activity = row.activityId === null ? null
    : { id: row.activityId, date: row.activityDate ?? '', description: row.activityDescription ?? '', owner: row.activityOwner ?? '' };
  return {
    id, kind, cite: channels.find((one) => one.kind === kind)?.cite ?? null, status, sender, unitName, side, activity, sentAt: row.sentAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null, messages, version, actions: suggestionActions(status, side),
  };
}
