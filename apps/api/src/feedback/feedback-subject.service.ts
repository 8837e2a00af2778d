import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { FeedbackAbout } from '@ekinerja/contracts/feedback';
import { skpForm } from '@ekinerja/regulations/skp-form';
import { DomainError } from '../platform/problem/domain.error.js';
import { SkpService } from '../skp/skp.service.js';
import { FeedbackLawService } from './feedback-law.service.js';

/** What feedback is about: a result, an indicator, a behaviour, or the work as a whole. */
@Injectable()
export class FeedbackSubjectService {
  constructor(
    private readonly laws: FeedbackLawService,
    private readonly skps: SkpService,
  ) {}

  /** What it is about in the words of the day: the plan may change afterwards. */
  async wordsOf({ employmentId, subject, resultId, indicator, behaviour }: FeedbackAbout & { employmentId: Uuid }, today: IsoDate): Promise<string | null> {
    const wrong = (field: string) => new DomainError('validation-failed', {}, { fields: [{ field, rule: 'unknown' }] });
    if (subject === 'general') return null;
    if (subject === 'behaviour') {
      const law = await this.laws.of(employmentId, today);
      const form = skpForm(law, await this.laws.who(employmentId, today)).behaviour;
      const found = [...(form?.values ?? []), ...(form?.aspects ?? [])].find(({ code }) => code === behaviour);
      if (!found) throw wrong('behaviour');
      return found.name;
    }
    const result = (await this.skps.resultsOn(employmentId, today))?.results.find(({ id }) => id === resultId);
    if (!result) throw wrong('resultId');
    if (subject === 'result') return result.title;
    const one = indicator === null ? undefined : result.indicators[indicator];
    if (!one) throw wrong('indicator');
    return `${result.title} – ${one.indicator}`;
  }
}
