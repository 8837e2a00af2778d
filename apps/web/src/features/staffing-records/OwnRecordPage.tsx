import { Button, Stack } from '@mantine/core';
import { IconFiles, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProfile } from '../../lib/session';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { ownRecord } from './queries';
import { RecordTable } from './RecordTable';
import { StandingNote } from './StandingNote';
import { UpdateCard } from './UpdateCard';
import { UpdateForm } from './UpdateForm';

/** KS 1 angka 25: own staffing data, what differs from the national records, and its updates step by step. */
export default function OwnRecordPage() {
  const { t } = useTranslation('staffing');
  const query = useQuery(ownRecord);
  const { employment } = useProfile();
  return (
    <>
      <PageTitle title={t('own.title')} note={t('own.note')}>
        {employment ? (
          <Button component={Link} to={`/pegawai/${employment.id}?bagian=formulir`} variant="default" leftSection={<IconFiles size={18} aria-hidden />}>
            {t('own.forms')}
          </Button>
        ) : null}
        <Button component={Link} to="/privasi" variant="default" leftSection={<IconShieldLock size={18} aria-hidden />}>
          {t('own.privacy')}
        </Button>
      </PageTitle>
      <Loaded query={query} shape="cards">
        {({ standing, rule, held, source, updates }) => {
          const open = updates.some(({ status }) => ['submitted', 'verified', 'clarified', 'synchronised'].includes(status));
          return (
            <Stack>
              <StandingNote standing={standing} rule={rule} />
              <Section title={t('record.title')} note={t('record.note', { source: rule.source })}>
                <RecordTable held={held} source={source} differences={standing.differences} sourceName={rule.source} />
              </Section>
              {updates.length > 0 ? (
                <Section title={t('own.updates')}>
                  <Stack gap="sm">
                    {updates.map((update) => (
                      <UpdateCard key={update.id} update={update} named={false} />
                    ))}
                  </Stack>
                </Section>
              ) : null}
              {open ? null : <UpdateForm key={JSON.stringify(held)} held={held} />}
            </Stack>
          );
        }}
      </Loaded>
    </>
  );
}
