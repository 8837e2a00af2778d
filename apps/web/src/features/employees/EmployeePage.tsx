import type { EmployeeDetail } from '@ekinerja/contracts/employees';
import { Button, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDate } from '../../lib/format';
import { useCan } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { TabParts } from '../../ui/TabParts';
import { EmployeeTable } from './EmployeeTable';
import { EvaluatorPanel } from './EvaluatorPanel';
import { EventHistory } from './EventHistory';
import { LeadersPanel } from './LeadersPanel';
import { OfficialForms } from './OfficialForms';
import { PersonTimeline } from './PersonTimeline';
import { PostList } from './PostList';
import { employee } from './queries';

const PARTS = ['data', 'peristiwa', 'riwayat', 'formulir'] as const;

export default function EmployeePage() {
  const { id = '' } = useParams();
  return <EmployeeOf key={id} id={id} />;
}

function EmployeeOf({ id }: { id: string }) {
  const { t } = useTranslation('employees');
  const mayList = useCan('employees.read');
  const query = useQuery(employee(id));
  const content = {
    data: (
      <Loaded query={query} shape="cards">
        {(one) => <Detail one={one} />}
      </Loaded>
    ),
    peristiwa: <EventHistory employmentId={id} />,
    riwayat: <PersonTimeline employmentId={id} />,
    formulir: <OfficialForms employmentId={id} />,
  };
  return (
    <>
      <PageTitle title={query.data?.name ?? t('detail.plain')} note={query.data?.postName}>
        {mayList ? (
          <Button component={Link} to="/pegawai" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
            {t('detail.back')}
          </Button>
        ) : null}
      </PageTitle>
      <TabParts label={t('detail.plain')} parts={PARTS.map((value) => ({ value, title: t(`detail.part.${value}`), content: content[value] }))} />
    </>
  );
}

function Detail({ one }: { one: EmployeeDetail }) {
  const { t } = useTranslation('employees');
  return (
    <Stack>
      <Section title={t('detail.about')}>
        <Facts
          items={[
            { label: t('nip'), value: one.nip ?? t('noNip') },
            { label: t('kindTitle'), value: t(`kind.${one.kind}`) },
            { label: t('rank'), value: one.rank },
            { label: t('post'), value: one.postName ?? t('noPost') },
            { label: t('class'), value: one.class },
            { label: t('unit'), value: one.unitName },
            { label: t('skpd'), value: one.skpdName },
            {
              label: t('detail.service'),
              value: one.validTo
                ? t('detail.fromTo', { from: formatDate(one.validFrom), to: formatDate(one.validTo) })
                : t('detail.since', { from: formatDate(one.validFrom) }),
            },
          ]}
        />
      </Section>
      <EvaluatorPanel employmentId={one.employmentId} name={one.name} />
      <LeadersPanel employmentId={one.employmentId} name={one.name} />
      <PostList posts={one.posts} />
      <Section title={t('subordinates.title', { count: one.subordinates.length })} note={t('subordinates.note')}>
        {one.subordinates.length === 0 ? (
          <EmptyState title={t('subordinates.none')} text={t('subordinates.noneText')} />
        ) : (
          <EmployeeTable caption={t('subordinates.caption', { name: one.name })} employees={one.subordinates} />
        )}
      </Section>
    </Stack>
  );
}
