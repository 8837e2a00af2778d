import { STAFFING_LIMITS, type StaffingImport } from '@ekinerja/contracts/staffing-records';
import { Alert, Button, List, Progress, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatNumber } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { FileDrop } from '../../ui/FileDrop';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { isBusy, staffingImports, useUploadSource } from './queries';

const SHOWN = 20;

/** Files of the national records, newest first, and the place to put another. */
export function ImportsPanel() {
  const { t } = useTranslation('staffing');
  const query = useQuery(staffingImports);
  const mutation = useUploadSource();
  const [opened, open] = useState<string | null>(null);
  const sent = query.data?.find(({ id }) => id === (opened ?? mutation.data?.id)) ?? null;
  useArrivals(query.data);
  return (
    <Stack>
      <Section title={t('import.title')} note={t('import.note')}>
        <Stack gap="sm">
          <FileDrop
            accept={['.xlsx', '.csv', '.json', '.txt']}
            maxBytes={STAFFING_LIMITS.importBytes}
            busy={mutation.isPending}
            progress={mutation.isPending ? t('import.sending', { name: mutation.variables.name }) : null}
            words={{ drop: t('import.drop'), choose: t('import.choose'), limits: t('import.limits', { megabytes: formatNumber(STAFFING_LIMITS.importBytes / 1024 / 1024) }) }}
            refusal={(why, name) => ({ title: t('import.refused', { name }), text: t(`import.refusal.${why}`) })}
            onFile={(file) => mutation.mutate(file)}
          />
          <ErrorNotice error={mutation.error} onRetry={() => mutation.variables && mutation.mutate(mutation.variables)} />
          {sent ? <Result result={sent} /> : null}
        </Stack>
      </Section>
      <Section title={t('import.history')}>
        <Loaded query={query} rows={3}>
          {(imports) =>
            imports.length === 0 ? (
              <EmptyState title={t('import.empty')} text={t('import.emptyText')} />
            ) : (
              <ResponsiveTable
                caption={t('import.history')}
                rows={imports}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'file', title: t('import.file'), heading: true, cell: (row) => (
                      <Button variant="transparent" h="auto" p={0} fw={600} onClick={() => open(row.id)} styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}>
                        {row.fileName}
                      </Button>
                    ) },
                  { key: 'at', title: t('import.at'), cell: (row) => `${formatInstant(row.importedAt)}, ${row.importedBy}` },
                  { key: 'rows', title: t('import.rows'), align: 'right', cell: (row) => formatNumber(row.rows) },
                  { key: 'matched', title: t('import.matched'), align: 'right', cell: (row) => formatNumber(row.matched) },
                  { key: 'differing', title: t('import.differing'), align: 'right', cell: (row) => formatNumber(row.differing) },
                  { key: 'state', title: t('import.state'), cell: (row) => t(`import.${row.status}`) },
                ]}
              />
            )
          }
        </Loaded>
      </Section>
    </Stack>
  );
}

/** Once a file has been compared, who differs is another list. */
function useArrivals(imports: StaffingImport[] | undefined): void {
  const client = useQueryClient();
  const busy = imports?.filter(({ status }) => isBusy(status)).length ?? 0;
  const before = useRef(busy);
  useEffect(() => {
    if (busy < before.current) void client.invalidateQueries({ queryKey: ['staffing-records'] });
    before.current = busy;
  }, [busy, client]);
}

function Result({ result }: { result: StaffingImport }) {
  const { t } = useTranslation('staffing');
  if (isBusy(result.status)) {
    return (
      <div>
        <Progress.Root size="xl">
          <Progress.Section value={Math.max(result.percent, 5)} aria-label={t('import.progress')} animated />
        </Progress.Root>
        <Text size="sm" mt="xs" role="status">
          {t('import.working', { name: result.fileName })}
        </Text>
      </div>
    );
  }
  if (result.status === 'failed') return <Alert role="alert" color="red" title={t('import.failedTitle')}>{t('import.failedText')}</Alert>;
  if (result.status === 'invalid') {
    return (
      <Alert role="alert" color="red" title={t('import.invalidTitle', { count: result.problemCount })}>
        <Text size="sm">{t('import.invalidText')}</Text>
        <List size="sm">
          {result.problems.slice(0, SHOWN).map(({ row, column, value, reason, params }) => (
            <List.Item key={`${row}.${column}.${reason}`}>
              {row > 0 ? `${t('import.cell', { row: formatNumber(row), column, value })}: ` : ''}
              {t(`problem.${reason}`, params)}
            </List.Item>
          ))}
        </List>
      </Alert>
    );
  }
  return (
    <Alert role="status" color="green" title={t('import.done', { matched: formatNumber(result.matched), differing: formatNumber(result.differing) })}>
      {result.unknownCount > 0 ? (
        <>
          <Text size="sm">{t('import.unknown', { count: result.unknownCount })}</Text>
          <List size="sm">
            {result.unknown.slice(0, SHOWN).map(({ nip, name }) => (
              <List.Item key={nip}>{name ? `${nip} ${name}` : nip}</List.Item>
            ))}
          </List>
        </>
      ) : null}
    </Alert>
  );
}
