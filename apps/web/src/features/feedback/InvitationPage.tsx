import { FEEDBACK_LIMITS } from '@ekinerja/contracts/feedback';
import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAbout } from '../../lib/about';
import { formatInstant } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loading } from '../../ui/Loading';
import { PageTitle } from '../../ui/PageTitle';
import { invitationForm, useWriteOutside } from './queries';

/** What somebody outside sees who was asked about a person's work: one field, once. */
export default function InvitationPage() {
  const { t } = useTranslation(['feedback', 'shell']);
  const { secret = '' } = useParams();
  const { governmentName } = useAbout();
  const query = useQuery(invitationForm(secret));
  const write = useWriteOutside(secret);
  const [text, setText] = useState('');
  return (
    <main style={{ maxWidth: '40rem', margin: '0 auto', padding: '1.5rem 1rem' }}>
      <Group mb="md">
        <img src="/icon.svg" alt="" width={40} height={40} />
        <div>
          <Text fw={700}>{t('shell:app')}</Text>
          <Text size="sm">{governmentName}</Text>
        </div>
      </Group>
      <PageTitle title={t('outside.title')} />
      {write.isSuccess ? (
        <Alert color="green" icon={<IconCircleCheck aria-hidden />} title={t('outside.thanks')}>
          {t('outside.thanksText')}
        </Alert>
      ) : query.isPending ? (
        <Loading shape="form" />
      ) : query.data === undefined ? (
        <EmptyState title={t('outside.gone')} text={t('outside.goneText')} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            write.mutate(text.trim());
          }}
        >
          <Stack>
            <Text>
              {t('outside.asked', { name: query.data.name, by: query.data.invitedBy })} <strong>{query.data.personName}</strong>
              {query.data.postName ? `, ${query.data.postName}` : ''}
              {query.data.unitName ? `, ${query.data.unitName}` : ''}.
            </Text>
            {query.data.about ? <Text>{t('outside.about', { about: query.data.about })}</Text> : null}
            <Textarea
              label={query.data.question ?? t('outside.question')}
              description={t('outside.note', { at: formatInstant(query.data.expiresAt) })}
              autosize
              minRows={5}
              maxLength={FEEDBACK_LIMITS.text}
              required
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <ErrorNotice error={write.error} />
            <Group>
              <Button type="submit" loading={write.isPending} disabled={text.trim().length < FEEDBACK_LIMITS.textFrom}>
                {t('outside.send')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </main>
  );
}
