import { REGULATION_LIMITS, type RegulationDraft } from '@ekinerja/contracts/regulations';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconSend, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstant } from '../../lib/format';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useDraftStep } from './draft-queries';
import { ProposeForm } from './ProposeForm';

type Opened = 'propose' | 'confirm' | 'refuse' | 'withdraw' | null;

/** The one next step of a draft, by its state and by who looks. */
export function DraftActions({ draft, onReload }: { draft: RegulationDraft; onReload: () => void }) {
  const { t } = useTranslation('drafts');
  const step = useDraftStep(draft);
  const [opened, setOpened] = useState<Opened>(null);
  const { status, mayDecide, proposal, refusal } = draft;
  if (status !== 'draft' && status !== 'proposed') return null;
  const close = () => {
    setOpened(null);
    step.reset();
  };
  const reload = () => {
    close();
    onReload();
  };
  return (
    <Section title={t(status === 'draft' ? 'next.draft' : mayDecide ? 'next.decide' : 'next.wait')} note={t(status === 'draft' ? 'next.draftNote' : mayDecide ? 'next.decideNote' : 'next.waitNote')}>
      <Stack gap="sm">
        {proposal ? (
          <Text>
            {t('next.proposal', { name: proposal.by, at: formatInstant(proposal.at), date: formatDate(proposal.from), revision: t(`revision.${proposal.revision}`), reason: proposal.reason })}
          </Text>
        ) : null}
        {status === 'draft' && refusal ? (
          <Alert color="orange" title={t('next.refused', { name: refusal.by, at: formatInstant(refusal.at) })}>
            {refusal.reason}
          </Alert>
        ) : null}
        {draft.casesFailed > 0 ? <Alert color="red" title={t('next.casesFailed', { count: draft.casesFailed })}>{t('next.casesFailedText')}</Alert> : null}
        {opened === null ? (
          <Group gap="xs">
            {status === 'draft' ? (
              <Button leftSection={<IconSend size={18} aria-hidden />} disabled={draft.casesFailed > 0} onClick={() => setOpened('propose')}>
                {t('next.propose')}
              </Button>
            ) : null}
            {mayDecide ? (
              <>
                <Button leftSection={<IconCheck size={18} aria-hidden />} onClick={() => setOpened('confirm')}>
                  {t('next.confirm')}
                </Button>
                <Button variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={() => setOpened('refuse')}>
                  {t('next.refuse')}
                </Button>
              </>
            ) : null}
            <Button variant="default" leftSection={<IconArrowBackUp size={18} aria-hidden />} onClick={() => setOpened('withdraw')}>
              {t('next.withdraw')}
            </Button>
          </Group>
        ) : opened === 'propose' ? (
          <ProposeForm draft={draft} step={step} onReload={reload} onCancel={close} />
        ) : (
          <>
            <ErrorNotice error={step.error} onReload={reload} />
            <ConfirmReason
              label={t(`reason.${opened}`)}
              confirm={t(`next.${opened}`)}
              min={REGULATION_LIMITS.reason.min}
              max={REGULATION_LIMITS.reason.max}
              busy={step.isPending}
              danger={opened !== 'confirm'}
              onConfirm={(reason) => step.mutate({ step: opened, reason }, { onSuccess: close })}
              onCancel={close}
            />
          </>
        )}
      </Stack>
    </Section>
  );
}
