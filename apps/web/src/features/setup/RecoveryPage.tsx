import { RECOVERY_LIMITS, type MadeRecovery, type MakeRecoveryRequest } from '@ekinerja/contracts/auth';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import { Alert, Button, Checkbox, Code, CopyButton, Group, Space, Stack, Text, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../lib/api';
import { formatInstant } from '../../lib/format';
import { useCan } from '../../lib/session';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { PersonSearch } from './PersonSearch';
import { SupportViewSection } from './SupportViewSection';

/** A forgotten password: a one-time code for somebody who stands before the admin. */
export default function RecoveryPage() {
  const { t } = useTranslation('setup');
  const [person, setPerson] = useState<EmployeeItem | null>(null);
  const [reason, setReason] = useState('');
  const [secondFactor, setSecondFactor] = useState(false);
  const everywhere = useCan('roles.grant');
  const mutation = useMutation({
    mutationFn: (body: MakeRecoveryRequest) => send<MadeRecovery>('POST', '/accounts/recoveries', { body }),
  });
  const complete = person !== null && reason.trim().length >= RECOVERY_LIMITS.reason.min;
  const again = () => {
    mutation.reset();
    setPerson(null);
    setReason('');
    setSecondFactor(false);
  };
  return (
    <>
      <PageTitle title={t('recovery.title')} note={t('recovery.note')} />
      {mutation.data ? (
        <Made made={mutation.data} onDone={again} />
      ) : (
        <Section title={t('recovery.for')} note={t('recovery.seen')}>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (person && complete) mutation.mutate({ employmentId: person.employmentId, reason: reason.trim(), secondFactor });
            }}
          >
            <Stack gap="sm" maw={640}>
              <PersonSearch chosen={person} onChoose={setPerson} />
              <TextInput
                label={t('recovery.reason')}
                description={t('recovery.reasonHint')}
                required
                maxLength={RECOVERY_LIMITS.reason.max}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              {everywhere ? (
                <Checkbox label={t('recovery.secondFactor')} checked={secondFactor} onChange={(event) => setSecondFactor(event.currentTarget.checked)} />
              ) : null}
              <Text size="sm">{t('recovery.effect')}</Text>
              <ErrorNotice error={mutation.error} />
              <Group>
                <Button type="submit" disabled={!complete} loading={mutation.isPending}>
                  {t('recovery.make')}
                </Button>
              </Group>
            </Stack>
          </form>
        </Section>
      )}
      <Space h="md" />
      <SupportViewSection />
    </>
  );
}

function Made({ made, onDone }: { made: MadeRecovery; onDone: () => void }) {
  const { t } = useTranslation('setup');
  return (
    <Alert role="status" color="yellow" icon={<IconKey size={20} aria-hidden />} title={t('recovery.made', { name: made.personName })}>
      <Stack gap="sm">
        {t('recovery.hand', { username: made.username, date: formatInstant(made.expiresAt) })}
        <Code fz="xl">{made.code}</Code>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {made.link}
        </Text>
        <Group gap="xs">
          <CopyButton value={made.link}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'integrators.copied' : 'recovery.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onDone}>{t('recovery.done')}</Button>
        </Group>
      </Stack>
    </Alert>
  );
}
