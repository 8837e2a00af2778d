import type { RegulationSummary } from '@ekinerja/contracts/regulations';
import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { StatusBadge } from '../../ui/StatusBadge';
import { DateField } from './DateField';
import { LawTabs } from './LawTabs';
import { MissingYears } from './MissingYears';
import { regulationsOn } from './queries';
import { useLawDate } from './use-law-date';

export default function RegulationsPage() {
  const { t } = useTranslation('regulations');
  const [date, setDate] = useLawDate();
  const query = useQuery(regulationsOn(date));
  return (
    <>
      <PageTitle title={t('title')} note={t('note')}>
        <DateField value={date} onChange={setDate} />
      </PageTitle>
      <LawTabs />
      <Loaded query={query} shape="cards" rows={4}>
        {(documents) =>
          documents.length === 0 ? (
            <EmptyState icon={IconBook2} title={t('empty', { date: formatDate(date) })} text={t('emptyText')} />
          ) : (
            <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {documents.map((document) => (
                <li key={document.id}>
                  <DocumentCard document={document} date={date} />
                </li>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function DocumentCard({ document, date }: { document: RegulationSummary; date: string }) {
  const { t } = useTranslation('regulations');
  return (
    <Card>
      <Text size="sm" c="dimmed">
        {t(`kind.${document.kind}`)}
      </Text>
      <Group justify="space-between" gap="xs">
        <Title order={2} style={{ flex: '1 1 16rem' }}>
          <Anchor component={Link} to={`/regulasi/${document.kind}?tanggal=${date}`} fz="inherit" fw="inherit">
            {document.title}
          </Anchor>
        </Title>
        {document.example ? <StatusBadge status="example" /> : null}
      </Group>
      <Text size="sm">{t(`about.${document.kind}`)}</Text>
      <Text size="sm">
        {document.inForceTo
          ? t('inForceUntil', { from: formatDate(document.inForceFrom), to: formatDate(document.inForceTo) })
          : t('inForce', { from: formatDate(document.inForceFrom) })}
      </Text>
      <MissingYears years={document.missingYears} />
      {document.example ? (
        <Text size="sm" mt={4}>
          {t('exampleText')}
        </Text>
      ) : null}
    </Card>
  );
}
