import type { Evidence } from '@ekinerja/contracts/activities';
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EvidenceView } from './EvidenceView';

interface EvidenceModalProps {
  activityId: string;
  file: Evidence;
  opened: boolean;
  onClose: () => void;
}

export default function EvidenceModal({ activityId, file, opened, onClose }: EvidenceModalProps) {
  const { t } = useTranslation('shell');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={file.name}
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {opened ? <EvidenceView activityId={activityId} file={file} /> : null}
    </Modal>
  );
}
