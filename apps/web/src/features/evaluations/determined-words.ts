import type { Evaluation } from '@ekinerja/contracts/evaluations';
import type { TFunction } from 'i18next';
import { formatInstant } from '../../lib/format';

/** By whom and when; a decision on an objection names the evaluator and who decided apart (TL 35(d)). */
export function determinedWords(t: TFunction<['evaluations', 'shell']>, { evaluator, decidedBy, determinedAt }: Evaluation): string {
  const at = formatInstant(determinedAt);
  return decidedBy ? t('decidedOnObjection', { name: evaluator.personName, decider: decidedBy.personName, at }) : t('determined', { name: evaluator.personName, at });
}
