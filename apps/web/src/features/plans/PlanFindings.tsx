import type { PlanFinding } from '@ekinerja/contracts/plans';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';

/** What lacks or does not reconcile, with its article. */
export function PlanFindings({ findings }: { findings: readonly PlanFinding[] }) {
  const { t } = useTranslation(['plans', 'errors']);
  if (findings.length === 0) return null;
  return (
    <Stack gap={4} data-findings>
      {findings.map((finding, at) => (
        <Text key={at} size="sm" c={finding.severity === 'stop' ? 'red.9' : 'dimmed'} component="div">
          {t([`errors:rule.${finding.code}`, 'finding'], finding.params)} {finding.cite ? <Cite cite={finding.cite} /> : null}
        </Text>
      ))}
    </Stack>
  );
}
