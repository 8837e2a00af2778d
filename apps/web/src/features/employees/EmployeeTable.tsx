import type { EmployeeItem } from '@ekinerja/contracts/employees';
import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ResponsiveTable } from '../../ui/ResponsiveTable';

export function EmployeeTable({ caption, employees }: { caption: string; employees: readonly EmployeeItem[] }) {
  const { t } = useTranslation('employees');
  return (
    <ResponsiveTable
      caption={caption}
      rows={employees}
      rowKey={(one) => one.employmentId}
      columns={[
        {
          key: 'name',
          title: t('name'),
          heading: true,
          cell: (one) => (
            <>
              <Anchor component={Link} to={`/pegawai/${one.employmentId}`}>
                {one.name}
              </Anchor>
              <Text size="sm" c="dimmed" fw={400}>
                {one.nip ?? t('noNip')}
              </Text>
            </>
          ),
        },
        { key: 'post', title: t('post'), cell: (one) => one.postName ?? t('noPost') },
        { key: 'unit', title: t('unit'), cell: (one) => unitOf(one) },
        { key: 'kind', title: t('kindTitle'), cell: (one) => t(`kind.${one.kind}`) },
        { key: 'class', title: t('class'), cell: (one) => one.class ?? '–' },
      ]}
    />
  );
}

const unitOf = ({ unitName, skpdName }: EmployeeItem) =>
  unitName && skpdName && unitName !== skpdName ? `${unitName}, ${skpdName}` : (unitName ?? skpdName ?? '–');
