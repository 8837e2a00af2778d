import type { Evaluation } from '@ekinerja/contracts/evaluations';
import { EVALUATION_LIMITS } from '@ekinerja/contracts/evaluations';
import { Button, Group, Text } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { DownloadButton } from '../../ui/DownloadButton';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useHandOver } from './queries';

/** Whether the document reached the employee; one who does not confirm in the portal is handed the paper (TL 35(a)). */
export function Delivery({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation('evaluations');
  const [handing, setHanding] = useState(false);
  const handOver = useHandOver();
  const { receipt } = evaluation;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {receipt ? t(receipt.mode === 'confirmed' ? 'own.received' : 'own.handedOver', { at: formatInstant(receipt.receivedAt), note: receipt.note ?? '' }) : t('own.notReceived')}
      </Text>
      {handing ? (
        <ConfirmReason
          label={t('handOver.label')}
          description={t('handOver.description')}
          confirm={t('handOver.confirm')}
          min={5}
          max={EVALUATION_LIMITS.note}
          busy={handOver.isPending}
          onConfirm={(note) =>
            handOver.mutate(
              { evaluation, note },
              {
                onSuccess: () => {
                  setHanding(false);
                  announce(t('handOver.done'));
                },
              },
            )
          }
          onCancel={() => setHanding(false)}
        />
      ) : (
        <Group gap="xs" mt={4}>
          <DownloadButton path={`/evaluations/${evaluation.id}/evaluation.pdf`} fileName="evaluasi.pdf">
            {t('own.print')}
          </DownloadButton>
          {receipt ? null : (
            <Button variant="default" leftSection={<IconFileCheck size={18} aria-hidden />} onClick={() => setHanding(true)}>
              {t('handOver.open')}
            </Button>
          )}
        </Group>
      )}
      <ErrorNotice error={handOver.error} mt="xs" />
    </div>
  );
}
