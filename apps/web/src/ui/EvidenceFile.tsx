import type { Evidence } from '@ekinerja/contracts/activities';
import { Anchor, Text } from '@mantine/core';
import { IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileOf } from '../lib/api';
import { ErrorNotice } from './ErrorNotice';
import { Loading } from './Loading';

/** Apart: it comes when a file is opened. */
const EvidenceModal = lazy(() => import('./EvidenceModal'));

/** A file of an entry: opened in place, read with the session and never kept by the browser. */
export function EvidenceFile({ activityId, file }: { activityId: string; file: Evidence }) {
  const [state, setState] = useState<'never' | 'opened' | 'closed'>('never');
  const Icon = file.mediaType === 'application/pdf' ? IconFileTypePdf : IconPhoto;
  return (
    <>
      <Anchor component="button" type="button" size="sm" onClick={() => setState('opened')}>
        <Icon size={16} aria-hidden /> {file.name}
      </Anchor>
      {state === 'never' ? null : (
        <Suspense fallback={null}>
          <EvidenceModal
            activityId={activityId}
            file={file}
            opened={state === 'opened'}
            onClose={() => setState('closed')}
          />
        </Suspense>
      )}
    </>
  );
}

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
