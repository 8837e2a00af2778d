import { SKP_LIMITS, type SkpDetail } from '@ekinerja/contracts/skp';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { skpDetail, useSkpChange, type SkpChange } from './queries';

/** The evaluator determines or returns; the owner may take back what is not decided yet. */
export function EvaluatorActions({ skp, own }: { skp: SkpDetail; own: boolean }) {
  const { t } = useTranslation('skp');
  const client = useQueryClient();
  const [returning, setReturning] = useState(false);
  const change = useSkpChange(skp.id);
  const may = (action: string) => skp.actions.includes(action);
  const act = (next: SkpChange) =>
    change.mutate(next, {
      onSuccess: () => {
        setReturning(false);
        announce(t(`done.${next.kind}`));
      },
    });
  const notice = (
    <ErrorNotice
      error={change.error}
      onReload={() =>
        void client.invalidateQueries({ queryKey: skpDetail(skp.id).queryKey }).then(() => change.reset())
      }
    />
  );
  if (own) {
    return skp.status === 'submitted' ? (
      <Section title={t('wait.title')} note={t('wait.note', { name: skp.evaluator?.personName ?? '' })}>
        <Stack gap="sm">
          {notice}
          {may('withdraw') ? (
            <Group>
              <Button
                variant="default"
                loading={change.isPending}
                onClick={() => act({ kind: 'withdraw', version: skp.version })}
              >
                {t('wait.withdraw')}
              </Button>
            </Group>
          ) : null}
        </Stack>
      </Section>
    ) : null;
  }
  if (!may('determine') && !may('return')) return null;
  return (
    <Section title={t('decide.title')} note={t('decide.note')}>
      <Stack gap="sm">
        {notice}
        {returning ? (
          <ConfirmReason
            label={t('decide.reason')}
            description={t('decide.reasonNote')}
            phrases={t('decide.phrases', { returnObjects: true }) as string[]}
            confirm={t('decide.return')}
            min={5}
            max={SKP_LIMITS.note}
            busy={change.isPending}
            onConfirm={(reason) => act({ kind: 'return', version: skp.version, reason })}
            onCancel={() => setReturning(false)}
          />
        ) : (
          <Group>
            <Button
              leftSection={<IconCircleCheck size={18} aria-hidden />}
              loading={change.isPending}
              onClick={() => act({ kind: 'determine', version: skp.version })}
            >
              {t('decide.determine')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={18} aria-hidden />}
              disabled={change.isPending}
              onClick={() => setReturning(true)}
            >
              {t('decide.return')}
            </Button>
          </Group>
        )}
        <Text size="sm" c="dimmed">
          {t('decide.after')}
        </Text>
      </Stack>
    </Section>
  );
}
