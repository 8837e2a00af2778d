import { DECREE_LIMITS } from '@ekinerja/contracts/assignments';
import { ASSIGNMENT_KINDS, POST_KINDS } from '@ekinerja/contracts/basics';
import { POST_LIMITS } from '@ekinerja/contracts/units-and-posts';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../ui/forms/fields';
import { people, posts, units } from '../../ui/forms/sources';

/** What a post is: kind, level, superior, seats, leadership; with its first class where it is new. */
export function usePostFields(mode: 'new' | 'change'): Field[] {
  const { t } = useTranslation('organisation');
  return [
    { name: 'name', kind: 'text', label: t('name'), max: POST_LIMITS.name },
    { name: 'kind', kind: 'select', label: t('kind'), options: POST_KINDS.map((value) => ({ value, label: t(`postKind.${value}`) })) },
    { name: 'level', kind: 'text', label: t('level'), hint: t('levelHint'), max: POST_LIMITS.level, optional: true },
    ...(mode === 'change' ? [{ name: 'unitId', kind: 'pick', label: t('unit'), source: units } satisfies Field] : []),
    { name: 'superiorPostId', kind: 'pick', label: t('superior'), hint: t('superiorHint'), source: posts(), when: ({ kind }) => kind !== 'regent' },
    { name: 'seats', kind: 'number', label: t('seats'), min: 1, max: POST_LIMITS.seats },
    { name: 'leader', kind: 'check', label: t('posts.leader'), hint: t('posts.leaderHint') },
    { name: 'standingDelegate', kind: 'check', label: t('posts.standingDelegate'), hint: t('posts.standingDelegateHint') },
    ...(mode === 'new' ? [{ name: 'class', kind: 'text', label: t('class'), hint: t('classHint'), max: POST_LIMITS.class, optional: true } satisfies Field] : []),
    { name: 'validFrom', kind: 'date', label: t('form.validFrom'), hint: t('form.validFromHint') },
    { name: 'reason', kind: 'lines', label: t('form.reason'), hint: t('form.reasonHint'), max: DECREE_LIMITS.reason },
  ];
}

export function useClassFields(): Field[] {
  const { t } = useTranslation('organisation');
  return [
    { name: 'class', kind: 'text', label: t('class'), hint: t('classHint'), max: POST_LIMITS.class },
    { name: 'decree', kind: 'text', label: t('form.decreeNumber'), max: DECREE_LIMITS.number, optional: true },
    { name: 'validFrom', kind: 'date', label: t('form.validFrom') },
    { name: 'reason', kind: 'lines', label: t('form.reason'), hint: t('form.reasonHint'), max: DECREE_LIMITS.reason },
  ];
}

/** An assignment to one post; `correct` puts the dates or the letter of one right. */
export function useAssignmentFields(mode: 'open' | 'correct'): Field[] {
  const { t } = useTranslation('organisation');
  return [
    ...(mode === 'open'
      ? ([
          { name: 'employmentId', kind: 'pick', label: t('person'), source: people },
          { name: 'kind', kind: 'select', label: t('assignments.kind'), options: ASSIGNMENT_KINDS.map((value) => ({ value, label: t(`capacity.${value}`) })) },
        ] satisfies Field[])
      : []),
    { name: 'validFrom', kind: 'date', label: t('form.validFrom') },
    { name: 'validTo', kind: 'date', label: t('form.validTo'), hint: t('form.validToHint'), optional: true },
    { name: 'classOverride', kind: 'text', label: t('form.classOverride'), hint: t('form.classOverrideHint'), max: DECREE_LIMITS.class, optional: true },
    { name: 'decree', kind: 'decree', label: t('form.decree') },
    { name: 'reason', kind: 'lines', label: t('form.reason'), hint: t('form.reasonHint'), max: DECREE_LIMITS.reason },
  ];
}
