import type { SimulationPerson } from '@ekinerja/contracts/pay-simulations';
import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatRupiah } from '../../lib/format';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { signed } from './SimulationTotals';

/** People with their old and new amount; the name opens the comparison line by line. */
export function PeopleTable({ id, caption, people }: { id: string; caption: string; people: readonly SimulationPerson[] }) {
  const { t } = useTranslation('simulations');
  const rupiah = (amount: number | null) => (amount === null ? '–' : formatRupiah(amount));
  return (
    <ResponsiveTable
      caption={caption}
      rows={people}
      rowKey={({ employmentId }) => employmentId}
      columns={[
        {
          key: 'name',
          title: t('people.name'),
          heading: true,
          cell: (person) => (
            <>
              <Anchor component={Link} to={`/regulasi/simulasi/${id}/pegawai/${person.employmentId}`}>
                {person.name}
              </Anchor>
              <Text size="sm" fw={400}>
                {person.postName}
              </Text>
            </>
          ),
        },
        { key: 'skpd', title: t('units.name'), cell: ({ skpdName }) => skpdName },
        { key: 'class', title: t('people.class'), cell: (person) => person.class ?? '–' },
        { key: 'before', title: t('total.before'), align: 'right', cell: ({ before }) => rupiah(before) },
        { key: 'after', title: t('total.after'), align: 'right', cell: ({ after }) => rupiah(after) },
        { key: 'difference', title: t('total.difference'), align: 'right', cell: ({ difference }) => (difference === null ? '–' : <b>{signed(difference)}</b>) },
      ]}
    />
  );
}
