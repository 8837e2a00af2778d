import type { Objection } from '@ekinerja/contracts/objections';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDeadline, formatDecimal, formatInstant } from '../../lib/format';
import { Cite } from '../../ui/Cite';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Section';

/** What is objected to, by whom, why, and who examines it. */
export function CaseFacts({ one }: { one: Objection }) {
  const { t, i18n } = useTranslation(['objections', 'evaluations', 'shell']);
  const predicate = i18n.language.startsWith('id') ? one.form.labels[one.predicateBefore] : t(`shell:status.${one.predicateBefore}`);
  const answer = (name: string) => {
    const value = one.inputsBefore[name];
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return t(value ? 'shell:yes' : 'shell:no');
    return one.form.fields.find((field) => field.name === name)?.type === 'rating' ? t(`shell:status.${value}`) : value;
  };
  return (
    <Section title={t('facts.title')}>
      <Text fw={600}>{t('facts.reasons')}</Text>
      <Text style={{ whiteSpace: 'pre-wrap' }} mb="md">
        {one.reasons}
      </Text>
      <Facts
        items={[
          { label: t('facts.employee'), value: [one.personName, one.nip, one.postName, one.unitName].filter(Boolean).join(' · ') },
          { label: t('facts.evaluator'), value: `${one.evaluator.personName} · ${one.evaluator.postName}` },
          { label: t('facts.result'), value: `${predicate}${one.scoreBefore ? ` (${formatDecimal(one.scoreBefore)})` : ''}` },
          ...one.form.fields.map((field) => ({ label: t(`evaluations:field.${field.name}`, { defaultValue: field.label }), value: answer(field.name) })),
          { label: t('facts.received'), value: formatInstant(one.receivedAt) },
          {
            label: t('facts.fileBy'),
            value: (
              <>
                {one.fileDueAt ? formatDeadline(one.fileDueAt) : '–'} {one.fileCite ? <Cite cite={one.fileCite} /> : null}
              </>
            ),
          },
          { label: t('facts.filed'), value: formatInstant(one.filedAt) },
          ...(one.withdrawnReason ? [{ label: t('facts.withdrawn'), value: one.withdrawnReason }] : []),
        ]}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {one.chain
          .map((link) => t(`chain.${link.outcome}`, { post: link.postName ?? '', name: link.personName ?? '' }))
          .join(' → ')}
      </Text>
    </Section>
  );
}
