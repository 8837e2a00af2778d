import type { EmployeeItem } from '@ekinerja/contracts/employees';
import { SUPPORT_VIEW_LIMITS, type OpenSupportViewRequest, type SupportView } from '@ekinerja/contracts/personal-data';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../lib/api';
import { supportView } from '../../lib/support-view';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { PersonSearch } from './PersonSearch';

/** The portal as somebody sees it, to help them: reading only, for half an hour, with a reason they read. */
export function SupportViewSection() {
  const { t } = useTranslation('setup');
  const [person, setPerson] = useState<EmployeeItem | null>(null);
  const [reason, setReason] = useState('');
  const mutation = useMutation({
    mutationFn: (body: OpenSupportViewRequest) => send<SupportView>('POST', '/support-views', { body }),
    onSuccess: (view) => {
      supportView.set(view);
      window.location.assign('/');
    },
  });
  const complete = person !== null && reason.trim().length >= SUPPORT_VIEW_LIMITS.reason.min;
  return (
    <Section title={t('support.title')} note={t('support.note', { minutes: SUPPORT_VIEW_LIMITS.minutes })}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (person && complete) mutation.mutate({ employmentId: person.employmentId, reason: reason.trim() });
        }}
      >
        <Stack gap="sm" maw={640}>
          <PersonSearch chosen={person} onChoose={setPerson} label={t('support.person')} />
          <TextInput
            label={t('support.reason')}
            description={t('support.reasonHint')}
            required
            maxLength={SUPPORT_VIEW_LIMITS.reason.max}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ErrorNotice error={mutation.error} />
          <Group>
            <Button type="submit" leftSection={<IconEye size={18} aria-hidden />} disabled={!complete} loading={mutation.isPending}>
              {t('support.open')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
