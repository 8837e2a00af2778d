import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepForm } from './step-form';

/** The evaluator says that the SKP was held against data and signed documents (KS 17.a). */
export function VerifyForm({ skp, busy, onStep, onCancel }: StepForm) {
  const { t } = useTranslation('skp');
  const [checked, setChecked] = useState(false);
  const [remarks, setRemarks] = useState('');
  return (
    <Stack gap="sm">
      <Checkbox
        label={t('verify.checked', { count: skp.documents.length })}
        checked={checked}
        onChange={(event) => setChecked(event.currentTarget.checked)}
      />
      <Textarea
        label={t('review.remarks')}
        autosize
        maxLength={SKP_LIMITS.note}
        value={remarks}
        onChange={(event) => setRemarks(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          loading={busy}
          disabled={!checked}
          onClick={() => onStep({ step: 'verify', body: { documentsChecked: checked, remarks: remarks.trim() } })}
        >
          {t('flow.verify')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('record.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
