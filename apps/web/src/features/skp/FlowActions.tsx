import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { ClosingForm } from './ClosingForm';
import { DetermineForm } from './DetermineForm';
import { skpDetail, useSkpStep, type Step } from './queries';
import { ReturnForm } from './ReturnForm';
import { ReviewForm } from './ReviewForm';
import { VerifyForm } from './VerifyForm';

type Opened = 'review' | 'return' | 'verify' | 'determine' | 'refuse' | 'settle' | 'amend' | 'reopen' | 'close' | 'attain' | null;

/** What the reader may do next, as the flow of the regulation has it; each form stands in place. */
export function FlowActions({ skp, own }: { skp: SkpDetail; own: boolean }) {
  const { t } = useTranslation('skp');
  const client = useQueryClient();
  const [opened, setOpened] = useState<Opened>(null);
  const step = useSkpStep(skp.id);
  const may = (action: string) => skp.actions.includes(action);
  const act = (next: Omit<Step, 'version'>) =>
    step.mutate(
      { ...next, version: skp.version },
      {
        onSuccess: () => {
          setOpened(null);
          announce(t(`done.${next.step}`));
        },
      },
    );
  const shown = ['withdraw', 'review', 'agree', 'verify', 'determine', 'return', 'refuse', 'settle', 'reopen', 'close', 'attain'];
  if (!shown.some(may)) return null;
  const common = { skp, busy: step.isPending, onCancel: () => setOpened(null), onStep: act };
  const button = (action: Exclude<Opened, null>, look: 'filled' | 'default' = 'default') => (
    <Button variant={look} disabled={step.isPending} onClick={() => setOpened(action)}>
      {t(`flow.${action}`)}
    </Button>
  );
  const reason = (action: 'refuse' | 'settle' | 'reopen', body: object, danger = false) => (
    <ConfirmReason
      label={t(`flow.reason.${action}`)}
      confirm={t(`flow.${action}`)}
      min={5}
      max={SKP_LIMITS.note}
      busy={step.isPending}
      danger={danger}
      onConfirm={(text) => act({ step: action, body: { ...body, reason: text } })}
      onCancel={() => setOpened(null)}
    />
  );
  return (
    <Section
      title={t(own ? 'flow.ownTitle' : 'flow.title')}
      note={t(`flow.now.${skp.status}`, { name: skp.evaluator?.personName ?? '' })}
    >
      <Stack gap="sm">
        <ErrorNotice
          error={step.error}
          onReload={() =>
            void client.invalidateQueries({ queryKey: skpDetail(skp.id).queryKey }).then(() => step.reset())
          }
        />
        {opened === 'review' ? <ReviewForm {...common} /> : null}
        {opened === 'return' ? <ReturnForm {...common} step="return" /> : null}
        {opened === 'amend' ? <ReturnForm {...common} step="settle" extra={{ outcome: 'amend' }} /> : null}
        {opened === 'verify' ? <VerifyForm {...common} /> : null}
        {opened === 'determine' ? <DetermineForm {...common} /> : null}
        {opened === 'close' ? <ClosingForm {...common} step="close" /> : null}
        {opened === 'attain' ? <ClosingForm {...common} step="attainments" /> : null}
        {opened === 'refuse' ? reason('refuse', {}, true) : null}
        {opened === 'settle' ? reason('settle', { outcome: 'determine' }) : null}
        {opened === 'reopen' ? reason('reopen', {}, true) : null}
        {opened === null ? (
          <Group gap="xs">
            {may('review') ? button('review', 'filled') : null}
            {may('agree') ? (
              <Button loading={step.isPending} onClick={() => act({ step: 'agree' })}>
                {t('flow.agree')}
              </Button>
            ) : null}
            {may('verify') && skp.form.flow.verification ? button('verify') : null}
            {may('determine') ? button('determine', 'filled') : null}
            {may('settle') ? button('settle', 'filled') : null}
            {may('settle') ? button('amend') : null}
            {may('return') ? button('return') : null}
            {may('refuse') ? button('refuse') : null}
            {may('reopen') ? button('reopen') : null}
            {may('attain') ? button('attain', 'filled') : null}
            {may('close') ? button('close') : null}
            {may('withdraw') ? (
              <Button variant="default" loading={step.isPending} onClick={() => act({ step: 'withdraw' })}>
                {t('flow.withdraw')}
              </Button>
            ) : null}
          </Group>
        ) : null}
        {may('refuse') ? (
          <Text size="sm" c="dimmed">
            {t('flow.refuseNote')}
          </Text>
        ) : null}
      </Stack>
    </Section>
  );
}
