import { MAIL_LANGUAGES, MAIL_MODES, NOTIFICATION_TOPICS, type MailLanguage, type MailMode, type NotificationSettings, type NotificationTopic } from '@ekinerja/contracts/notifications';
import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import { notificationSettings, useSaveSettings } from './queries';

export function SettingsForm() {
  const query = useQuery(notificationSettings);
  return <Loaded query={query}>{(settings) => <Form settings={settings} />}</Loaded>;
}

/** By mail at once, once a day, or not; and what not to be told of. */
function Form({ settings }: { settings: NotificationSettings }) {
  const { t } = useTranslation('notifications');
  const [email, setEmail] = useState(settings.email ?? '');
  const [mail, setMail] = useState<MailMode>(settings.mail);
  const [language, setLanguage] = useState<MailLanguage>(settings.language);
  const [told, setTold] = useState<string[]>(NOTIFICATION_TOPICS.filter((topic) => !settings.muted.includes(topic)));
  const save = useSaveSettings();
  const submit = () =>
    save.mutate(
      { email: email.trim() || null, mail, language, muted: NOTIFICATION_TOPICS.filter((topic) => !told.includes(topic)) as NotificationTopic[] },
      { onSuccess: () => announce(t('settings.saved')) },
    );
  return (
    <Section title={t('settings.title')} note={settings.mailWorks ? undefined : t('settings.noMail')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextInput type="email" label={t('settings.email')} value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
          <NativeSelect
            label={t('settings.mail')}
            value={mail}
            onChange={(event) => setMail(event.currentTarget.value as MailMode)}
            data={MAIL_MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
          />
          <NativeSelect
            label={t('settings.language')}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value as MailLanguage)}
            data={MAIL_LANGUAGES.map((value) => ({ value, label: value === 'id' ? 'Bahasa Indonesia' : 'English' }))}
          />
        </SimpleGrid>
        <details>
          <Text component="summary">{t('settings.topics')}</Text>
          <Checkbox.Group value={told} onChange={setTold} aria-label={t('settings.topics')}>
            <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
              {NOTIFICATION_TOPICS.map((topic) => (
                <Checkbox key={topic} value={topic} label={t(`about.${topic}`)} />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
        </details>
        <ErrorNotice error={save.error} />
        <Group>
          <Button loading={save.isPending} onClick={submit}>
            {t('settings.save')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
