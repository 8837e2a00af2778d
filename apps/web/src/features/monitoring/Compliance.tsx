import { COMPLIANCE_LACKS } from '@ekinerja/contracts/oversight';
import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { IconCircleCheck, IconFileSpreadsheet } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { useFilter, useMonth } from '../../lib/filters';
import { formatNumber } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { MonthPicker } from '../../ui/MonthPicker';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { PersonCell } from './PersonCell';
import { compliance } from './queries';

/** Person by person: planned, entered, decided, evaluated; as a workbook too. */
export function Compliance() {
  const { t } = useTranslation('monitoring');
  const [month, setMonth, current] = useMonth();
  const [skpdId, setSkpdId] = useFilter('skpd');
  const [asked, setLacking] = useFilter('belum');
  const lacking = COMPLIANCE_LACKS.find((one) => one === asked) ?? null;
  const query = useInfiniteQuery(compliance(month, skpdId, lacking));
  const workbook = useMutation({ mutationFn: () => download('/monitoring/compliance.xlsx', `kepatuhan-${month}.xlsx`, { month, skpdId, lacking }) });
  const yes = (value: boolean) => t(value ? 'compliance.yes' : 'compliance.no');
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        <MonthPicker value={month} onChange={setMonth} max={current} />
        <SkpdFilter label={t('filter.skpd')} all={t('filter.allSkpd')} value={skpdId} onChange={setSkpdId} />
        <NativeSelect
          label={t('compliance.lacking')}
          value={lacking ?? ''}
          onChange={(event) => setLacking(event.currentTarget.value || null)}
          data={[{ value: '', label: t('compliance.everybody') }, ...COMPLIANCE_LACKS.map((one) => ({ value: one, label: t(`compliance.lacks.${one}`) }))]}
        />
        <Button variant="default" leftSection={<IconFileSpreadsheet size={18} aria-hidden />} loading={workbook.isPending} onClick={() => workbook.mutate()}>
          {t('compliance.excel')}
        </Button>
      </Group>
      <ErrorNotice error={workbook.error} onRetry={() => workbook.mutate()} />
      <Loaded query={query} rows={8}>
        {(people) =>
          people.length === 0 ? (
            <EmptyState icon={IconCircleCheck} title={t(lacking ? 'compliance.nobodyLacks' : 'compliance.empty')} text={t('compliance.emptyText')} />
          ) : (
            <>
              <ResponsiveTable
                caption={t('compliance.tab')}
                rows={people}
                rowKey={(row) => row.employmentId}
                columns={[
                  { key: 'name', title: t('employee'), heading: true, cell: (row) => <PersonCell person={row} /> },
                  { key: 'unit', title: t('unit'), cell: (row) => row.skpdName },
                  { key: 'planned', title: t('compliance.planned'), cell: (row) => yes(row.planned) },
                  { key: 'entries', title: t('compliance.entries'), align: 'right', cell: (row) => formatNumber(row.entries) },
                  { key: 'toDecide', title: t('compliance.toDecide'), align: 'right', cell: (row) => (row.overdue > 0 ? t('stages.waitingOf', { waiting: formatNumber(row.toDecide), overdue: formatNumber(row.overdue) }) : formatNumber(row.toDecide)) },
                  { key: 'evaluated', title: t('compliance.evaluated'), cell: (row) => yes(row.evaluated) },
                ]}
              />
              <LoadMore query={query} />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}
