import { FOLLOW_UP_LIMITS } from '@ekinerja/contracts/follow-up';
import { Button, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/ErrorNotice';

interface ReportNoteProps {
  action: string;
  icon: ReactNode;
  busy: boolean;
  error: unknown;
  disabled?: boolean;
  /** What was written beside it; null where nothing was. */
  onSend: (note: string | null) => void;
}

/** A report goes on to whoever is next, with a note or without. */
export function ReportNote({ action, icon, busy, error, disabled = false, onSend }: ReportNoteProps) {
  const { t } = useTranslation('follow-up');
  const [note, setNote] = useState('');
  return (
    <Stack gap="sm" align="flex-start">
      <Textarea
        label={t('report.note')}
        autosize
        minRows={1}
        maxLength={FOLLOW_UP_LIMITS.text}
        w="100%"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ErrorNotice error={error} />
      <Button
        leftSection={icon}
        loading={busy}
        disabled={disabled}
        onClick={() => onSend(note.trim() || null)}
      >
        {action}
      </Button>
    </Stack>
  );
}
