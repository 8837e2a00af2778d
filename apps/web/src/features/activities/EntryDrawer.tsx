import type { ActivityMonth } from '@ekinerja/contracts/activities';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { EntryForm } from './EntryForm';
import { useKeptEntries } from './use-queue';

interface EntryDrawerProps {
  data: ActivityMonth;
  date: IsoDate;
  /** `baru`, the id of an entry, or null: closed. In the address bar, so that "back" closes it. */
  opened: string | null;
  onClose: () => void;
}

export default function EntryDrawer({ data, date, opened, onClose }: EntryDrawerProps) {
  const { t } = useTranslation(['activities', 'shell']);
  const narrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const entry = data.activities.find((one) => one.id === opened);
  const kept = useKeptEntries().find((one) => one.id === opened);
  const shown = opened === 'baru' || entry !== undefined || kept !== undefined;
  return (
    <Drawer
      opened={shown}
      onClose={onClose}
      size={narrow ? '100%' : 'lg'}
      title={t(entry || kept ? 'form.edit' : 'form.new')}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      closeOnClickOutside={false}
    >
      {shown ? (
        <EntryForm key={opened} data={data} date={date} entry={entry} kept={kept} onDone={onClose} />
      ) : null}
    </Drawer>
  );
}
