import type { OpenObjection } from '@ekinerja/contracts/pay-runs';
import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDeadline, formatInstant, formatMonth } from '../../lib/format';

/** Objections that are not decided yet: shown, never in the way of the close. */
export function OpenObjections({ objections }: { objections: readonly OpenObjection[] }) {
  const { t } = useTranslation('pay-runs');
  if (objections.length === 0) return null;
  return (
    <Alert color="gray" title={t('unit.objections', { count: objections.length })}>
      <Text size="sm">{t('unit.objectionsText')}</Text>
      <List size="sm" mt="xs">
        {objections.map(({ employmentId, name, month, filedAt, decideDueAt }) => (
          <List.Item key={`${employmentId} ${month} ${filedAt}`}>
            {decideDueAt === null
              ? t('unit.objectionNoDue', { name, month: formatMonth(month), filed: formatInstant(filedAt) })
              : t('unit.objection', { name, month: formatMonth(month), filed: formatInstant(filedAt), due: formatDeadline(decideDueAt) })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
