import { PREDICATES, type DerivationStep, type Predicate } from '@ekinerja/contracts/basics';
import type { EvaluationForm } from '@ekinerja/contracts/evaluations';
import { useTranslation } from 'react-i18next';

/** The law's own word in Indonesian ("Cukup" under BN 11(4)), the translation elsewhere. */
export function usePredicateWords({ labels }: EvaluationForm): (predicate: Predicate) => string {
  const { t, i18n } = useTranslation('shell');
  return (predicate) => (i18n.language.startsWith('id') ? labels[predicate] : t(`shell:status.${predicate}`));
}

/** A step of the derivation with the law's own words, so that it says the same as the badge above it. */
export function inOwnWords(step: DerivationStep, words: (predicate: Predicate) => string): DerivationStep {
  const said = <T>(value: T): T | string =>
    (PREDICATES as readonly unknown[]).includes(value) ? words(value as Predicate) : value;
  const inputs = Object.fromEntries(Object.entries(step.inputs).map(([name, value]) => [name, said(value)]));
  return { ...step, inputs, result: said(step.result) };
}
