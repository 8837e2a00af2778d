import type { StaffingRule, StaffingStanding } from '@ekinerja/contracts/staffing-records';
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { Cite } from '../../ui/Cite';

/** Whether the data is validated, by what, and what follows from it. */
export function StandingNote({ standing, rule }: { standing: StaffingStanding; rule: StaffingRule }) {
  const { t } = useTranslation('staffing');
  const { source } = rule;
  if (standing.validated) {
    return (
      <Alert color="green" icon={<IconShieldCheck size={20} aria-hidden />} title={t('standing.validated', { source })}>
        <Text size="sm">
          {t(`standing.basis.${standing.basis ?? 'import'}`, { at: standing.validatedAt ? formatInstant(standing.validatedAt) : '', by: standing.validatedBy ?? t('standing.system') })}
          {standing.note ? ` ${t('standing.note', { note: standing.note })}` : ''}
        </Text>
      </Alert>
    );
  }
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={20} aria-hidden />} title={t('standing.unvalidated', { source })}>
      <Text size="sm">
        {standing.receivedAt === null ? t('standing.never', { source }) : t('standing.differs', { count: standing.differences.length })}{' '}
        {t(rule.unvalidated === 'may-not-work' ? 'standing.mayNotWork' : 'standing.mayWork')} {rule.cite ? <Cite cite={rule.cite} /> : null}
      </Text>
    </Alert>
  );
}
