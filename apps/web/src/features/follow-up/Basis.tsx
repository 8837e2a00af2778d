import type { CaseDetail } from '@ekinerja/contracts/follow-up';
import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../lib/format';
import { Cite } from '../../ui/Cite';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';

/** The result that the case rests on as it stands now, and what has been judged since. */
export function Basis({ one: { basis, improvement } }: { one: CaseDetail }) {
  const { t } = useTranslation(['follow-up', 'shell']);
  return (
    <>
      {basis?.underObjection ? <Alert color="blue" icon={<IconScale aria-hidden />} title={t('case.underObjection')} /> : null}
      {basis?.changed ? (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('case.changed')}>
          {t('case.changedText', { predicate: t(`shell:status.${basis.predicate}`) })}
        </Alert>
      ) : null}
      {improvement ? (
        <Section title={t('case.improvement')} note={t('case.needed', { predicate: t(`shell:status.${improvement.predicate}`) })} actions={<Cite cite={improvement.cite} />}>
          <Stack gap="xs">
            {improvement.later.length === 0 ? <Text size="sm">{t('case.noLater')}</Text> : null}
            {improvement.later.map((result) => (
              <Group key={result.evaluationId} gap="xs">
                <Text>{result.kind === 'annual' ? result.month.slice(0, 4) : formatMonth(result.month)}</Text>
                <StatusBadge status={result.predicate} />
                <Text size="sm" c="dimmed">
                  {t(result.reached ? 'case.reached' : 'case.notReached')}
                </Text>
              </Group>
            ))}
            {improvement.suggestion ? <Text>{t(`case.suggest.${improvement.suggestion}`)}</Text> : null}
          </Stack>
        </Section>
      ) : null}
    </>
  );
}
