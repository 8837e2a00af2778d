import type { Evidence } from '@ekinerja/contracts/activities';
import { Anchor, Text } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileOf } from '../lib/api';
import { ErrorNotice } from './ErrorNotice';
import { Loading } from './Loading';

/** The file itself: a photo in place, a PDF to be opened. */
export function EvidenceView({
  activityId,
  file,
  height,
}: {
  activityId: string;
  file: Evidence;
  height?: number;
}) {
  const { t } = useTranslation('shell');
  const [shown, setShown] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let address: string | null = null;
    let gone = false;
    fileOf(`/activities/${activityId}/evidence/${file.id}`)
      .then((content) => {
        if (gone) return;
        address = URL.createObjectURL(content);
        setShown(address);
      })
      .catch((cause: unknown) => setError(cause));
    return () => {
      gone = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [activityId, file.id]);
  if (error) return <ErrorNotice error={error} />;
  if (!shown) return <Loading rows={1} />;
  if (file.mediaType === 'application/pdf') {
    return (
      <Text size="sm">
        <Anchor href={shown} target="_blank" rel="noreferrer">
          <IconFileTypePdf size={16} aria-hidden /> {t('openFile', { name: file.name })}
        </Anchor>
      </Text>
    );
  }
  return (
    <img
      src={shown}
      alt={file.name}
      style={{ maxWidth: '100%', maxHeight: height ?? '75vh', borderRadius: 4 }}
    />
  );
}
