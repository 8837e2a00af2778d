import { SECOND_FACTOR_LIMITS } from '@ekinerja/contracts/auth';
import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/ErrorNotice';

interface Secrets {
  password: string;
  code: string;
}

interface SecretFormProps {
  asks: readonly (keyof Secrets)[];
  note?: string;
  submit: string;
  danger?: boolean;
  busy: boolean;
  error: unknown;
  onSubmit: (secrets: Secrets) => void;
  onCancel: () => void;
}

/** Asks for the password or the code again, in place. */
export function SecretForm({ asks, note, submit, danger, busy, error, onSubmit, onCancel }: SecretFormProps) {
  const { t } = useTranslation('auth');
  const [secrets, setSecrets] = useState<Secrets>({ password: '', code: '' });
  const complete = asks.every((name) => secrets[name].trim() !== '') && (!asks.includes('code') || secrets.code.trim().length >= SECOND_FACTOR_LIMITS.min);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) onSubmit({ ...secrets, code: secrets.code.trim() });
      }}
    >
      <Stack gap="sm" maw={420}>
        {note ? <Text size="sm">{note}</Text> : null}
        {asks.includes('password') ? (
          <PasswordInput
            label={t('secondFactor.password')}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), size: 44 }}
            value={secrets.password}
            onChange={(event) => setSecrets({ ...secrets, password: event.currentTarget.value })}
          />
        ) : null}
        {asks.includes('code') ? (
          <TextInput
            label={t('signIn.code')}
            description={t('signIn.codeNote')}
            autoComplete="one-time-code"
            required
            maxLength={SECOND_FACTOR_LIMITS.max}
            value={secrets.code}
            onChange={(event) => setSecrets({ ...secrets, code: event.currentTarget.value })}
          />
        ) : null}
        <ErrorNotice error={error} />
        <Group gap="xs">
          <Button type="submit" disabled={!complete} loading={busy} {...(danger ? { color: 'red' } : {})}>
            {submit}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('secondFactor.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
