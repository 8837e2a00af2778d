import type { DerivationStep } from '@ekinerja/contracts/basics';
import type { TFunction } from 'i18next';
import { formatDecimal, formatNumber, formatRupiah } from '../lib/format';
import { inWords } from '../lib/values';

type Value = string | number | boolean | null;

/**
 * One sentence per rule code (`derivation:rule.<code>`), with the inputs in words. A code that has no sentence yet is
 * told by its inputs, so that nothing is hidden.
 */
export function derivationSentence(step: DerivationStep, t: TFunction): string {
  const values: Record<string, string> = { result: valueWords('result', step.result, t) };
  for (const [name, value] of Object.entries(step.inputs)) values[name] = valueWords(name, value, t);
  return t([`derivation:rule.${step.rule}`, 'derivation:rule.other'], {
    ...values,
    list: Object.keys(step.inputs)
      .map((name) => `${t([`derivation:input.${name}`, 'derivation:input.other'])}: ${values[name]}`)
      .join('; '),
  });
}

/** Rupiah are told apart from counts by the name of the input; codes have their own words. */
export function valueWords(name: string, value: Value, t: TFunction): string {
  if (value === null) return t('derivation:nothing');
  if (typeof value === 'boolean') return t(value ? 'derivation:yes' : 'derivation:no');
  if (typeof value === 'number')
    return /amount|gross|net|base|rupiah|^cut$/i.test(name) ? formatRupiah(value) : formatNumber(value);
  if (/^-?\d+(\.\d+)?$/.test(value)) return formatDecimal(value);
  const words = inWords(value);
  return words === value ? t([`derivation:value.${value}`, 'derivation:value.other'], { value }) : words;
}
