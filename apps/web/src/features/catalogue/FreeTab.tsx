import type { Uuid } from '@ekinerja/contracts/basics';
import type { FreeEntry } from '@ekinerja/contracts/catalogue';
import { Button, Drawer, Group, Stack } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinutes, formatNumber } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable, type Column } from '../../ui/ResponsiveTable';
import { useKeeps } from './CatalogueTab';
import { ItemForm } from './ItemForm';
import { dismissFree, freeEntries, UNIT_WORK } from './queries';

/** What people write outside the catalogue, most frequent first: taken into it, or left out. */
export function FreeTab({ skpdId }: { skpdId: Uuid }) {
  const { t } = useTranslation(['catalogue', 'shell']);
  const client = useQueryClient();
  const keeps = useKeeps(skpdId);
  const query = useQuery(freeEntries(skpdId));
  const [taking, setTaking] = useState<FreeEntry | null>(null);
  const dismiss = useMutation({ mutationFn: dismissFree, onSuccess: () => client.invalidateQueries({ queryKey: UNIT_WORK }) });
  const columns: Column<FreeEntry>[] = [
    { key: 'what', title: t('column.title'), heading: true, cell: ({ description }) => description },
    { key: 'unit', title: t('column.unit'), cell: ({ outputUnit }) => outputUnit },
    { key: 'entries', title: t('free.entries'), align: 'right', cell: ({ entries }) => formatNumber(entries) },
    { key: 'people', title: t('free.people'), align: 'right', cell: ({ people }) => formatNumber(people) },
    { key: 'measured', title: t('column.measured'), align: 'right', cell: ({ measuredMinutes }) => formatMinutes(measuredMinutes) },
    ...(keeps
      ? [{ key: 'act', title: t('shell:actions'), cell: (entry: FreeEntry) => (
          <Group gap={6}>
            <Button size="compact-sm" h={36} variant="light" onClick={() => setTaking(entry)}>
              {t('free.take')}
            </Button>
            <Button size="compact-sm" h={36} variant="subtle" onClick={() => dismiss.mutate({ skpdId, key: entry.key })}>
              {t('free.leave')}
            </Button>
          </Group>
        ) }]
      : []),
  ];
  return (
    <Stack>
      <ErrorNotice error={dismiss.error} />
      <Loaded query={query} rows={5}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconCircleCheck} title={t('free.none')} text={t('free.noneText')} />
          ) : (
            <ResponsiveTable caption={t('tab.bebas')} columns={columns} rows={rows} rowKey={({ key }) => key} />
          )
        }
      </Loaded>
      <Drawer opened={taking !== null} onClose={() => setTaking(null)} title={t('add')} position="right" closeButtonProps={{ 'aria-label': t('shell:close') }}>
        {taking ? (
          <ItemForm
            skpdId={skpdId}
            item={null}
            start={{ title: taking.description, outputUnit: taking.outputUnit, normMinutes: taking.measuredMinutes }}
            onDone={() => {
              if (taking) dismiss.mutate({ skpdId, key: taking.key });
              setTaking(null);
            }}
          />
        ) : null}
      </Drawer>
    </Stack>
  );
}
