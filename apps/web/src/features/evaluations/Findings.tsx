import type { DistributionView } from '@ekinerja/contracts/evaluations';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';

/** What is out of bounds against the pattern of the organisation's attainment; a small unit is only warned. */
export function Findings({ findings }: { findings: DistributionView['findings'] }) {
  const { t } = useTranslation(['evaluations', 'shell']);
  return findings.map((finding, at) => {
    const predicates = String(finding.params['predicates'] ?? '')
      .split(',')
      .filter(Boolean)
      .map((one) => t(`shell:status.${one.trim()}`))
      .join(', ');
    return (
      <Alert key={at} mt="xs" color={finding.severity === 'violation' ? 'red' : 'orange'} title={t(`shell:status.${finding.severity}`)}>
        {t([`organisation.finding.${finding.code}`, 'organisation.finding.other'], { ...finding.params, predicates })}{' '}
        {finding.cite ? <Cite cite={finding.cite} /> : null}
      </Alert>
    );
  });
}
