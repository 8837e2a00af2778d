import { DECREE_LIMITS } from '@ekinerja/contracts/assignments';
import { EVALUATOR_ACT_LIMITS, LEADER_SCOPES } from '@ekinerja/contracts/evaluator-acts';
import { useTranslation } from 'react-i18next';
import type { Field, FormValues } from '../../ui/forms/fields';
import { people } from '../../ui/forms/sources';

/** Somebody of our records by name, somebody from outside by name and office. */
const isOurs = ({ scope }: FormValues) => scope === 'own-unit' || scope === 'other-unit';

export function useLeaderFields(): Field[] {
  const { t } = useTranslation('employees');
  return [
    { name: 'scope', kind: 'select', label: t('leaders.scopeTitle'), options: LEADER_SCOPES.map((value) => ({ value, label: t(`leaders.scope.${value}`) })) },
    { name: 'leaderEmploymentId', kind: 'pick', label: t('leaders.person'), source: people, when: isOurs },
    { name: 'outsideName', kind: 'text', label: t('leaders.outsideName'), max: EVALUATOR_ACT_LIMITS.name, when: (values) => !isOurs(values) },
    { name: 'outsideOffice', kind: 'text', label: t('leaders.outsideOffice'), hint: t('leaders.outsideHint'), max: EVALUATOR_ACT_LIMITS.office, when: (values) => !isOurs(values) },
    { name: 'validFrom', kind: 'date', label: t('leaders.from') },
    { name: 'validTo', kind: 'date', label: t('leaders.to'), hint: t('leaders.toHint'), optional: true },
    { name: 'reason', kind: 'lines', label: t('leaders.reason'), hint: t('leaders.reasonHint'), max: DECREE_LIMITS.reason },
  ];
}

export function useLeaderEndFields(): Field[] {
  const { t } = useTranslation('employees');
  return [
    { name: 'lastDay', kind: 'date', label: t('leaders.lastDay') },
    { name: 'reason', kind: 'lines', label: t('leaders.reason'), max: DECREE_LIMITS.reason },
  ];
}
