import { Alert, Anchor, Card, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconTarget } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter } from '../../lib/filters';
import { formatDate } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { StatusBadge } from '../../ui/StatusBadge';
import { mySkps, yearOf } from './queries';
import { SkpTabs } from './SkpTabs';
import { StartSkp } from './StartSkp';

export default function SkpListPage() {
  const { t } = useTranslation(['skp', 'shell']);
  const current = yearOf(useProfile().today);
  const [filter, setFilter] = useFilter('tahun');
  const year = filter && /^\d{4}$/.test(filter) ? Number(filter) : current;
  const query = useQuery(mySkps(year));
  const { employment } = useProfile();
  return (
    <>
      <SkpTabs />
      <PageTitle title={t('list.title')} note={t('list.note')}>
        <NativeSelect
          aria-label={t('list.year')}
          value={String(year)}
          onChange={(event) => setFilter(event.currentTarget.value)}
          data={[...new Set([current + 1, current, current - 1, current - 2, year])].map(String)}
        />
      </PageTitle>
      <Loaded query={query} shape="cards" rows={2}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={IconTarget} title={t('list.empty', { year })} text={t('list.emptyText')}>
              <StartSkp year={year} moved={false} />
            </EmptyState>
          ) : (
            <Stack>
              {items.every((skp) => skp.postName !== employment?.postName || skp.status === 'closed') &&
              year === current ? (
                <Card>
                  <StartSkp year={year} moved />
                </Card>
              ) : null}
              {items.map((skp) => (
                <Card key={skp.id} component="article">
                  <Group justify="space-between">
                    <Anchor component={Link} to={`/skp/${skp.id}`} fw={650} fz="lg">
                      {t('title', { year: skp.year })}
                    </Anchor>
                    <Group gap={6}>
                      {skp.late ? <StatusBadge status="late" /> : null}
                      <StatusBadge status={skp.status} />
                    </Group>
                  </Group>
                  <Text>{skp.postName}</Text>
                  <Text size="sm" c="dimmed">
                    {skp.unitName} · {formatDate(skp.periodFrom)} – {formatDate(skp.periodTo)}
                  </Text>
                  {skp.status === 'returned' ? (
                    <Alert color="orange" mt="xs">
                      {t('list.returned')}
                    </Alert>
                  ) : null}
                </Card>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}
