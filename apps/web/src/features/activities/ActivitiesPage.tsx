import type { ActivityMonth } from '@ekinerja/contracts/activities';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { Button, Stack, Text } from '@mantine/core';
import { IconPlus, IconTable } from '@tabler/icons-react';
import { lazy, Suspense, useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter, useMonth } from '../../lib/filters';
import { formatInstant, monthOf } from '../../lib/format';
import { useKeptQuery } from '../../lib/kept-query';
import { useProfile } from '../../lib/session';
import { Loaded } from '../../ui/Loaded';
import { MonthPicker } from '../../ui/MonthPicker';
import { PageTitle } from '../../ui/PageTitle';
import classes from './ActivitiesPage.module.css';
import { DayPanel } from './DayPanel';
import { KeptList } from './KeptList';
import { MonthCalendar } from './MonthCalendar';
import { MonthSummary } from './MonthSummary';
import { activityMonth } from './queries';
import { ReportButton } from './ReportButton';

/** Apart from the calendar, and fetched right after it, so that it also opens without a signal. */
const fetchForm = () => import('./EntryDrawer');
const EntryDrawer = lazy(fetchForm);

export default function ActivitiesPage() {
  const { t } = useTranslation('activities');
  const [month, setMonth, current] = useMonth();
  const { query, keptAt } = useKeptQuery(activityMonth(month), `month-${month}`);
  return (
    <>
      <PageTitle title={t('title')} note={t('note')}>
        <MonthPicker value={month} onChange={setMonth} max={current} />
        <Button
          component={Link}
          to={`/kegiatan/banyak?bulan=${month}`}
          variant="default"
          leftSection={<IconTable size={18} aria-hidden />}
        >
          {t('many.open')}
        </Button>
        <ReportButton month={month} />
      </PageTitle>
      {keptAt ? (
        <Text size="sm" mb="sm" role="status">
          {t('keptAt', { at: formatInstant(keptAt) })}
        </Text>
      ) : null}
      {keptAt && query.data ? (
        <Month key={query.data.month} data={query.data} />
      ) : (
        <Loaded query={query} shape="calendar">
          {(data) => <Month key={data.month} data={data} />}
        </Loaded>
      )}
    </>
  );
}

function Month({ data }: { data: ActivityMonth }) {
  const { t } = useTranslation('activities');
  const { today } = useProfile();
  const [chosen, setChosen] = useFilter('tanggal');
  const [form, setForm] = useFilter('isi');
  const [formAsked, setFormAsked] = useState(form !== null);
  if (form !== null && !formAsked) setFormAsked(true);
  useEffect(() => void fetchForm().catch(() => undefined), []);
  // Whoever comes straight to the form sees the form first, and then what lies beneath it.
  const beneath = useDeferredValue(true, form === null);
  const day: IsoDate =
    chosen && monthOf(chosen) === data.month
      ? chosen
      : monthOf(today) === data.month
        ? today
        : (data.days.find(({ gap }) => gap)?.date ?? `${data.month}-01`);
  const open =
    !(data.closedUntil !== null && day <= data.closedUntil) &&
    ((day >= data.entryWindow.from && day <= data.entryWindow.to) || data.reopened.includes(day));

  return (
    <Stack>
      {beneath ? (
        <>
          {open ? (
            <Button
              className={classes.quick}
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setForm('baru')}
            >
              {t('add')}
            </Button>
          ) : null}
          <MonthSummary data={data} onDay={setChosen} />
          <KeptList onEdit={({ id }) => setForm(id)} />
          <div className={classes.columns}>
            <MonthCalendar data={data} today={today} chosen={day} onChoose={setChosen} />
            <DayPanel
              data={data}
              date={day}
              onEdit={setForm}
              add={
                open ? (
                  <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setForm('baru')}>
                    {t('add')}
                  </Button>
                ) : null
              }
            />
          </div>
        </>
      ) : null}
      {formAsked ? (
        <Suspense fallback={null}>
          <EntryDrawer data={data} date={day} opened={form} onClose={() => setForm(null)} />
        </Suspense>
      ) : null}
    </Stack>
  );
}
