import type { PayslipView, SlipLineView } from '@ekinerja/contracts/pay-runs';
import { Alert, Stack, Text } from '@mantine/core';
import { IconCalculator } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatDecimal, formatInstant, formatMonth } from '../../lib/format';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Section';
import { SlipComparison } from './SlipComparison';
import { SlipDays } from './SlipDays';
import { SlipDocuments } from './SlipDocuments';
import { SlipLines } from './SlipLines';
import { SlipTotals } from './SlipTotals';

const SECTIONS: readonly SlipLineView['section'][] = ['gross', 'cut', 'deduction', 'adjustment', 'info'];

/** The slip as a good invoice: the sum, how it came about, line by line, and what it rests on. */
export function Slip({ slip }: { slip: PayslipView }) {
  const { t } = useTranslation(['payslips', 'shell']);
  return (
    <Stack>
      {slip.estimate ? (
        <Alert color="blue" icon={<IconCalculator aria-hidden />} title={t('isEstimate')}>
          <Text size="sm">{t('isEstimateText')}</Text>
          {slip.missing.length > 0 ? (
            <>
              <Text size="sm" mt="xs" fw={600}>
                {t('stillMissing')}
              </Text>
              <ul style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
                {slip.missing.map((kind) => (
                  <li key={kind}>{t(`missing.${kind}`)}</li>
                ))}
              </ul>
            </>
          ) : null}
        </Alert>
      ) : null}
      <SlipTotals slip={slip} />
      {slip.comparison ? <SlipComparison comparison={slip.comparison} /> : null}
      {SECTIONS.map((section) => (
        <SlipLines
          key={section}
          section={section}
          lines={slip.lines.filter((line) => line.section === section)}
          totals={slip.totals}
        />
      ))}
      <Section title={t('person')}>
        <Facts
          items={[
            { label: t('name'), value: slip.name },
            { label: t('nip'), value: slip.nip ?? '–' },
            { label: t('post'), value: slip.postName ?? '–' },
            { label: t('class'), value: slip.class ?? '–' },
            { label: t('skpd'), value: slip.skpdName },
            ...performanceFacts(slip, t),
            { label: t('month'), value: formatMonth(slip.month) },
            { label: t('paymentMonth'), value: formatMonth(slip.paymentMonth) },
            ...(slip.closedAt ? [{ label: t('closedAt'), value: formatInstant(slip.closedAt) }] : []),
            ...(slip.verifyCode ? [{ label: t('verifyCode'), value: slip.verifyCode }] : []),
          ]}
        />
      </Section>
      <SlipDays days={slip.days} />
      <SlipDocuments references={slip.references} />
    </Stack>
  );
}

/** The evaluation behind the performance part, also where it cuts nothing. */
function performanceFacts({ performance }: PayslipView, t: TFunction): { label: string; value: string }[] {
  const { predicate, score, qualityScore } = performance;
  const words = predicate ? t(`shell:status.${predicate}`) : '';
  return [
    ...(predicate
      ? [{ label: t('payslips:predicate'), value: score ? `${words} (${formatDecimal(score)})` : words }]
      : []),
    ...(qualityScore ? [{ label: t('payslips:qualityScore'), value: formatDecimal(qualityScore) }] : []),
  ];
}
