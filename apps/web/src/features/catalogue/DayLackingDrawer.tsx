import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Anchor, Drawer, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../lib/format';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { dayLacking } from './queries';

interface DayLackingDrawerProps {
  skpdId: Uuid;
  /** Null: closed. In the address bar, so that "back" closes it. */
  date: IsoDate | null;
  onClose: () => void;
}

/** Who lacks that day, by name and sub-unit. */
export function DayLackingDrawer({ skpdId, date, onClose }: DayLackingDrawerProps) {
  const { t } = useTranslation(['catalogue', 'shell']);
  return (
    <Drawer
      opened={date !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={date ? t('lacking.title', { date: formatDay(date) }) : ''}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      {date ? <People skpdId={skpdId} date={date} /> : null}
    </Drawer>
  );
}

function People({ skpdId, date }: { skpdId: Uuid; date: IsoDate }) {
  const { t } = useTranslation('catalogue');
  const query = useInfiniteQuery(dayLacking(skpdId, date));
  return (
    <Loaded query={query} rows={6}>
      {(people) =>
        people.length === 0 ? (
          <Text>{t('lacking.none')}</Text>
        ) : (
          <Stack>
            <ResponsiveTable
              caption={t('lacking.title', { date: formatDay(date) })}
              rows={people}
              rowKey={({ employmentId }) => employmentId}
              columns={[
                {
                  key: 'name',
                  title: t('lacking.name'),
                  heading: true,
                  cell: ({ employmentId, personName, nip }) => (
                    <>
                      <Anchor component={Link} to={`/pegawai/${employmentId}`}>
                        {personName}
                      </Anchor>
                      <Text size="sm" c="dimmed" fw={400}>
                        {nip ?? ''}
                      </Text>
                    </>
                  ),
                },
                { key: 'unit', title: t('lacking.unit'), cell: ({ unitName }) => unitName ?? '–' },
              ]}
            />
            <LoadMore query={query} />
          </Stack>
        )
      }
    </Loaded>
  );
}
