import type { SkpPlan } from '@ekinerja/contracts/skp';
import type { SkpForm } from '@ekinerja/contracts/skp-form';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Section';
import { BehaviourEditor } from './BehaviourEditor';

/** The rest of the plan, to be read. */
export function PlanView({ form, plan }: { form: SkpForm; plan: SkpPlan }) {
  const { t } = useTranslation('skp');
  const sourceName = (code: string) => form.sources?.list.find((one) => one.code === code)?.name ?? code;
  const resourceName = (code: string) => form.resources?.kinds.find((one) => one.code === code)?.name ?? code;
  const sources = plan.sources.map(({ code, number, date }) =>
    [sourceName(code), number, date ? formatDate(date) : ''].filter(Boolean).join(', '),
  );
  const { accountability: scheme, consequences } = plan;
  const items = [
    ...(form.sources ? [{ label: t('plan.sources'), value: sources.join('; ') || '–' }] : []),
    ...(form.resources
      ? [
          {
            label: t('plan.resources'),
            value: plan.resources.map(({ kind, need }) => `${resourceName(kind)}: ${need}`).join('; ') || '–',
          },
        ]
      : []),
    ...(form.accountability && scheme
      ? [
          {
            label: t('plan.accountability'),
            value: [t(`rhythm.${scheme.rhythm}`), scheme.progress, scheme.final].filter(Boolean).join('; '),
          },
        ]
      : []),
    ...(form.consequences
      ? form.consequences.kinds.map((kind) => ({
          label: t(`plan.consequence.${kind}`),
          value: consequences[kind] || '–',
        }))
      : []),
  ];
  return (
    <>
      {items.length > 0 ? (
        <Section title={t('plan.title')}>
          <Facts items={items} />
        </Section>
      ) : null}
      {form.behaviour ? (
        <Section title={t('plan.behaviour')}>
          <BehaviourEditor rules={form.behaviour} expectations={plan.behaviour} />
        </Section>
      ) : null}
    </>
  );
}
