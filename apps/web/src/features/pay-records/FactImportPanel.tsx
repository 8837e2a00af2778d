import { PAY_RECORD_LIMITS, type FactImport } from '@ekinerja/contracts/pay-records';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { formatInstant, formatNumber } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { FileDrop } from '../../ui/FileDrop';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { factImports, useApplyFacts, useUploadFacts } from './queries';

/** Records, salaries and accounts from the agency's workbook: looked at before anything counts. */
export function FactImportPanel() {
  const { t } = useTranslation('pay-records');
  const list = useQuery(factImports);
  const uploading = useUploadFacts();
  const template = useMutation({ mutationFn: () => download('/pay-facts/template.xlsx', 'data-tpp.xlsx') });
  const [shown, setShown] = useState<FactImport | null>(null);
  return (
    <Stack>
      <Section
        title={t('import.title')} note={t('import.note')}
        actions={
          <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} loading={template.isPending} onClick={() => template.mutate()}>
            {t('import.template')}
          </Button>
        }
      >
        <Stack gap="sm">
          <FileDrop
            accept={['.xlsx']} maxBytes={PAY_RECORD_LIMITS.importBytes} busy={uploading.isPending} progress={uploading.isPending ? t('import.reading') : null}
            words={{ drop: t('import.drop'), choose: t('import.choose'), limits: t('import.limits') }}
            refusal={(why, name) => ({ title: t('import.refused', { name }), text: t(`import.refusal.${why}`) })}
            onFile={(file) => uploading.mutate(file, { onSuccess: setShown })}
          />
          <ErrorNotice error={uploading.error ?? template.error} />
        </Stack>
      </Section>
      {shown ? <Preview preview={shown} onChange={setShown} /> : null}
      <Section title={t('import.earlier')}>
        <Loaded query={list}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title={t('import.none')} text={t('import.noneText')} />
            ) : (
              <ResponsiveTable
                caption={t('import.earlier')} rows={rows} rowKey={(row) => row.id}
                columns={[
                  { key: 'file', title: t('import.file'), heading: true, cell: (row) => row.fileName },
                  { key: 'at', title: t('import.at'), cell: (row) => `${formatInstant(row.uploadedAt)} · ${row.uploadedBy}` },
                  { key: 'rows', title: t('import.rows'), align: 'right', cell: (row) => formatNumber(row.sheets.reduce((sum, sheet) => sum + sheet.rows, 0)) },
                  { key: 'status', title: t('records.status'), cell: (row) => <StatusBadge status={row.status} size="md" /> },
                  { key: 'open', title: t('records.actions'), cell: (row) => <Button size="compact-sm" h={36} variant="default" onClick={() => setShown(row)} aria-label={t('import.openLabel', { name: row.fileName })}>{t('import.open')}</Button> },
                ]}
              />
            )
          }
        </Loaded>
      </Section>
    </Stack>
  );
}

function Preview({ preview, onChange }: { preview: FactImport; onChange: (next: FactImport) => void }) {
  const { t } = useTranslation('pay-records');
  const applying = useApplyFacts();
  return (
    <Section title={t('import.preview', { name: preview.fileName })} actions={<StatusBadge status={preview.status} />}>
      <Stack gap="sm">
        <ResponsiveTable
          caption={t('import.counts')} rows={preview.sheets} rowKey={(row) => row.sheet}
          columns={[
            { key: 'sheet', title: t('import.sheet'), heading: true, cell: (row) => row.sheet },
            { key: 'rows', title: t('import.rows'), align: 'right', cell: (row) => formatNumber(row.rows) },
            { key: 'fresh', title: t('import.fresh'), align: 'right', cell: (row) => formatNumber(row.fresh) },
            { key: 'changed', title: t('import.changed'), align: 'right', cell: (row) => formatNumber(row.changed) },
            { key: 'unchanged', title: t('import.unchanged'), align: 'right', cell: (row) => formatNumber(row.unchanged) },
          ]}
        />
        {preview.status === 'invalid' ? (
          <Alert role="alert" color="red" title={t('import.invalid', { count: preview.problemCount })}>
            {t('import.invalidText')}
          </Alert>
        ) : null}
        {preview.problems.length > 0 ? (
          <ResponsiveTable
            caption={t('import.problems')} rows={preview.problems.map((problem, at) => ({ ...problem, at }))} rowKey={(row) => String(row.at)}
            columns={[
              { key: 'reason', title: t('import.problem'), heading: true, cell: (row) => t(`problem.${row.reason}`, { ...row.params, defaultValue: t('problem.other') }) },
              { key: 'where', title: t('import.where'), cell: (row) => t('import.cell', { sheet: row.sheet, row: row.row, column: row.column }) },
              { key: 'value', title: t('import.value'), cell: (row) => row.value || '–' },
            ]}
          />
        ) : null}
        <ErrorNotice error={applying.error} onReload={() => applying.reset()} />
        {preview.status === 'previewed' ? (
          <Group>
            <Button leftSection={<IconCheck size={18} aria-hidden />} loading={applying.isPending} onClick={() => applying.mutate(preview.id, { onSuccess: (next) => { announce(t('import.applied')); onChange(next); } })}>
              {t('import.apply')}
            </Button>
          </Group>
        ) : null}
        {preview.status === 'applied' ? <Text role="status">{t('import.applied')}</Text> : null}
      </Stack>
    </Section>
  );
}
