import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmReasonProps {
  label: string;
  description?: string;
  /** Sentences offered; a press fills the field, which stays free to edit. */
  phrases?: readonly string[];
  confirm: string;
  min: number;
  max: number;
  busy?: boolean;
  danger?: boolean;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
  error?: string | undefined;
}

/** A reason, in place: no dialog. The text stays when the server refuses it. */
export function ConfirmReason({
  label,
  description,
  phrases = [],
  confirm,
  min,
  max,
  busy,
  danger,
  onConfirm,
  onCancel,
  error,
}: ConfirmReasonProps) {
  const { t } = useTranslation('shell');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const group = useId();
  const length = reason.trim().length;
  const refusal =
    length < min
      ? t('reason.tooShort', { count: min })
      : length > max
        ? t('reason.tooLong', { count: max })
        : null;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!refusal) onConfirm(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        }
      }}
    >
      <Stack gap="xs">
        {phrases.length > 0 ? (
          <div role="group" aria-labelledby={group}>
            <Text size="sm" c="dimmed" id={group} mb={4}>
              {t('reason.phrases')}
            </Text>
            <Group gap={6}>
              {phrases.map((phrase) => (
                <Button
                  key={phrase}
                  size="compact-sm"
                  h={36}
                  variant="default"
                  fw={400}
                  onClick={() => setReason(phrase)}
                >
                  {phrase}
                </Button>
              ))}
            </Group>
          </div>
        ) : null}
        <Textarea
          label={label}
          description={description}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={max + 50}
          required
          autoFocus
          data-autofocus
          error={(tried && refusal) || error}
        />
        <Group gap="xs">
          <Button type="submit" loading={busy ?? false} {...(danger ? { color: 'red' } : {})}>
            {confirm}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
