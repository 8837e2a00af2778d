import type { SkpDetail } from '@ekinerja/contracts/skp';
import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';

/** What still stops the submission, each with its article. */
export function SkpFindings({ findings }: { findings: SkpDetail['findings'] }) {
  const { t } = useTranslation(['skp', 'errors']);
  if (findings.length === 0) return null;
  return (
    <Alert color="orange" icon={<IconAlertTriangle size={20} aria-hidden />} title={t('findings.title')}>
      <List size="sm" spacing={4}>
        {findings.map((finding, at) => (
          <List.Item key={at}>
            {t([`errors:rule.${finding.code}`, 'finding'], finding.params)}{' '}
            {finding.cite ? <Cite cite={finding.cite} /> : null}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
