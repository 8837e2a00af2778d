import type { SignInRequest } from '@ekinerja/contracts/auth';
import { Button, Card, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useAbout } from '../../lib/about';
import { changeLanguage, currentLanguage } from '../../lib/i18n';
import { safeReturn, signIn } from '../../lib/session';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { PageTitle } from '../../ui/PageTitle';
import classes from './SignInPage.module.css';
import { DemoAccounts } from './DemoAccounts';

export default function SignInPage() {
  const { t } = useTranslation(['auth', 'shell']);
  const { about, governmentName, agency, error } = useAbout();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [tried, setTried] = useState(false);
  const [values, setValues] = useState<SignInRequest>({ username: '', password: '' });
  const other = currentLanguage() === 'id' ? 'en' : 'id';

  const mutation = useMutation({
    mutationFn: signIn,
    onSuccess: (profile) =>
      navigate(profile.mustChangePassword ? '/akun' : safeReturn(search.get('kembali')), { replace: true }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (values.username.trim() && values.password) mutation.mutate(values);
  };
  const missing = (value: string) => (tried && !value.trim() ? t('required') : undefined);

  return (
    <main className={classes.page}>
      <div className={classes.welcome}>
        <img src="/icon.svg" alt="" width={48} height={48} />
        <Text fw={700} fz="xl">
          {t('shell:app')}
        </Text>
        <Text>{governmentName}</Text>
        <Text c="dimmed" size="sm">
          {agency}
        </Text>
      </div>
      <Card component="section" padding="lg">
        <PageTitle title={t('signIn.title')} />
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput
              label={t('signIn.username')}
              description={t('signIn.usernameNote')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              withAsterisk={false}
              value={values.username}
              error={missing(values.username)}
              onChange={(event) => setValues({ ...values, username: event.currentTarget.value })}
            />
            <PasswordInput
              label={t('signIn.password')}
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={values.password}
              error={missing(values.password)}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), size: 44 }}
              onChange={(event) => setValues({ ...values, password: event.currentTarget.value })}
            />
            <ErrorNotice error={mutation.error} onRetry={() => mutation.mutate(values)} />
            <Button type="submit" loading={mutation.isPending} fullWidth>
              {t('shell:signIn')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('signIn.forgot')}
            </Text>
          </Stack>
        </form>
      </Card>
      {error && !about ? <ErrorNotice error={error} /> : null}
      {about?.demo ? (
        <DemoAccounts
          accounts={about.demoAccounts}
          busy={mutation.isPending}
          onChoose={({ username, password }) => {
            setValues({ username, password });
            mutation.mutate({ username, password });
          }}
        />
      ) : null}
      <Group justify="center">
        <Button variant="subtle" lang={other} onClick={() => void changeLanguage(other)}>
          {other === 'en' ? 'English' : 'Bahasa Indonesia'}
        </Button>
      </Group>
    </main>
  );
}
