import type { SecondFactorState } from '@ekinerja/contracts/auth';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOfInstant, formatDate } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { Section } from '../../ui/Section';
import { useAccountChanged, useRemoveSecondFactor, useRenewCodes } from './queries';
import { SecondFactorCodes } from './SecondFactorCodes';
import { SecondFactorSetUp } from './SecondFactorSetUp';
import { SecretForm } from './SecretForm';

type Step = 'none' | 'set-up' | 'renew' | 'remove';

export function SecondFactorSection({ state }: { state: SecondFactorState }) {
  const { t } = useTranslation('auth');
  const [step, setStep] = useState<Step>('none');
  const [codes, setCodes] = useState<string[] | null>(null);
  const changed = useAccountChanged();
  const renew = useRenewCodes();
  const remove = useRemoveSecondFactor();
  const finish = () => {
    setStep('none');
    renew.reset();
    remove.reset();
  };
  return (
    <Section title={t('secondFactor.title')} note={t('secondFactor.note')}>
      <Stack gap="sm" maw={520}>
        {codes ? null : <Group gap="xs" wrap="nowrap" align="flex-start">
          {state.since ? <IconShieldCheck size={22} aria-hidden color="var(--mantine-color-green-8)" /> : <IconShieldOff size={22} aria-hidden />}
          <Text>
            {state.since ? t('secondFactor.on', { date: formatDate(dateOfInstant(state.since)), left: state.codesLeft }) : t('secondFactor.off')}
            {state.required ? ` ${t('secondFactor.required')}` : ''}
          </Text>
        </Group>}
        {codes ? (
          <SecondFactorCodes
            codes={codes}
            onKept={() => {
              setCodes(null);
              void changed();
            }}
          />
        ) : step === 'set-up' ? (
          <SecondFactorSetUp
            onCancel={finish}
            onDone={(made) => {
              finish();
              setCodes(made);
              announce(t('secondFactor.done'));
            }}
          />
        ) : step === 'renew' ? (
          <SecretForm
            asks={['code']}
            submit={t('secondFactor.renew')}
            busy={renew.isPending}
            error={renew.error}
            onCancel={finish}
            onSubmit={({ code }) =>
              renew.mutate(
                { code },
                {
                  onSuccess: (made) => {
                    finish();
                    setCodes(made.codes);
                  },
                },
              )
            }
          />
        ) : step === 'remove' ? (
          <SecretForm
            note={t('secondFactor.removeNote')}
            asks={['password', 'code']}
            submit={t('secondFactor.remove')}
            danger
            busy={remove.isPending}
            error={remove.error}
            onCancel={finish}
            onSubmit={({ code, password }) =>
              remove.mutate(
                { code, currentPassword: password },
                {
                  onSuccess: () => {
                    finish();
                    announce(t('secondFactor.removed'));
                    void changed();
                  },
                },
              )
            }
          />
        ) : state.since ? (
          <Group gap="xs">
            <Button variant="default" onClick={() => setStep('renew')}>
              {t('secondFactor.renew')}
            </Button>
            {state.required ? null : (
              <Button variant="default" onClick={() => setStep('remove')}>
                {t('secondFactor.remove')}
              </Button>
            )}
          </Group>
        ) : (
          <Group>
            <Button onClick={() => setStep('set-up')}>{t('secondFactor.begin')}</Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
