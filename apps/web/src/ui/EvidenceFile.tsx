import type { Evidence } from '@ekinerja/contracts/activities';
import { Anchor } from '@mantine/core';
import { IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';

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
