import type { Uuid } from '@ekinerja/contracts/basics';
import type { PaperDecision } from '@ekinerja/contracts/paper-decisions';
import { Alert, Group, Text } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../lib/api';
import { formatDate, formatInstant } from '../lib/format';
import { DownloadButton } from './DownloadButton';

/** Says of a decision that it was written down from signed paper, by whom, with the scan. Nothing where it was not. */
export function PaperNote({ subjectId }: { subjectId: Uuid }) {
  const { t } = useTranslation('shell');
  const { data = [] } = useQuery({
    queryKey: ['paper-decisions', 'of', subjectId],
    queryFn: ({ signal }) => get<PaperDecision[]>(`/paper-decisions/of/${subjectId}`, { signal }),
    staleTime: 60_000,
    retry: false,
  });
  return data.map((one) => (
    <Alert key={one.id} color="blue" variant="light" icon={<IconSignature size={20} aria-hidden />} title={t(`paper.act.${one.act}`)}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {t('paper.note', { signer: one.signerName, on: formatDate(one.signedOn), number: one.number ?? '–', by: one.recordedBy, at: formatInstant(one.recordedAt) })}
        </Text>
        <DownloadButton path={`/paper-decisions/${one.id}/file`} fileName="surat-bertanda-tangan.pdf" size="sm" h={36}>
          {t('paper.scan')}
        </DownloadButton>
      </Group>
    </Alert>
  ));
}
