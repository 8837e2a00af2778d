import type { IsoDate } from '@ekinerja/contracts/basics';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format';

/** The device's own date field, with the chosen day in words below. */
export function DateField({ value, onChange }: { value: IsoDate; onChange: (date: IsoDate) => void }) {
  const { t } = useTranslation('regulations');
  return (
    <TextInput
      type="date"
      label={t('date')}
      description={formatDate(value)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={(event) => {
        if (event.currentTarget.value) onChange(event.currentTarget.value);
      }}
    />
  );
}
