import type { Simulation } from '@ekinerja/contracts/pay-simulations';
import { useTranslation } from 'react-i18next';
import { formatDecimal } from '../../lib/format';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Section';

/** What was supposed, in words, so that a saved simulation can be read later. */
export function SimulationQuestionFacts({ simulation: { question, documents } }: { simulation: Simulation }) {
  const { t } = useTranslation(['simulations', 'regulations']);
  const { amounts, postClasses, skpdIds, employeeKinds, employmentIds } = question;
  const items = [
    ...(documents.length > 0 ? [{ label: t('question.documents'), value: documents.map(({ title }) => title).join('; ') }] : []),
    ...(amounts.length > 0 ? [{ label: t('question.amounts'), value: amounts.map((row) => t('question.amount', { class: row.class, amount: formatDecimal(row.amount) })).join('; ') }] : []),
    ...(postClasses.length > 0 ? [{ label: t('question.posts'), value: t('question.postCount', { count: postClasses.length, classes: [...new Set(postClasses.map((one) => one.class))].join(', ') }) }] : []),
    ...(skpdIds.length + employeeKinds.length + employmentIds.length > 0
      ? [
          {
            label: t('question.scope'),
            value: [
              ...(skpdIds.length > 0 ? [t('question.skpds', { count: skpdIds.length })] : []),
              ...employeeKinds.map((kind) => t(`regulations:code.${kind}`)),
              ...(employmentIds.length > 0 ? [t('question.people', { count: employmentIds.length })] : []),
            ].join('; '),
          },
        ]
      : []),
  ];
  return items.length === 0 ? null : (
    <Section title={t('question.title')}>
      <Facts items={items} />
    </Section>
  );
}
