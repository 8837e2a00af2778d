import type { RegulationView } from '@ekinerja/contracts/regulations';
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDate } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { DateField } from './DateField';
import { countValues, lawTree, searchLaw } from './law-tree';
import { Basis, LawNodes, Origin } from './LawNodes';
import { MissingYears } from './MissingYears';
import { regulationOn } from './queries';
import { useLawDate } from './use-law-date';
import { SearchField } from '../../ui/SearchField';

export default function RegulationPage() {
  const { t } = useTranslation('regulations');
  const { kind = '' } = useParams();
  const [date, setDate] = useLawDate();
  const query = useQuery(regulationOn(kind, date));
  return (
    <>
      <PageTitle
        title={query.data?.title ?? t('title')}
        note={query.data ? t(`kind.${query.data.kind}`) : null}
      >
        <Group align="flex-start" gap="sm">
          <Button
            component={Link}
            to={`/regulasi?tanggal=${date}`}
            variant="default"
            mt={28}
            leftSection={<IconArrowLeft size={18} aria-hidden />}
          >
            {t('back')}
          </Button>
          <Button
            component={Link}
            to={`/regulasi/${kind}/riwayat`}
            variant="default"
            mt={28}
            leftSection={<IconHistory size={18} aria-hidden />}
          >
            {t('history')}
          </Button>
          <DateField value={date} onChange={setDate} />
        </Group>
      </PageTitle>
      <Loaded query={query} shape="text" rows={12}>
        {(document) => <Document document={document} />}
      </Loaded>
    </>
  );
}

const NOTHING_SAID = { cite: null, inherited: false };

function Document({ document }: { document: RegulationView }) {
  const { t, i18n } = useTranslation(['regulations', 'shell']);
  const [search, setSearch] = useState('');
  const tree = useMemo(
    () => lawTree(document.nodes, document.kind, t),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the words change with the language
    [document, i18n.language],
  );
  const found = searchLaw(tree, search);
  return (
    <Stack>
      <MissingYears years={document.missingYears} />
      {document.example ? (
        <Alert color="yellow" icon={<IconAlertTriangle size={20} aria-hidden />} title={t('exampleTitle')}>
          {t('exampleText')}
        </Alert>
      ) : null}
      <Text size="sm">
        {document.inForceTo
          ? t('inForceUntil', { from: formatDate(document.inForceFrom), to: formatDate(document.inForceTo) })
          : t('inForce', { from: formatDate(document.inForceFrom) })}{' '}
        {t('inheritedNote')}
      </Text>
      <SearchField label={t('search')} value={search} onChange={setSearch} maxWidth={480} />
      <Text size="sm" c="dimmed" role="status">
        {search.trim() ? t('found', { count: countValues(found) }) : ''}
      </Text>
      {found.length === 0 ? (
        <EmptyState title={t('notFound')} text={t('notFoundText')} />
      ) : (
        found.map((node) => (
          <Section
            key={node.path}
            title={node.label}
            actions={
              <>
                <Origin node={node} said={NOTHING_SAID} />
                <Basis cite={node.cite} />
              </>
            }
          >
            <LawNodes
              nodes={node.value === null ? node.children : [node]}
              said={{ cite: node.cite, inherited: node.inherited }}
              level={3}
            />
          </Section>
        ))
      )}
      <Text size="sm" c="dimmed">
        {t('fingerprint')} <Code style={{ overflowWrap: 'anywhere' }}>{document.hash}</Code>
      </Text>
    </Stack>
  );
}
