import { FEEDBACK_LIMITS, type FeedbackKind, type FeedbackRecord } from '@ekinerja/contracts/feedback';
import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { AboutSelect, aboutOf } from './AboutSelect';
import { useInvite, useStep } from './queries';

const EMPTY = { name: '', office: '', email: '', question: '' };
const EVERYTHING = { kind: 'incidental' as FeedbackKind, about: 'general' };

/** People outside who have to do with the work: a link that is good once. */
export function InvitationSection({ record }: { record: FeedbackRecord }) {
  const { t } = useTranslation(['feedback', 'shell']);
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState(EMPTY);
  const [matter, setMatter] = useState(EVERYTHING);
  const invite = useInvite(record.employmentId);
  const step = useStep();
  const field = (name: keyof typeof EMPTY) => ({
    label: t(`invite.${name}`),
    value: words[name],
    maxLength: FEEDBACK_LIMITS.office,
    onChange: (event: { currentTarget: { value: string } }) => setWords({ ...words, [name]: event.currentTarget.value }),
  });
  const send = () =>
    invite.mutate(
      {
        name: words.name.trim(), office: words.office.trim(), email: words.email.trim() || null, question: words.question.trim() || null,
        kind: matter.kind, ...aboutOf(matter.about),
      },
      {
        onSuccess: () => {
          setOpen(false);
          setWords(EMPTY);
          setMatter(EVERYTHING);
        },
      },
    );
  return (
    <Section title={t('invite.title')} note={t('invite.note')}>
      <Stack gap="sm">
        {invite.data ? (
          <Alert color="green" icon={<IconLink aria-hidden />} title={t('invite.made', { name: invite.data.name })}>
            <Text size="sm">{t('invite.once')}</Text>
            <Text style={{ overflowWrap: 'anywhere' }}>{invite.data.url}</Text>
            <Button
              mt="xs"
              variant="default"
              onClick={() => void navigator.clipboard.writeText(invite.data.url).then(() => announce(t('invite.copied')))}
            >
              {t('invite.copy')}
            </Button>
          </Alert>
        ) : null}
        {open ? (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput {...field('name')} required />
              <TextInput {...field('office')} required />
              <TextInput {...field('email')} type="email" />
              <AboutSelect record={record} value={matter.about} onChange={(about) => setMatter({ ...matter, about })} />
              <NativeSelect
                label={t('give.kind')}
                value={matter.kind}
                onChange={(event) => setMatter({ ...matter, kind: event.currentTarget.value as FeedbackKind })}
                data={record.kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
              />
              <TextInput {...field('question')} />
            </SimpleGrid>
            <ErrorNotice error={invite.error} />
            <Group>
              <Button loading={invite.isPending} disabled={words.name.trim().length < 2 || words.office.trim().length < 2} onClick={send}>
                {t('invite.send')}
              </Button>
              <Button variant="default" onClick={() => setOpen(false)}>
                {t('shell:cancel')}
              </Button>
            </Group>
          </>
        ) : (
          <Group>
            <Button variant="default" onClick={() => setOpen(true)}>
              {t('invite.add')}
            </Button>
          </Group>
        )}
        {record.invitations.map((one) => (
          <Group key={one.id} justify="space-between" gap="xs">
            <Text size="sm">
              {one.name}, {one.office} · {t(`kind.${one.kind}`)}
              {one.about ? ` · ${one.about}` : ''} ·{' '}
              {one.usedAt
                ? t('invite.used', { at: formatInstant(one.usedAt) })
                : one.withdrawnAt
                  ? t('invite.withdrawn')
                  : t('invite.until', { at: formatInstant(one.expiresAt) })}
            </Text>
            {!one.usedAt && !one.withdrawnAt ? (
              <Button size="xs" h={36} variant="default" onClick={() => step.mutate({ method: 'DELETE', path: `invitation/${one.id}` })}>
                {t('invite.withdraw')}
              </Button>
            ) : null}
          </Group>
        ))}
        <ErrorNotice error={step.error} />
      </Stack>
    </Section>
  );
}
