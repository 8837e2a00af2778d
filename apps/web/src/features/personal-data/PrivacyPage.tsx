import { Badge, Button, Group, Stack } from '@mantine/core';
import { IconDownload, IconEye } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { formatDate, formatInstant, formatTime } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable, type Column } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { ownReads, viewsOfMine } from './queries';
import { readDays, type ReadDay } from './read-days';

/** What a person is owed about their own data: a copy of it, and who has looked at it. */
export default function PrivacyPage() {
  const { t } = useTranslation('privacy');
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Stack>
        <TakeOut />
        <OnBehalf />
        <Reads />
      </Stack>
    </>
  );
}

function TakeOut() {
  const { t } = useTranslation('privacy');
  const mutation = useMutation({ mutationFn: (format: 'xlsx' | 'json') => download(`/personal-data/own.${format}`, `data-saya.${format}`) });
  return (
    <Section title={t('takeOut.title')} note={t('takeOut.note')}>
      <ErrorNotice error={mutation.error} onRetry={() => mutation.variables && mutation.mutate(mutation.variables)} />
      <Group gap="xs">
        {(['xlsx', 'json'] as const).map((format) => (
          <Button
            key={format}
            variant={format === 'xlsx' ? 'filled' : 'default'}
            leftSection={<IconDownload size={18} aria-hidden />}
            loading={mutation.isPending && mutation.variables === format}
            onClick={() => mutation.mutate(format)}
          >
            {t(`takeOut.${format}`)}
          </Button>
        ))}
      </Group>
    </Section>
  );
}

/** Only where it has happened. */
function OnBehalf() {
  const { t } = useTranslation('privacy');
  const { data } = useQuery(viewsOfMine);
  if (!data || data.length === 0) return null;
  return (
    <Section title={t('onBehalf.title')} note={t('onBehalf.note')}>
      <ResponsiveTable
        caption={t('onBehalf.title')}
        rows={data}
        rowKey={({ id }) => id}
        columns={[
          { key: 'who', title: t('reads.who'), heading: true, cell: (row) => row.viewerName },
          { key: 'at', title: t('reads.at'), cell: (row) => formatInstant(row.openedAt) },
          { key: 'reason', title: t('reads.reason'), cell: (row) => row.reason },
        ]}
      />
    </Section>
  );
}

function Reads() {
  const { t } = useTranslation(['privacy', 'audit']);
  const query = useInfiniteQuery(ownReads);
  const columns: Column<ReadDay>[] = [
    { key: 'who', title: t('reads.who'), heading: true, cell: (row) => row.actorName ?? t('reads.system') },
    {
      key: 'at',
      title: t('reads.at'),
      cell: ({ day, first, last }) => (
        <>
          {formatDate(day)}
          <br />
          {formatTime(first) === formatTime(last) ? t('reads.time', { at: formatTime(first) }) : t('reads.times', { from: formatTime(first), to: formatTime(last) })}
        </>
      ),
    },
    {
      key: 'what',
      title: t('reads.what'),
      cell: (row) => (
        <Stack gap={4}>
          {row.kinds.map((kind) => (
            <Group key={`${kind.subjectType}${kind.export}`} gap={6}>
              {t(`audit:subject.${kind.subjectType}`, { defaultValue: t('audit:subject.other') })}
              {kind.times > 1 ? ` · ${t('reads.count', { count: kind.times })}` : null}
              {kind.export ? (
                <Badge variant="light" tt="none">
                  {t('reads.export')}
                </Badge>
              ) : null}
            </Group>
          ))}
        </Stack>
      ),
    },
    { key: 'reason', title: t('reads.reason'), cell: (row) => row.reasons.join('; ') || '–' },
  ];
  return (
    <Section title={t('reads.title')} note={t('reads.note')}>
      <Loaded query={query} rows={5}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={IconEye} title={t('reads.empty')} text={t('reads.emptyText')} />
          ) : (
            <>
              <ResponsiveTable caption={t('reads.title')} columns={columns} rows={readDays(items)} rowKey={({ key }) => key} />
              <LoadMore query={query} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
