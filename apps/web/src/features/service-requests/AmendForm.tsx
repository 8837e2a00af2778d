import type { RequestDetail } from '@ekinerja/contracts/service-requests';
import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { ContentFields } from './ContentFields';
import { requestForm, useAmend } from './queries';
import { contentOf, isReady, valuesOf } from './request-values';

/** What the file says, put right while it is in the applicant's hands. */
export function AmendForm({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('service-requests');
  const [values, setValues] = useState(() => valuesOf(request));
  const [shown, setShown] = useState(false);
  const amend = useAmend(request.id);
  const kind = useQuery(requestForm).data?.kinds.find(({ code }) => code === request.kind);
  if (!kind) return null;
  if (!shown) {
    return (
      <Group>
        <Button variant="default" onClick={() => setShown(true)}>
          {t('amend.open')}
        </Button>
      </Group>
    );
  }
  const save = () =>
    amend.mutate({ version: request.version, reason: values.reason.trim(), content: contentOf(kind, values) }, { onSuccess: () => announce(t('amend.done')) });
  return (
    <Section title={t('amend.title')} note={t('amend.note')}>
      <Stack gap="sm">
        <ContentFields kind={kind} values={values} onChange={setValues} error={amend.error} />
        <ErrorNotice error={amend.error} />
        <Group gap="xs">
          <Button loading={amend.isPending} disabled={!isReady(kind, values)} onClick={save}>
            {t('amend.save')}
          </Button>
          <Button variant="default" onClick={() => setShown(false)}>
            {t('amend.close')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
