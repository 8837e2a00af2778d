import type { SkpFieldNote, SkpPlanInput } from '@ekinerja/contracts/skp';
import type { SkpFinding, SkpForm } from '@ekinerja/contracts/skp-form';
import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';
import { Section } from '../../ui/Section';
import { AccountabilityEditor } from './AccountabilityEditor';
import { BehaviourEditor } from './BehaviourEditor';
import { FieldHints } from './FieldHints';
import { ResourcesEditor } from './ResourcesEditor';
import { SourcesEditor } from './SourcesEditor';

interface PlanEditorProps {
  form: SkpForm;
  plan: SkpPlanInput;
  findings: readonly SkpFinding[];
  notes: readonly SkpFieldNote[];
  onChange: (plan: SkpPlanInput) => void;
}

/** What stands beside the results, as far as the regulation asks for it. */
export function PlanEditor({ form, plan, findings, notes, onChange }: PlanEditorProps) {
  const { t } = useTranslation('skp');
  const change = (part: Partial<SkpPlanInput>) => onChange({ ...plan, ...part });
  const hints = (field: string) => <FieldHints findings={findings} notes={notes} place={`plan.${field}`} />;
  return (
    <>
      {form.resources ? (
        <Section title={t('plan.resources')} note={<Cite cite={form.resources.cite} />}>
          <Stack gap="sm">
            <ResourcesEditor kinds={form.resources.kinds} resources={plan.resources} onChange={(resources) => change({ resources })} />
            {hints('resources')}
          </Stack>
        </Section>
      ) : null}
      {form.sources ? (
        <Section title={t('plan.sources')} note={<Cite cite={form.sources.cite} />}>
          <Stack gap="sm">
            <SourcesEditor rules={form.sources} sources={plan.sources} onChange={(sources) => change({ sources })} />
            {hints('sources')}
          </Stack>
        </Section>
      ) : null}
      {form.behaviour ? (
        <Section title={t('plan.behaviour')} note={<Cite cite={form.behaviour.cite} />}>
          <Stack gap="sm">
            <BehaviourEditor rules={form.behaviour} expectations={plan.behaviour} onChange={(behaviour) => change({ behaviour })} />
            {hints('behaviour')}
          </Stack>
        </Section>
      ) : null}
      {form.accountability || form.consequences ? (
        <Section
          title={t('plan.accountability')}
          note={form.accountability ? <Cite cite={form.accountability.cite} /> : undefined}
        >
          <Stack gap="sm">
            <AccountabilityEditor form={form} plan={plan} onChange={change} />
            {hints('accountability')}
          </Stack>
        </Section>
      ) : null}
    </>
  );
}
