import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstant } from '../../lib/format';
import { Cite } from '../../ui/Cite';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';

export function SkpFacts({ skp }: { skp: SkpDetail }) {
  const { t } = useTranslation('skp');
  const { owner, evaluator } = skp;
  return (
    <Section
      title={t('facts.title')}
      actions={
        <>
          {skp.late ? <StatusBadge status="late" /> : null}
          <StatusBadge status={skp.status} />
        </>
      }
    >
      <Facts
        items={[
          { label: t('facts.owner'), value: [owner.name, owner.rank].filter(Boolean).join(', ') },
          { label: t('facts.nip'), value: owner.nip ?? '–' },
          { label: t('facts.unit'), value: owner.unitName ?? '–' },
          { label: t('facts.period'), value: `${formatDate(skp.periodFrom)} – ${formatDate(skp.periodTo)}` },
          {
            label: t('facts.evaluator'),
            value: evaluator ? `${evaluator.personName} (${evaluator.postName})` : t('facts.noEvaluator'),
          },
          {
            label: t('facts.due'),
            value: (
              <Group gap={6}>
                {formatDate(skp.dueDate)} <Cite cite={skp.dueCite} />
              </Group>
            ),
          },
          ...(skp.submittedAt
            ? [{ label: t('facts.submitted'), value: formatInstant(skp.submittedAt) }]
            : []),
          ...(skp.determinedAt
            ? [{ label: t('facts.determined'), value: formatInstant(skp.determinedAt) }]
            : []),
        ]}
      />
    </Section>
  );
}
