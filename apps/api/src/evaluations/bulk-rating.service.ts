import { Injectable } from '@nestjs/common';
import type { BulkEvaluationsAnswer, BulkOutcome } from '@ekinerja/contracts/evaluations';
import type { Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { problemBody } from '../platform/problem/problem.filter.js';
import type { BulkEvaluationsDto } from './evaluations.dto.js';
import { RatingService } from './rating.service.js';

/** Many subordinates in one go: each is judged and answered by itself, so that one refusal holds nobody else up. */
@Injectable()
export class BulkRatingService {
  constructor(private readonly rating: RatingService) {}

  async determine(actor: Actor, { month, kind, items }: BulkEvaluationsDto): Promise<BulkEvaluationsAnswer> {
    const outcomes: BulkOutcome[] = [];
    for (const { employmentId, version, inputs, note, recommendation } of items) {
      try {
        const evaluation = await this.rating.determine(actor, version, { employmentId, month, kind, inputs, note, recommendation });
        outcomes.push({ employmentId, outcome: 'saved', evaluation });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        outcomes.push({ employmentId, outcome: 'refused', problem: problemBody(error, actor.requestId) });
      }
    }
    return { outcomes };
  }
}
