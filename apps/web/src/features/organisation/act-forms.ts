import { DECREE_LIMITS } from '@ekinerja/contracts/assignments';
import { AUTHORITY_KINDS, EVALUATOR_ACT_LIMITS } from '@ekinerja/contracts/evaluator-acts';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../ui/forms/fields';
import { people, posts, units } from '../../ui/forms/sources';

/** What each recorded act asks: who, over what, from when to when, by which letter, why. */
export function useActForms(): Record<'delegation' | 'override' | 'authority', Field[]> {
  const { t } = useTranslation('organisation');
  const term: Field[] = [
    { name: 'validFrom', kind: 'date', label: t('form.validFrom') },
    { name: 'validTo', kind: 'date', label: t('form.validTo'), hint: t('form.validToHint'), optional: true },
    { name: 'decree', kind: 'decree', label: t('form.decreePpk') },
    { name: 'reason', kind: 'lines', label: t('form.reason'), hint: t('form.reasonHint'), max: DECREE_LIMITS.reason },
  ];
  return {
    delegation: [
      { name: 'delegateEmploymentId', kind: 'pick', label: t('form.delegate'), source: people },
      {
        name: 'over', kind: 'select', label: t('form.over'),
        options: [
          { value: 'line', label: t('form.overLine') },
          { value: 'post', label: t('form.overPost') },
          { value: 'unit', label: t('form.overUnit') },
        ],
      },
      { name: 'postId', kind: 'pick', label: t('post'), source: posts(), when: ({ over }) => over === 'post' },
      { name: 'unitId', kind: 'pick', label: t('unit'), source: units, when: ({ over }) => over === 'unit' },
      ...term,
    ],
    override: [
      { name: 'employmentId', kind: 'pick', label: t('form.evaluated'), source: people },
      { name: 'evaluatorEmploymentId', kind: 'pick', label: t('form.evaluator'), source: people },
      { name: 'grantor', kind: 'text', label: t('form.grantor'), hint: t('form.grantorHint'), max: EVALUATOR_ACT_LIMITS.grantor },
      ...term,
    ],
    authority: [
      { name: 'kind', kind: 'select', label: t('form.authority'), options: AUTHORITY_KINDS.map((value) => ({ value, label: t(`authority.${value}`) })) },
      { name: 'employmentId', kind: 'pick', label: t('person'), source: people },
      ...term,
    ],
  };
}
