import type { RoleWarning } from '@ekinerja/contracts/setup';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';

/** What the regulation would have had otherwise; the grant stands. */
export function GrantWarning({ warning }: { warning: RoleWarning | null }) {
  const { t } = useTranslation(['errors']);
  if (!warning) return null;
  return (
    <Alert color="yellow" role="status" icon={<IconAlertTriangle size={20} aria-hidden />} title={t(`errors:rule.${warning.code}`, warning.params)}>
      {t(`errors:rule-advice.${warning.code}`)} {warning.cite ? <Cite cite={warning.cite} /> : null}
    </Alert>
  );
}
