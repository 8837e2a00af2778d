import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { Cite } from '../../ui/Cite';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { silentLeaders } from './queries';

/** Leaders who gave none, are late, or have not coached. */
export function SilentList() {
  const { t } = useTranslation('feedback');
  const [skpd, setSkpd] = useFilter('skpd');
  const query = useQuery(silentLeaders(skpd));
  return (
    <Stack>
      <Group>
        <SkpdFilter label={t('silent.skpd')} all={t('silent.all')} value={skpd} onChange={setSkpd} />
      </Group>
      <Loaded query={query} shape="list">
        {({ items, cite, coachingCite }) =>
          items.length === 0 ? (
            <EmptyState icon={IconCircleCheck} title={t('silent.none')} text={t('silent.noneText')} />
          ) : (
            <>
              <Text size="sm">
                {t('silent.note')} {cite ? <Cite cite={cite} /> : null} {coachingCite ? <Cite cite={coachingCite} /> : null}
              </Text>
              <ResponsiveTable
                caption={t('tab.belum')}
                rows={items}
                rowKey={(row) => row.employmentId}
                columns={[
                  { key: 'name', title: t('silent.leader'), heading: true, cell: (row) => row.personName },
                  { key: 'post', title: t('people.post'), cell: (row) => row.postName ?? '–' },
                  { key: 'people', title: t('silent.people'), align: 'right', cell: (row) => row.people },
                  ...(cite
                    ? [
                        { key: 'without', title: t('silent.without'), align: 'right' as const, cell: (row: (typeof items)[number]) => row.withoutFeedback },
                        { key: 'late', title: t('silent.late'), align: 'right' as const, cell: (row: (typeof items)[number]) => row.late },
                      ]
                    : []),
                  ...(coachingCite
                    ? [{ key: 'coaching', title: t('silent.coaching'), align: 'right' as const, cell: (row: (typeof items)[number]) => row.withoutCoaching ?? '–' }]
                    : []),
                ]}
              />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}
