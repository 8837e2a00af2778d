import { Alert } from '@mantine/core';
import { IconCalendarExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A calendar that does not know a year yet: time limits would count its holidays as working days. */
export function MissingYears({ years }: { years: readonly number[] }) {
  const { t } = useTranslation('regulations');
  return years.length === 0 ? null : (
    <Alert color="yellow" icon={<IconCalendarExclamation size={20} aria-hidden />} title={t('missingYears', { years: years.join(', ') })} mt="xs">
      {t('missingYearsText')}
    </Alert>
  );
}
