import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { SiasnOverview } from '@ekinerja/contracts/siasn';
import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { send } from '../../lib/api';
import { useFilter, useMonth } from '../../lib/filters';
import { addMonths, formatInstant, formatNumber } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { DownloadButton } from '../../ui/DownloadButton';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { MonthPicker } from '../../ui/MonthPicker';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { useProfile } from '../../lib/session';
import { siasnResults } from './queries';

const KINDS: readonly EvaluationKind[] = ['periodic', 'annual'];

/** TL 36(4): results for the national platform, as a file by its column names, or sent where it is connected. */
export function SiasnPanel() {
  const { t } = useTranslation('staffing');
  const { today } = useProfile();
  const [month, setMonth, max] = useMonth(addMonths(today.slice(0, 7), -1));
  const [chosen, choose] = useFilter('jenis');
  const kind: EvaluationKind = chosen === 'annual' ? 'annual' : 'periodic';
  const query = useQuery(siasnResults(kind, month));
  return (
    <Stack>
      <Group align="end">
        <NativeSelect
          label={t('siasn.kind')}
          value={kind}
          data={KINDS.map((value) => ({ value, label: t(`siasn.${value}`) }))}
          onChange={(event) => choose(event.currentTarget.value === 'periodic' ? null : event.currentTarget.value)}
        />
        <MonthPicker value={month} onChange={setMonth} max={max} />
      </Group>
      <Loaded query={query} shape="cards">
        {(overview) => <Overview overview={overview} />}
      </Loaded>
    </Stack>
  );
}

function Overview({ overview }: { overview: SiasnOverview }) {
  const { t } = useTranslation('staffing');
  const { kind, month, records, skipped, connected, waiting, sent, failed } = overview;
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: () => send<SiasnOverview>('POST', '/integrations/siasn/send', { body: { kind, month } }),
    onSuccess: (now) => {
      client.setQueryData(siasnResults(kind, month).queryKey, now);
      announce(t('siasn.queued'));
    },
  });
  const name = `siasn-${kind}-${month}`;
  return (
    <Stack>
      <Section
        title={t('siasn.title')}
        note={t('siasn.note')}
        actions={
          records > 0 ? (
            <>
              <DownloadButton path="/integrations/siasn/results.xlsx" fileName={`${name}.xlsx`} query={{ kind, month }}>
                {t('siasn.excel')}
              </DownloadButton>
              <DownloadButton path="/integrations/siasn/results.json" fileName={`${name}.json`} query={{ kind, month }}>
                {t('siasn.json')}
              </DownloadButton>
              {connected ? (
                <Button leftSection={<IconSend size={18} aria-hidden />} loading={sending.isPending} onClick={() => sending.mutate()}>
                  {t('siasn.send')}
                </Button>
              ) : null}
            </>
          ) : null
        }
      >
        <Facts
          items={[
            { label: t('siasn.records'), value: formatNumber(records) },
            { label: t('siasn.skippedCount'), value: formatNumber(skipped.length) },
            ...(connected ? [{ label: t('siasn.waiting'), value: formatNumber(waiting) }, { label: t('siasn.sent'), value: formatNumber(sent) }] : []),
          ]}
        />
        <ErrorNotice error={sending.error} />
        {records === 0 ? <Text mt="sm">{t('siasn.none')}</Text> : null}
        {connected ? null : (
          <Text size="sm" c="dimmed" mt="sm">
            {t('siasn.notConnected')}
          </Text>
        )}
      </Section>
      {failed.length > 0 ? (
        <Alert color="red" title={t('siasn.failed', { count: failed.length })}>
          {failed.map(({ personName, answer, at }) => (
            <Text size="sm" key={`${personName}${at}`}>{`${personName}, ${formatInstant(at)}: ${answer}`}</Text>
          ))}
        </Alert>
      ) : null}
      <Section title={t('siasn.skipped')} note={t('siasn.skippedNote')}>
        {skipped.length === 0 ? (
          <EmptyState title={t('siasn.noneSkipped')} text={t('siasn.noneSkippedText')} />
        ) : (
          <ResponsiveTable
            caption={t('siasn.skipped')}
            rows={skipped}
            rowKey={(row) => `${row.nip ?? row.personName}`}
            columns={[
              { key: 'name', title: t('people.name'), heading: true, cell: (row) => row.personName },
              { key: 'nip', title: 'NIP', cell: (row) => row.nip ?? '–' },
              { key: 'why', title: t('siasn.why'), cell: (row) => t(`siasn.reason.${row.reason}`) },
            ]}
          />
        )}
      </Section>
    </Stack>
  );
}
