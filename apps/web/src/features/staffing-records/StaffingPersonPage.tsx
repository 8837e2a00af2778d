import { STAFFING_LIMITS, type StaffingPersonDetail } from '@ekinerja/contracts/staffing-records';
import { Button, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { staffingPerson, useValidatePerson } from './queries';
import { RecordTable } from './RecordTable';
import { StandingNote } from './StandingNote';
import { UpdateCard } from './UpdateCard';

export default function StaffingPersonPage() {
  const { t } = useTranslation('staffing');
  const { id = '' } = useParams();
  const query = useQuery(staffingPerson(id));
  return (
    <>
      <PageTitle title={query.data?.name ?? t('page.title')} note={[query.data?.nip, query.data?.postName, query.data?.skpdName].filter(Boolean).join(' · ')}>
        <Button component={Link} to="/data-kepegawaian" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('person.back')}
        </Button>
      </PageTitle>
      <Loaded query={query} shape="cards">
        {(person) => (
          <Stack>
            <StandingNote standing={person.standing} rule={person.rule} />
            <Legalise person={person} />
            <Section title={t('record.title')} note={t('record.note', { source: person.rule.source })}>
              <RecordTable held={person.held} source={person.source} differences={person.standing.differences} sourceName={person.rule.source} />
            </Section>
            {person.updates.length > 0 ? (
              <Section title={t('tab.pemutakhiran')}>
                <Stack gap="sm">
                  {person.updates.map((update) => (
                    <UpdateCard key={update.id} update={update} named={false} />
                  ))}
                </Stack>
              </Section>
            ) : null}
          </Stack>
        )}
      </Loaded>
    </>
  );
}

/** KS 1 angka 14: legalised as true to fact, with a reason, though the national records say otherwise. */
function Legalise({ person }: { person: StaffingPersonDetail }) {
  const { t } = useTranslation('staffing');
  const [asking, setAsking] = useState(false);
  const mutation = useValidatePerson(person.employmentId);
  const mayManage = useCan('staffing-records.manage');
  const { employment } = useProfile();
  if (!mayManage || person.standing.validated || employment?.id === person.employmentId) return null;
  return (
    <Section title={t('person.legalise')} note={t('person.legaliseNote')}>
      <ErrorNotice error={mutation.error} onReload={() => mutation.reset()} />
      {asking ? (
        <ConfirmReason
          label={t('person.reason')}
          confirm={t('person.legalise')}
          min={STAFFING_LIMITS.reason.min}
          max={STAFFING_LIMITS.reason.max}
          busy={mutation.isPending}
          onCancel={() => setAsking(false)}
          onConfirm={(note) =>
            mutation.mutate(note, {
              onSuccess: () => {
                setAsking(false);
                announce(t('person.done', { name: person.name }));
              },
            })
          }
        />
      ) : (
        <Button onClick={() => setAsking(true)}>{t('person.legalise')}</Button>
      )}
    </Section>
  );
}
