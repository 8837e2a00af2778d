import { INTEGRATOR_SCOPES, type IntegratorScope } from '@ekinerja/contracts/access';
import { INTEGRATOR_LIMITS } from '@ekinerja/contracts/integrators';
import { Button, Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useCreateIntegrator } from './integrator-queries';

const { name: NAME, purpose: PURPOSE, days: DAYS } = INTEGRATOR_LIMITS;

export function IntegratorForm({ onMade }: { onMade: (made: { name: string; key: string }) => void }) {
  const { t } = useTranslation('setup');
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const [scopes, setScopes] = useState<IntegratorScope[]>([]);
  const [days, setDays] = useState(180);
  const mutation = useCreateIntegrator();
  const complete = name.trim().length >= NAME.min && purpose.trim().length >= PURPOSE.min && scopes.length > 0 && days >= DAYS.min;
  return (
    <Section title={t('integrators.new')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!complete) return;
          mutation.mutate(
            { name: name.trim(), purpose: purpose.trim(), scopes, days },
            {
              onSuccess: ({ integrator, key }) => {
                onMade({ name: integrator.name, key });
                setName('');
                setPurpose('');
                setScopes([]);
              },
            },
          );
        }}
      >
        <Stack gap="sm" maw={640}>
          <TextInput label={t('integrators.name')} required maxLength={NAME.max} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput
            label={t('integrators.purpose')}
            description={t('integrators.purposeHint')}
            required
            maxLength={PURPOSE.max}
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <Checkbox.Group label={t('integrators.scopes')} value={scopes} onChange={(value) => setScopes(value as IntegratorScope[])}>
            <Stack gap="xs" mt="xs">
              {INTEGRATOR_SCOPES.map((scope) => (
                <Checkbox key={scope} value={scope} label={t(`integrators.scope.${scope.replace(':', '-')}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <NumberInput label={t('integrators.days')} maw={200} min={DAYS.min} max={DAYS.max} clampBehavior="strict" allowDecimal={false} value={days} onChange={(value) => setDays(Number(value))} />
          <ErrorNotice error={mutation.error} />
          <Group>
            <Button type="submit" disabled={!complete} loading={mutation.isPending}>
              {t('integrators.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
