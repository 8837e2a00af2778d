import type { Uuid } from '@ekinerja/contracts/basics';
import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface PersonCellProps {
  person: { employmentId: Uuid; personName: string; nip: string | null };
}

export function PersonCell({ person }: PersonCellProps) {
  const { t } = useTranslation('monitoring');
  return (
    <>
      <Anchor component={Link} to={`/pegawai/${person.employmentId}`}>
        {person.personName}
      </Anchor>
      <Text size="sm" c="dimmed" fw={400}>
        {person.nip ?? t('noNip')}
      </Text>
    </>
  );
}
