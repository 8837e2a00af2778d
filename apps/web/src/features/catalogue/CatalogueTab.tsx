import type { Uuid } from '@ekinerja/contracts/basics';
import type { CatalogueItem } from '@ekinerja/contracts/catalogue';
import { Alert, Button, Drawer, FileButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconBook, IconDownload, IconFileSpreadsheet, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { useFilter } from '../../lib/filters';
import { formatMinutes, formatNumber } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loading } from '../../ui/Loading';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable, type Column } from '../../ui/ResponsiveTable';
import { ImportAnswer } from './ImportAnswer';
import { ItemForm } from './ItemForm';
import { catalogueItems, checkCatalogue, importCatalogue, UNIT_WORK } from './queries';

export const useKeeps = (skpdId: Uuid): boolean =>
  useProfile().roles.some(({ role, unitId }) => role === 'unit-admin' && (unitId === null || unitId === skpdId));

/** KS 16(a): the list itself, with how much each item is used and what it really takes. */
export function CatalogueTab({ skpdId }: { skpdId: Uuid }) {
  const { t } = useTranslation(['catalogue', 'shell']);
  const client = useQueryClient();
  const keeps = useKeeps(skpdId);
  const [search, setSearch] = useFilter('cari');
  const [open, setOpen] = useState<CatalogueItem | 'new' | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const query = useInfiniteQuery(catalogueItems(skpdId, search));
  // First what the file would do, then the word to do it.
  const check = useMutation({ mutationFn: (chosen: File) => checkCatalogue(skpdId, chosen), onMutate: () => file.reset() });
  const file = useMutation({
    mutationFn: (chosen: File) => importCatalogue(skpdId, chosen),
    onSuccess: () => {
      check.reset();
      return client.invalidateQueries({ queryKey: UNIT_WORK });
    },
  });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: Column<CatalogueItem>[] = [
    { key: 'title', title: t('column.title'), heading: true, cell: ({ code, title, active }) => `${code} · ${title}${active ? '' : ` (${t('inactive')})`}` },
    { key: 'unit', title: t('column.unit'), cell: ({ outputUnit }) => outputUnit },
    { key: 'norm', title: t('column.norm'), align: 'right', cell: ({ normMinutes }) => formatMinutes(normMinutes) },
    { key: 'measured', title: t('column.measured'), align: 'right', cell: ({ measuredMinutes }) => (measuredMinutes === null ? '–' : formatMinutes(measuredMinutes)) },
    { key: 'used', title: t('column.used'), align: 'right', cell: ({ used }) => formatNumber(used) },
    { key: 'posts', title: t('column.posts'), cell: ({ posts }) => (posts.length === 0 ? t('everyPost') : posts.join(', ')) },
    ...(keeps
      ? [{ key: 'edit', title: t('shell:actions'), cell: (item: CatalogueItem) => (
          <Button size="compact-sm" h={36} variant="default" onClick={() => setOpen(item)} aria-label={`${t('shell:edit')} ${item.code}`}>
            {t('shell:edit')}
          </Button>
        ) }]
      : []),
  ];
  return (
    <Stack>
      <Group align="flex-end" gap="xs">
        <TextInput label={t('shell:search')} value={search ?? ''} onChange={(event) => setSearch(event.currentTarget.value || null)} />
        {keeps ? (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
            {t('add')}
          </Button>
        ) : null}
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => void download('/catalogue/export.xlsx', 'katalog-kegiatan.xlsx', { skpdId }).catch(setTrouble)}
        >
          {t('export')}
        </Button>
        {keeps ? (
          <FileButton accept=".xlsx" onChange={(chosen) => chosen && check.mutate(chosen)} inputProps={{ 'aria-label': t('import') }}>
            {(button) => (
              <Button {...button} variant="default" loading={check.isPending} leftSection={<IconFileSpreadsheet size={18} aria-hidden />}>
                {t('import')}
              </Button>
            )}
          </FileButton>
        ) : null}
      </Group>
      <ErrorNotice error={check.error ?? file.error ?? trouble} />
      {check.data && check.data.problems.length === 0 ? (
        <Alert color="blue" role="status" title={t('checked', { added: check.data.added, changed: check.data.changed, same: check.data.same })}>
          <Group gap="xs">
            <Button loading={file.isPending} onClick={() => file.mutate(check.variables)}>
              {t('takeIn')}
            </Button>
            <Button variant="default" onClick={() => check.reset()}>
              {t('shell:cancel')}
            </Button>
          </Group>
        </Alert>
      ) : null}
      {check.data && check.data.problems.length > 0 ? <ImportAnswer answer={check.data} /> : null}
      {file.data ? <ImportAnswer answer={file.data} /> : null}
      {query.isPending ? <Loading rows={5} /> : null}
      {query.error && !query.data ? <ErrorNotice error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && rows.length === 0 ? <EmptyState icon={IconBook} title={t('empty')} text={t('emptyText')} /> : null}
      {rows.length > 0 ? (
        <>
          <Text size="sm" c="dimmed">
            {t('measuredNote')}
          </Text>
          <ResponsiveTable caption={t('tab.katalog')} columns={columns} rows={rows} rowKey={({ id }) => id} />
        </>
      ) : null}
      <LoadMore query={query} />
      <Drawer opened={open !== null} onClose={() => setOpen(null)} title={t(open === 'new' ? 'add' : 'change')} position="right" closeButtonProps={{ 'aria-label': t('shell:close') }}>
        {open ? <ItemForm skpdId={skpdId} item={open === 'new' ? null : open} onDone={() => setOpen(null)} /> : null}
      </Drawer>
    </Stack>
  );
}
