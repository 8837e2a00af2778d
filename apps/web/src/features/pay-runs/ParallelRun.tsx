import type { ParallelPerson, ParallelRun as Comparison } from '@ekinerja/contracts/parallel-run';
import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Alert, Button, FileButton, Group, List, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../../lib/api';
import { formatNumber, formatRupiah } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { unitPath } from './queries';

const SHOWN = 50;

/** Going live: last month's paid list of the old system against this computation, person by person and line by line. */
export function ParallelRun({ unit }: { unit: PayRunUnitView }) {
  const { t } = useTranslation('pay-runs');
  const mutation = useMutation({ mutationFn: (file: File) => upload<Comparison>(`${unitPath(unit.runId, unit.skpdId)}/comparison`, file) });
  return (
    <Section title={t('parallel.title')} note={t('parallel.note')}>
      <Stack gap="sm">
        <Group>
          <FileButton accept=".xlsx" onChange={(file) => file && mutation.mutate(file)}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconFileSpreadsheet size={18} aria-hidden />} loading={mutation.isPending}>
                {t('parallel.choose')}
              </Button>
            )}
          </FileButton>
        </Group>
        <ErrorNotice error={mutation.error} />
        {mutation.data ? <Result comparison={mutation.data} /> : null}
      </Stack>
    </Section>
  );
}

function Result({ comparison: { counts, totals, people, problems } }: { comparison: Comparison }) {
  const { t } = useTranslation('pay-runs');
  const [all, setAll] = useState(false);
  const differing = people.filter(({ standing }) => standing !== 'same');
  const shown = all ? differing : differing.slice(0, SHOWN);
  const words = { same: formatNumber(counts.same), differs: formatNumber(counts.differs), onlyBefore: formatNumber(counts.onlyBefore), onlyHere: formatNumber(counts.onlyHere) };
  return (
    <Stack gap="sm">
      <Alert role="status" color={differing.length === 0 ? 'green' : 'orange'}>
        {t(differing.length === 0 ? 'parallel.equal' : 'parallel.counts', words)}
      </Alert>
      {problems.length > 0 ? (
        <Alert color="yellow" title={t('parallel.problems', { count: problems.length })}>
          <List size="sm">
            {problems.slice(0, SHOWN).map(({ row, column, value }) => (
              <List.Item key={`${row} ${column}`}>{t('parallel.problem', { row, column: t([`parallel.line.${column}`, 'parallel.nip']), value })}</List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
      <Text size="sm">{totals.map(({ line, difference }) => `${t(`parallel.line.${line}`)}: ${signed(difference)}`).join(' · ')}</Text>
      {shown.length > 0 ? (
        <ResponsiveTable
          caption={t('parallel.title')}
          rows={shown}
          rowKey={({ nip, name }) => `${nip} ${name}`}
          columns={[
            { key: 'name', title: t('parallel.person'), heading: true, cell: (row) => row.name },
            { key: 'nip', title: t('parallel.nip'), cell: (row) => row.nip ?? '–' },
            { key: 'standing', title: t('parallel.standingTitle'), cell: (row) => t(`parallel.standing.${row.standing}`) },
            { key: 'lines', title: t('parallel.differences'), cell: (row) => <Differences person={row} /> },
          ]}
        />
      ) : null}
      {differing.length > shown.length ? (
        <Group>
          <Button variant="default" onClick={() => setAll(true)}>
            {t('parallel.all', { count: differing.length })}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

function Differences({ person: { differences } }: { person: ParallelPerson }) {
  const { t } = useTranslation('pay-runs');
  return (
    <>
      {differences.map(({ line, before, here, difference }) => (
        <Text key={line} size="sm" component="span" display="block">
          {t('parallel.difference', { line: t(`parallel.line.${line}`), before: formatRupiah(before), here: formatRupiah(here), difference: signed(difference) })}
        </Text>
      ))}
    </>
  );
}

const signed = (amount: number) => `${amount > 0 ? '+' : ''}${formatRupiah(amount)}`;
