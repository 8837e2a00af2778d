import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useBeginSecondFactor, useConfirmSecondFactor } from './queries';
import { SecretForm } from './SecretForm';

interface SecondFactorSetUpProps {
  onDone: (codes: string[]) => void;
  onCancel: () => void;
}

const DIGITS = 6;

/** Password, then the QR code, then a first code of the phone. */
export function SecondFactorSetUp({ onDone, onCancel }: SecondFactorSetUpProps) {
  const { t } = useTranslation('auth');
  const [code, setCode] = useState('');
  const begin = useBeginSecondFactor();
  const confirm = useConfirmSecondFactor();
  const offer = begin.data;
  if (!offer) {
    return (
      <SecretForm
        asks={['password']}
        submit={t('secondFactor.continue')}
        busy={begin.isPending}
        error={begin.error}
        onCancel={onCancel}
        onSubmit={({ password }) => begin.mutate({ currentPassword: password })}
      />
    );
  }
  const digits = code.replaceAll(/\s/g, '');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (digits.length === DIGITS) confirm.mutate({ code: digits }, { onSuccess: ({ codes }) => onDone(codes) });
      }}
    >
      <Stack gap="sm">
        <Text>{t('secondFactor.scan')}</Text>
        <img src={offer.qr} alt={t('secondFactor.qr')} width={200} height={200} />
        <div>
          <Text size="sm">{t('secondFactor.type')}</Text>
          <Code style={{ overflowWrap: 'anywhere' }}>{offer.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</Code>
        </div>
        <TextInput
          label={t('secondFactor.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maw={240}
          maxLength={DIGITS + 1}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <ErrorNotice error={confirm.error} />
        <Group gap="xs">
          <Button type="submit" disabled={digits.length !== DIGITS} loading={confirm.isPending}>
            {t('secondFactor.confirm')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('secondFactor.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
