import { Stack, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFilter, useMonth } from '../../lib/filters';
import { addMonths } from '../../lib/format';
import { useCan } from '../../lib/session';
import { MonthPicker } from '../../ui/MonthPicker';
import { PageTitle } from '../../ui/PageTitle';
import { ImportList } from './ImportList';
import { MonthStates } from './MonthStates';
import { OwnMonth } from './OwnMonth';
import { UploadPanel } from './UploadPanel';

/** The month's presence: of the whole government for those who import or follow it, of oneself for everybody else. */
export default function AttendancePage() {
  const { t } = useTranslation('attendance');
  const mayImport = useCan('attendance.import');
  const mayRead = useCan('attendance.read') || mayImport;
  const mayOwn = useCan('attendance.own');
  const [part, setPart] = useFilter('bagian');
  const own = mayOwn && (!mayRead || part === 'saya');
  const [, , today] = useMonth();
  // The month that waits for its file is the one just over; one's own presence is looked at day by day.
  const [month, setMonth, current] = useMonth(own ? today : addMonths(today, -1));

  return (
    <>
      <PageTitle title={t('title')} note={t(own ? 'noteOwn' : mayImport ? 'note' : 'noteRead')}>
        <MonthPicker value={month} onChange={setMonth} max={current} />
      </PageTitle>
      {mayRead && mayOwn ? (
        <Tabs value={own ? 'saya' : 'daerah'} onChange={(value) => setPart(value === 'saya' ? value : null)} mb="md" keepMounted={false}>
          <Tabs.List aria-label={t('title')}>
            <Tabs.Tab value="daerah" h={44}>
              {t('tab.all')}
            </Tabs.Tab>
            <Tabs.Tab value="saya" h={44}>
              {t('tab.own')}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="daerah" pt="md">
            <Government month={month} onMonth={setMonth} mayImport={mayImport} />
          </Tabs.Panel>
          <Tabs.Panel value="saya" pt="md">
            <OwnMonth month={month} />
          </Tabs.Panel>
        </Tabs>
      ) : own ? (
        <OwnMonth month={month} />
      ) : (
        <Government month={month} onMonth={setMonth} mayImport={mayImport} />
      )}
    </>
  );
}

function Government({ month, onMonth, mayImport }: { month: string; onMonth: (month: string) => void; mayImport: boolean }) {
  return (
    <Stack>
      {mayImport ? <UploadPanel key={month} month={month} /> : null}
      {mayImport ? <ImportList month={month} /> : null}
      <MonthStates month={month} onMonth={onMonth} />
    </Stack>
  );
}
