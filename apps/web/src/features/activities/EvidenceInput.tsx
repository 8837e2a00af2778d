import { EVIDENCE_LIMITS, EVIDENCE_TYPES, type Evidence } from '@ekinerja/contracts/activities';
import { ActionIcon, Button, FileButton, Group, Input, Text } from '@mantine/core';
import { IconCamera, IconFileTypePdf, IconPhoto, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptFile } from '../../lib/device';
import { EvidenceFile } from '../../ui/EvidenceFile';
import { asEvidence, type FileRefusal } from './photo';
import classes from './ActivitiesPage.module.css';

interface EvidenceInputProps {
  activityId: string;
  sent: readonly Evidence[];
  files: readonly KeptFile[];
  onChange: (files: KeptFile[]) => void;
  onRemoveSent: (id: string) => void;
}

/** Photos from the phone and PDFs, several; those not sent yet wait with the entry. */
export function EvidenceInput({ activityId, sent, files, onChange, onRemoveSent }: EvidenceInputProps) {
  const { t } = useTranslation(['activities', 'shell']);
  const [refused, setRefused] = useState<{ why: FileRefusal; name: string } | null>(null);
  const take = async (chosen: File[]) => {
    const next = [...files];
    setRefused(null);
    for (const file of chosen) {
      const made = await asEvidence(file, sent.length + next.length);
      if (typeof made === 'string') setRefused({ why: made, name: file.name });
      else next.push(made);
    }
    onChange(next);
  };
  const megabytes = EVIDENCE_LIMITS.fileBytes / 1024 / 1024;
  return (
    <Input.Wrapper
      label={t('form.evidence')}
      labelElement="div"
      description={t('form.evidenceNote', { files: EVIDENCE_LIMITS.files, megabytes })}
      error={refused ? t(`form.evidenceRefused.${refused.why}`, { name: refused.name, megabytes, files: EVIDENCE_LIMITS.files }) : null}
    >
      <Group gap="xs" mt={6}>
        <FileButton accept="image/*" onChange={(file) => file && void take([file])} inputProps={{ capture: 'environment' }}>
          {(button) => (
            <Button {...button} variant="default" leftSection={<IconCamera size={18} aria-hidden />}>
              {t('form.photo')}
            </Button>
          )}
        </FileButton>
        <FileButton multiple accept={[...EVIDENCE_TYPES, 'image/*'].join(',')} onChange={(chosen) => void take(chosen)} inputProps={{ 'aria-label': t('form.chooseFiles') }}>
          {(button) => (
            <Button {...button} variant="default" leftSection={<IconPhoto size={18} aria-hidden />}>
              {t('form.chooseFiles')}
            </Button>
          )}
        </FileButton>
      </Group>
      <ul className={classes.files}>
        {sent.map((file) => (
          <li key={file.id}>
            <EvidenceFile activityId={activityId} file={file} />
            <Remove name={file.name} onClick={() => onRemoveSent(file.id)} />
          </li>
        ))}
        {files.map((file) => (
          <li key={file.id}>
            <Text size="sm" component="span">
              {file.type === 'application/pdf' ? <IconFileTypePdf size={16} aria-hidden /> : <IconPhoto size={16} aria-hidden />} {file.name}{' '}
              <span className={classes.quiet}>({t('form.notSent')})</span>
            </Text>
            <Remove name={file.name} onClick={() => onChange(files.filter(({ id }) => id !== file.id))} />
          </li>
        ))}
      </ul>
    </Input.Wrapper>
  );
}

function Remove({ name, onClick }: { name: string; onClick: () => void }) {
  const { t } = useTranslation('activities');
  return (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('form.removeFile', { name })} onClick={onClick}>
      <IconX size={18} aria-hidden />
    </ActionIcon>
  );
}
