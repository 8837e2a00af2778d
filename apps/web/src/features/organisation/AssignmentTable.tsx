import type { AssignmentView } from '@ekinerja/contracts/assignments';
import { Anchor, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate } from '../../lib/format';
import { DownloadButton } from '../../ui/DownloadButton';
import { ResponsiveTable } from '../../ui/ResponsiveTable';

interface AssignmentTableProps {
  caption: string;
  rows: readonly AssignmentView[];
  withPost?: boolean;
  actions?: (row: AssignmentView) => ReactNode;
}

/** Who held what from when to when, with the letter behind it. */
export function AssignmentTable({ caption, rows, withPost = false, actions }: AssignmentTableProps) {
  const { t } = useTranslation('organisation');
  return (
    <ResponsiveTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          title: t('person'),
          heading: true,
          cell: (row) => (
            <>
              <Anchor component={Link} to={`/pegawai/${row.employmentId}`}>
                {row.personName}
              </Anchor>
              <Text size="sm" c="dimmed" fw={400}>
                {row.nip ?? t('noNip')}
              </Text>
            </>
          ),
        },
        ...(withPost
          ? [
              {
                key: 'post',
                title: t('post'),
                cell: (row: AssignmentView) => (
                  <>
                    <Anchor component={Link} to={`/organisasi/jabatan/${row.postId}`}>
                      {row.postName}
                    </Anchor>
                    <Text component="span" display="block" size="sm" c="dimmed">
                      {row.unitName}
                    </Text>
                  </>
                ),
              },
            ]
          : []),
        { key: 'kind', title: t('assignments.kind'), cell: (row) => t(`capacity.${row.kind}`) },
        { key: 'time', title: t('time'), cell: (row) => <Term from={row.validFrom} to={row.validTo} /> },
        {
          key: 'decree',
          title: t('decree'),
          cell: (row) => (
            <Group gap={6}>
              <span>
                {row.decreeNumber ? `${row.decreeNumber}${row.decreeDate ? `, ${formatDate(row.decreeDate)}` : ''}` : t('noDecree')}
                {row.classOverride ? ` · ${t('classByDecree', { class: row.classOverride })}` : ''}
              </span>
              {row.decreeFileId ? (
                <DownloadButton path={`/assignments/${row.id}/decree`} fileName="surat-keputusan.pdf" size="compact-sm" h={32}>
                  {t('file')}
                </DownloadButton>
              ) : null}
            </Group>
          ),
        },
        ...(actions ? [{ key: 'actions', title: t('actions'), cell: actions }] : []),
      ]}
    />
  );
}

export function Term({ from, to }: { from: string; to: string | null }) {
  const { t } = useTranslation('organisation');
  return <>{to ? t('fromTo', { from: formatDate(from), to: formatDate(to) }) : t('since', { from: formatDate(from) })}</>;
}
