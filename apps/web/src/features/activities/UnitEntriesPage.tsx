import type { ActivityMonth } from '@ekinerja/contracts/activities';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Alert, Button, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowLeft, IconLock, IconPlus, IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter, useMonth } from '../../lib/filters';
import { formatMonth, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { MonthPicker } from '../../ui/MonthPicker';
import { PageTitle } from '../../ui/PageTitle';
import classes from './ActivitiesPage.module.css';
import { DayPanel } from './DayPanel';
import { MonthCalendar } from './MonthCalendar';
import { peopleOfUnit, personOfUnit, unitMonth } from './queries';
import { UnitEntryDrawer } from './UnitEntryDrawer';

/** Entries of somebody of the unit, added or mended by its admin with a reason that the owner reads (KS 16(b)). */
export default function UnitEntriesPage() {
  const { t } = useTranslation('activities');
  const [chosen, choose] = useFilter('pegawai');
  const [month, setMonth, current] = useMonth();
  return (
    <>
      <PageTitle title={t('unit.title')} note={t('unit.note')}>
        <Button component={Link} to="/kegiatan-unit" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('unit.back')}
        </Button>
      </PageTitle>
      <Stack>
        <PersonChoice chosen={chosen} onChoose={choose} />
        {chosen ? <MonthPicker value={month} onChange={setMonth} max={current} /> : null}
        {chosen ? (
          <MonthOf key={`${chosen} ${month}`} employmentId={chosen} month={month} />
        ) : (
          <EmptyState icon={IconUserSearch} title={t('unit.choose')} text={t('unit.chooseText')} />
        )}
      </Stack>
    </>
  );
}

function PersonChoice({ chosen, onChoose }: { chosen: Uuid | null; onChoose: (id: Uuid | null) => void }) {
  const { t } = useTranslation('activities');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 300);
  const found = useQuery(peopleOfUnit(settled));
  const person = useQuery({ ...personOfUnit(chosen ?? ''), enabled: chosen !== null });
  const label = ({ name, nip }: { name: string; nip: string | null }) => [name, nip].filter(Boolean).join(' · ');
  const options = new Map((found.data?.items ?? []).map((one) => [one.employmentId, label(one)]));
  if (chosen && person.data) options.set(chosen, label(person.data));
  return (
    <Select
      label={t('unit.person')}
      placeholder={t('unit.typeName')}
      searchable
      maw={480}
      nothingFoundMessage={t(settled.length < 2 ? 'unit.typeName' : 'form.nothingFound')}
      data={[...options].map(([value, text]) => ({ value, label: text }))}
      filter={({ options: all }) => all}
      onSearchChange={setTyped}
      value={chosen}
      onChange={onChoose}
    />
  );
}

function MonthOf({ employmentId, month }: { employmentId: Uuid; month: string }) {
  const query = useQuery(unitMonth(employmentId, month));
  return (
    <Loaded query={query} shape="calendar">
      {(data) => <Month data={data} employmentId={employmentId} />}
    </Loaded>
  );
}

function Month({ data, employmentId }: { data: ActivityMonth; employmentId: Uuid }) {
  const { t } = useTranslation('activities');
  const { today } = useProfile();
  const [picked, setPicked] = useFilter('tanggal');
  const [opened, setOpened] = useFilter('isi');
  const day: IsoDate =
    picked && monthOf(picked) === data.month
      ? picked
      : (data.days.find(({ gap }) => gap)?.date ?? (monthOf(today) === data.month ? today : `${data.month}-01`));
  const open = !(data.closedUntil !== null && day <= data.closedUntil) && ((day >= data.entryWindow.from && day <= data.entryWindow.to) || data.reopened.includes(day));
  return (
    <>
      {data.closed ? (
        <Alert color="gray" icon={<IconLock size={20} aria-hidden />} title={t('closed.title', { month: formatMonth(data.month) })}>
          {t('closed.text')}
        </Alert>
      ) : null}
      <div className={classes.columns}>
        <MonthCalendar data={data} today={today} chosen={day} onChoose={setPicked} />
        <DayPanel
          data={data}
          date={day}
          foreign
          onEdit={setOpened}
          add={
            open && data.skpResults.length > 0 ? (
              <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpened('baru')}>
                {t('unit.add')}
              </Button>
            ) : null
          }
        />
      </div>
      {data.skpResults.length === 0 ? <Alert color="orange" title={t('form.noSkp')}>{t('unit.noSkp')}</Alert> : null}
      <UnitEntryDrawer data={data} date={day} employmentId={employmentId} opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}
