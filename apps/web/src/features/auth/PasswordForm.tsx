import { PASSWORD_LIMITS, type ChangePasswordRequest, type SessionAnswer } from '@ekinerja/contracts/auth';
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { send } from '../../lib/api';
import { adoptSession, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { fieldErrors } from '../../ui/error-words';

export function PasswordForm() {
  const { t } = useTranslation(['auth', 'shell', 'errors']);
  const navigate = useNavigate();
  const forced = useProfile().mustChangePassword;
  const { min, max } = PASSWORD_LIMITS;
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '', again: '' },
    validate: {
      currentPassword: (value) => (value ? null : t('required')),
      newPassword: (value) =>
        value.length < min || value.length > max ? t('password.length', { min }) : null,
      again: (value, values) => (value === values.newPassword ? null : t('password.different')),
    },
  });
  const mutation = useMutation({
    mutationFn: (body: ChangePasswordRequest) => send<SessionAnswer>('POST', '/auth/password', { body }),
    onSuccess: (session) => {
      adoptSession(session);
      form.reset();
      announce(t('password.done'));
      if (forced) void navigate('/', { replace: true });
    },
    onError: (error) => form.setErrors(fieldErrors(error, t)),
  });
  const toggle = { 'aria-label': t('signIn.showPassword'), size: 44 };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ currentPassword, newPassword }) =>
        mutation.mutate({ currentPassword, newPassword }),
      )}
    >
      <Stack maw={420}>
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label={t('password.new')}
          description={t('password.newNote', { min })}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('newPassword')}
        />
        <PasswordInput
          label={t('password.again')}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('again')}
        />
        <ErrorNotice error={mutation.error} shownFields={['currentPassword', 'newPassword']} />
        <Group>
          <Button type="submit" loading={mutation.isPending}>
            {t('password.change')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
