import { PASSWORD_LIMITS, RECOVERY_LIMITS } from '@ekinerja/contracts/auth';
import { Button, Container, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { fieldErrors } from '../../ui/error-words';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { useRecovery } from './queries';

/** With the one-time code of an admin: a new password. The code in the link stands behind #, which no server logs. */
export default function RecoverPage() {
  const { t } = useTranslation(['auth', 'errors']);
  const mutation = useRecovery();
  const { min, max } = PASSWORD_LIMITS;
  const form = useForm({
    initialValues: { username: '', code: window.location.hash.slice(1, RECOVERY_LIMITS.code.max), newPassword: '', again: '' },
    validate: {
      username: (value) => (value.trim() ? null : t('required')),
      code: (value) => (value.trim() ? null : t('required')),
      newPassword: (value) => (value.length < min || value.length > max ? t('password.length', { min }) : null),
      again: (value, values) => (value === values.newPassword ? null : t('password.different')),
    },
  });
  const toggle = { 'aria-label': t('signIn.showPassword'), size: 44 };
  return (
    <Container component="main" size={480} py="xl">
      <PageTitle title={t('recover.title')} note={t('recover.note')} />
      <Section title={mutation.isSuccess ? t('recover.done') : t('recover.title')}>
        {mutation.isSuccess ? (
          <Button component={Link} to="/masuk">
            {t('recover.toSignIn')}
          </Button>
        ) : (
          <form
            noValidate
            onSubmit={form.onSubmit(({ username, code, newPassword }) =>
              mutation.mutate({ username, code, newPassword }, { onError: (error) => form.setErrors(fieldErrors(error, t)) }),
            )}
          >
            <Stack>
              <TextInput label={t('signIn.username')} description={t('signIn.usernameNote')} autoComplete="username" required {...form.getInputProps('username')} />
              <TextInput
                label={t('recover.code')}
                description={t('recover.codeNote')}
                autoComplete="off"
                spellCheck={false}
                required
                maxLength={RECOVERY_LIMITS.code.max}
                {...form.getInputProps('code')}
              />
              <PasswordInput
                label={t('password.new')}
                description={t('password.newNote', { min })}
                autoComplete="new-password"
                required
                visibilityToggleButtonProps={toggle}
                {...form.getInputProps('newPassword')}
              />
              <PasswordInput label={t('password.again')} autoComplete="new-password" required visibilityToggleButtonProps={toggle} {...form.getInputProps('again')} />
              <ErrorNotice error={mutation.error} shownFields={['username', 'code', 'newPassword']} />
              <Group>
                <Button type="submit" loading={mutation.isPending}>
                  {t('recover.submit')}
                </Button>
                <Button component={Link} to="/masuk" variant="default">
                  {t('recover.toSignIn')}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Section>
    </Container>
  );
}
