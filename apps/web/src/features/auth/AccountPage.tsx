import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { IconKey, IconLogout, IconShieldCheck, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { changeLanguage, currentLanguage, type Language } from '../../lib/i18n';
import { accountComesFirst, signOut, useProfile } from '../../lib/session';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { PasswordForm } from './PasswordForm';
import { accountSecurity } from './queries';
import { RecoveriesSection } from './RecoveriesSection';
import { SecondFactorSection } from './SecondFactorSection';
import { SessionsSection } from './SessionsSection';

export default function AccountPage() {
  const { t } = useTranslation(['auth', 'shell']);
  const profile = useProfile();
  const { person, employment } = profile;
  const query = useQuery(accountSecurity);
  // Marked at once, while the words are on their way.
  const [chosen, setChosen] = useState<Language | null>(null);
  return (
    <>
      <PageTitle title={t('account.title')} note={person?.name ?? profile.username} />
      <Stack>
        {profile.mustChangePassword ? (
          <Alert color="yellow" icon={<IconKey size={20} aria-hidden />} title={t('account.mustChange')} role="status">
            {t('account.mustChangeNote')}
          </Alert>
        ) : null}
        {profile.mustEnrolSecondFactor && !profile.mustChangePassword ? (
          <Alert color="yellow" icon={<IconShieldCheck size={20} aria-hidden />} title={t('account.mustEnrol')} role="status">
            {t('account.mustEnrolNote')}
          </Alert>
        ) : null}
        {accountComesFirst(profile) ? null : (
          <Section title={t('account.profile')} note={t('account.profileNote')}>
            <Facts
              items={[
                { label: t('account.name'), value: person?.name ?? '–' },
                { label: t('account.nip'), value: person?.nip ?? '–' },
                { label: t('account.username'), value: profile.username },
                { label: t('account.post'), value: employment?.postName ?? '–' },
                { label: t('account.unit'), value: employment?.unitName ?? '–' },
                { label: t('account.skpd'), value: employment?.skpdName ?? '–' },
              ]}
            />
            <Group mt="md">
              <Button component={Link} to="/privasi" variant="default" leftSection={<IconShieldLock size={18} aria-hidden />}>
                {t('account.privacy')}
              </Button>
            </Group>
            <Text size="sm" c="dimmed" mt="md">
              {t('account.roles')}
            </Text>
            <ul style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
              {profile.roles.map((held) => (
                <li key={`${held.role}.${held.unitId ?? ''}`}>
                  {t(`role.${held.role}`)}
                  {held.unitName ? ` – ${held.unitName}` : ''}
                </li>
              ))}
            </ul>
          </Section>
        )}
        {profile.mustEnrolSecondFactor && !profile.mustChangePassword && query.data ? <SecondFactorSection state={query.data.secondFactor} /> : null}
        <Section title={t('password.title')} note={t('password.note')}>
          <PasswordForm />
        </Section>
        {accountComesFirst(profile) ? null : (
          <Loaded query={query} rows={4}>
            {(security) => (
              <>
                <SecondFactorSection state={security.secondFactor} />
                <SessionsSection sessions={security.sessions} />
                <RecoveriesSection security={security} />
              </>
            )}
          </Loaded>
        )}
        <Section title={t('account.language')}>
          <Radio.Group
            aria-label={t('account.language')}
            value={chosen ?? currentLanguage()}
            onChange={(value) => {
              setChosen(value as Language);
              void changeLanguage(value as Language).finally(() => setChosen(null));
            }}
          >
            <Stack gap="xs">
              <Radio value="id" label="Bahasa Indonesia" lang="id" size="md" />
              <Radio value="en" label="English" lang="en" size="md" />
            </Stack>
          </Radio.Group>
        </Section>
        <Group>
          <Button
            variant="default"
            leftSection={<IconLogout size={18} aria-hidden />}
            onClick={() => void signOut()}
          >
            {t('shell:signOut')}
          </Button>
        </Group>
      </Stack>
    </>
  );
}
