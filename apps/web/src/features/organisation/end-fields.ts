import { DECREE_LIMITS } from '@ekinerja/contracts/assignments';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../ui/forms/fields';

/** What every ending asks: the last day on which it holds, and why. */
export function useEndFields(): Field[] {
  const { t } = useTranslation('organisation');
  return [
    { name: 'lastDay', kind: 'date', label: t('form.lastDay'), hint: t('form.lastDayHint') },
    { name: 'reason', kind: 'lines', label: t('form.reason'), hint: t('form.reasonHint'), max: DECREE_LIMITS.reason },
  ];
}
