import type { WaitingActivity } from '@ekinerja/contracts/activities';
import { Group } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { EvidenceFile } from '../../ui/EvidenceFile';
import { EvidenceView } from '../../ui/EvidenceView';

/** Photos small in the list, fetched when they come into sight; a click opens the file. */
export function Previews({ entry }: { entry: WaitingActivity }) {
  const { ref, inViewport } = useInViewport();
  if (entry.evidence.length === 0) return null;
  return (
    <Group gap="xs" mt={4} ref={ref} align="flex-end">
      {entry.evidence.map((file) => (
        <div key={file.id}>
          {inViewport && file.mediaType !== 'application/pdf' ? (
            <div>
              <EvidenceView activityId={entry.id} file={file} height={96} />
            </div>
          ) : null}
          <EvidenceFile activityId={entry.id} file={file} />
        </div>
      ))}
    </Group>
  );
}
