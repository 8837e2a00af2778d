import type { DutyAnswer } from '@ekinerja/contracts/audit';
import { Button, List, Stack } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { get, send } from '../../lib/api';
import { useProfile } from '../../lib/session';
import { supportView } from '../../lib/support-view';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';

const DUTY = ['duty'] as const;

/** KS 26(1): before the first work the duty of confidentiality is read and accepted, once on record. */
export function DutyGate({ children }: { children: ReactNode }) {
  const { mustChangePassword } = useProfile();
  const { data } = useQuery({
    queryKey: DUTY,
    queryFn: ({ signal }) => get<DutyAnswer>('/duty', { signal }),
    enabled: !mustChangePassword && !supportView.get(),
    staleTime: Infinity,
  });
  return data && data.acceptedAt === null ? <Duty duty={data} /> : children;
}

function Duty({ duty }: { duty: DutyAnswer }) {
  const { t } = useTranslation('shell');
  const client = useQueryClient();
  const accept = useMutation({
    mutationFn: () => send<DutyAnswer>('POST', '/duty', { body: { version: duty.version } }),
    onSuccess: (answer) => client.setQueryData(DUTY, answer),
  });
  return (
    <>
      <PageTitle title={t('duty.title')} note={t('duty.note')} />
      <Section title={duty.title} note={<Cite cite={duty.cite} />}>
        <Stack>
          <List spacing="xs">
            {duty.paragraphs.map((paragraph) => (
              <List.Item key={paragraph}>{paragraph}</List.Item>
            ))}
          </List>
          <ErrorNotice error={accept.error} onRetry={() => accept.mutate()} />
          <Button style={{ alignSelf: 'flex-start' }} leftSection={<IconShieldCheck size={18} aria-hidden />} loading={accept.isPending} onClick={() => accept.mutate()}>
            {t('duty.accept')}
          </Button>
        </Stack>
      </Section>
    </>
  );
}
