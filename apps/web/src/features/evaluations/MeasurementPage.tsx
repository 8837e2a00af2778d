import type { MeasurementRhythm } from '@ekinerja/contracts/measurements';
import { MEASUREMENT_RHYTHMS } from '@ekinerja/contracts/measurements';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { download } from '../../lib/api';
import { useFilter, useMonth } from '../../lib/filters';
import { addMonths, formatDate, formatDecimal, formatInstant, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { MonthPicker } from '../../ui/MonthPicker';
import { PageTitle } from '../../ui/PageTitle';
import { StatusBadge } from '../../ui/StatusBadge';
import { Why } from '../../ui/Why';
import { MeasurementForm } from './MeasurementForm';
import { measurementOf } from './measuring-queries';

const ENDS: Record<MeasurementRhythm, number> = { monthly: 1, quarterly: 3, semesterly: 6, yearly: 12 };

/** Realisation of one period: one's own, or a subordinate's to confirm. */
export default function MeasurementPage() {
  const { t } = useTranslation(['evaluations', 'shell']);
  const { employmentId } = useParams();
  const { today } = useProfile();
  const [month, setMonth] = useMonth(Number(today.slice(8)) <= 20 ? addMonths(monthOf(today), -1) : undefined);
  const [chosen, setChosen] = useFilter('periode');
  const rhythm = MEASUREMENT_RHYTHMS.find((one) => one === chosen) ?? 'monthly';
  const into = (Number(month.slice(5)) - 1) % ENDS[rhythm];
  const last = addMonths(month, ENDS[rhythm] - 1 - into);
  const query = useQuery(measurementOf(employmentId ? `of/${employmentId}` : 'mine', rhythm, last));
  const print = useMutation({ mutationFn: (id: string) => download(`/measurements/${id}/measurement.pdf`, 'pengukuran.pdf') });
  return (
    <>
      <PageTitle title={query.data && employmentId ? t('realisation.of', { name: query.data.personName }) : t('realisation.title')} note={t('realisation.pageNote')}>
        <NativeSelect
          aria-label={t('realisation.period')}
          value={rhythm}
          onChange={(event) => setChosen(event.currentTarget.value === 'monthly' ? null : event.currentTarget.value)}
          data={(query.data?.rhythms ?? MEASUREMENT_RHYTHMS).map((value) => ({ value, label: t(`realisation.rhythm.${value}`) }))}
        />
        <MonthPicker value={month} onChange={setMonth} max={`${today.slice(0, 4)}-12`} />
      </PageTitle>
      <Loaded query={query}>
        {(one) => (
          <Stack>
            <Group>
              <StatusBadge status={one.status === 'confirmed' ? 'determined' : one.status === 'stated' ? 'waiting' : one.status} word={t(`realisation.status.${one.status}`)} />
              <Text size="sm">{t('realisation.span', { from: formatDate(one.from), to: formatDate(one.to) })}</Text>
              <Cite cite={one.rhythmCite} />
              {one.confirmedAt ? <Text size="sm" c="dimmed">{t('realisation.by', { name: one.confirmedBy, at: formatInstant(one.confirmedAt) })}</Text> : null}
              {one.score ? (
                <>
                  <Text fw={650}>{t('realisation.score', { score: formatDecimal(one.score) })}</Text>
                  <Why title={t('realisation.score', { score: formatDecimal(one.score) })} steps={one.derivation} />
                </>
              ) : null}
              {one.id ? (
                <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} loading={print.isPending} onClick={() => print.mutate(one.id ?? '')}>
                  {t('own.print')}
                </Button>
              ) : null}
            </Group>
            <ErrorNotice error={print.error} />
            <MeasurementForm key={`${one.skpId}.${one.rhythm}.${one.month}.${one.version}`} one={one} mode={one.actions.includes('state') ? 'state' : one.actions.includes('confirm') ? 'confirm' : 'read'} />
          </Stack>
        )}
      </Loaded>
    </>
  );
}
