import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { RecordDialogueRequest } from '@ekinerja/contracts/skp-record';
import { flowCite, flowRules } from '@ekinerja/regulations/skp-form';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SkpJournal } from './skp-journal.service.js';
import { SkpRecordsRepository } from './skp-records.repository.js';
import { SkpSideService } from './skp-side.service.js';
import { discussed } from './skp-view.service.js';
import type { OpenStep } from './skp-step.service.js';
import { SkpStepService } from './skp-step.service.js';

/** The talk in which expectations are set and made clear, on record (TL 6(2), KS 8(2)). */
@Injectable()
export class SkpDialogueService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly records: SkpRecordsRepository,
    private readonly side: SkpSideService,
    private readonly steps: SkpStepService,
    private readonly journal: SkpJournal,
  ) {}

  async record(actor: Actor, id: Uuid, dialogue: RecordDialogueRequest): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const { row, as } = await this.side.lockAs(actor, id, ['owner', 'evaluator', 'performance-manager']);
      if (row.status === 'closed') throw new DomainError('state-refused', { status: row.status, action: 'dialogue' });
      if (dialogue.heldOn > actor.today) throw new DomainError('rule-refused', { date: dialogue.heldOn }, { rule: { code: 'skp.dialogue-ahead' } });
      await this.records.addDialogue(id, { ...dialogue, recordedBy: actor.personName ?? actor.username, capacity: as }, this.clock.now());
      await this.journal.did(actor, row, as, 'dialogue', { reason: dialogue.notes || null, after: dialogue });
      return this.steps.shown(actor, id);
    });
  }

  /** @throws DomainError when the regulation wants the talk first and a main result has not been talked about */
  async requireHeld({ law, shown }: OpenStep): Promise<void> {
    if (flowRules(law).dialogue !== 'required') return;
    if (discussed(shown.results, await this.records.dialogues(shown.id))) return;
    throw new DomainError('rule-refused', {}, { rule: { code: 'skp.no-dialogue', cite: flowCite(law, 'dialogue') } });
  }
}
