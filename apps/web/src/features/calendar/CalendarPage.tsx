import type { CalendarRulesView } from '@ekinerja/contracts/calendar';
import { Alert, Button, NativeSelect, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { formatDate, formatDay } from '../../lib/format';
import { useCan } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { DateFilter, useDay } from '../../ui/DateFilter';
import { DownloadButton } from '../../ui/DownloadButton';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { CalendarDraft } from './CalendarDraft';
import { calendarRules } from './queries';
import { WeekPatterns } from './WeekPatterns';

/** The working calendar as enacted: holidays, Ramadan, week patterns of units; changed as a draft that a second person confirms. */
export default function CalendarPage() {
  const { t } = useTranslation('calendar');
  const [day, setDay] = useDay();
  const query = useQuery(calendarRules(day));
  return (
    <>
      <PageTitle title={t('title')} note={t('note')}>
        <DownloadButton path="/calendar/rules.xlsx" fileName="kalender-kerja.xlsx" query={{ date: day }}>
          {t('export')}
        </DownloadButton>
        <DateFilter label={t('onDay')} value={day} onChange={setDay} />
      </PageTitle>
      <Loaded query={query} shape="cards">
        {(rules) => <Rules rules={rules} />}
      </Loaded>
    </>
  );
}

function Rules({ rules }: { rules: CalendarRulesView }) {
  const { t } = useTranslation('calendar');
  const mayChange = useCan('regulations.manage');
  const [changing, setChanging] = useState(false);
  const [chosen, choose] = useFilter('tahun');
  const present = rules.date.slice(0, 4);
  const year = rules.years.find((one) => String(one.year) === (chosen ?? present)) ?? rules.years[0];
  return (
    <Stack>
      {rules.missingYears.length > 0 ? (
        <Alert color="orange" icon={<IconAlertTriangle size={20} aria-hidden />} title={t('missing', { years: rules.missingYears.join(', ') })}>
          {t('missingText')}
        </Alert>
      ) : null}
      {changing ? <CalendarDraft rules={rules} onClose={() => setChanging(false)} /> : null}
      <Section
        title={year ? t('holidaysOf', { year: year.year }) : t('holidays')}
        note={rules.title}
        actions={
          <>
            <NativeSelect
              label={t('year')}
              value={String(year?.year ?? present)}
              data={rules.years.map((one) => String(one.year))}
              onChange={(event) => choose(event.currentTarget.value === present ? null : event.currentTarget.value)}
            />
            {mayChange && !changing ? (
              <Button leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={() => setChanging(true)}>
                {t('change')}
              </Button>
            ) : null}
          </>
        }
      >
        {!year || year.holidays.length === 0 ? (
          <EmptyState title={t('none')} text={t('missingText')} />
        ) : (
          <Stack gap="sm">
            <Text>
              {year.ramadan ? t('ramadan', { from: formatDate(year.ramadan.from), to: formatDate(year.ramadan.to) }) : t('ramadanUnknown')}{' '}
              {year.ramadan?.cite ? <Cite cite={year.ramadan.cite} /> : null}
            </Text>
            <ResponsiveTable
              caption={t('holidaysOf', { year: year.year })}
              rows={year.holidays}
              rowKey={({ date }) => date}
              columns={[
                { key: 'date', title: t('date'), heading: true, cell: (row) => formatDay(row.date) },
                { key: 'name', title: t('name'), cell: (row) => row.name },
                { key: 'kind', title: t('kindTitle'), cell: (row) => t(`kind.${row.kind}`) },
                { key: 'cite', title: t('basis'), cell: (row) => (row.cite ? <Cite cite={row.cite} /> : '–') },
              ]}
            />
          </Stack>
        )}
      </Section>
      <WeekPatterns rules={rules} />
    </Stack>
  );
}
