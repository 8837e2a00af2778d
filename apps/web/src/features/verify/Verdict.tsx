import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import { Alert, Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Section';
import { STATUS_LOOK } from '../../ui/status-look';

const COLOR = { genuine: 'green', superseded: 'orange', unknown: 'red' } as const;

export function Verdict({ answer, code }: { answer: VerifyAnswer; code: string }) {
  const { t } = useTranslation('verify');
  const { icon: Symbol } = STATUS_LOOK[answer.status];
  return (
    <Stack>
      <Alert role="status" color={COLOR[answer.status]} icon={<Symbol size={20} aria-hidden />} title={t(`${answer.status}.title`)}>
        <Text size="sm">
          {t(`${answer.status}.text`, { at: answer.supersededAt ? formatInstant(answer.supersededAt) : '', code })}
        </Text>
      </Alert>
      {answer.status === 'unknown' ? null : (
        <Section title={t('paper')} note={t('paperNote')}>
          <Facts
            items={[
              { label: t('number'), value: answer.number },
              { label: t('name'), value: answer.title },
              { label: t('unit'), value: answer.unitName },
              { label: t('issued'), value: answer.issuedAt ? formatInstant(answer.issuedAt) : null },
              { label: t('hash'), value: answer.hash ? <Code style={{ overflowWrap: 'anywhere' }}>{answer.hash}</Code> : null },
            ]}
          />
        </Section>
      )}
    </Stack>
  );
}
