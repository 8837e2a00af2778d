import type { Evaluation } from '@ekinerja/contracts/evaluations';
import type { ObjectionWindow } from '@ekinerja/contracts/objections';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconCheck, IconPrinter, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { download } from '../../lib/api';
import { formatDeadline, formatDecimal, formatInstant, formatMonth } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { Why } from '../../ui/Why';
import { determinedWords } from './determined-words';
import { formerVersions, useConfirmReceipt } from './queries';

export function OwnResult({ evaluation, window }: { evaluation: Evaluation; window: ObjectionWindow | undefined }) {
  const { t } = useTranslation(['evaluations', 'shell']);
  const { kind, month, predicate, score, receipt } = evaluation;
  const confirm = useConfirmReceipt();
  const print = useMutation({ mutationFn: () => download(`/evaluations/${evaluation.id}/evaluation.pdf`, 'evaluasi.pdf') });
  const title = t(`own.${kind}`, { month: formatMonth(month), year: month.slice(0, 4) });
  return (
    <Section
      title={title}
      note={determinedWords(t, evaluation)}
      actions={<StatusBadge status={predicate} word={score ? `${t(`shell:status.${predicate}`)} (${formatDecimal(score)})` : undefined} />}
    >
      <Stack gap="sm">
        <Group gap="xs">
          <Text>
            {[evaluation.resultRating, evaluation.behaviourRating].every(Boolean)
              ? `${t('field.workRating')}: ${t(`shell:status.${evaluation.resultRating}`)} · ${t('field.behaviourRating')}: ${t(`shell:status.${evaluation.behaviourRating}`)}`
              : null}
          </Text>
          <Why title={`${title}: ${t(`shell:status.${predicate}`)}`} steps={evaluation.derivation} />
        </Group>
        {evaluation.note ? <Said label={t('own.noteOf')} text={evaluation.note} /> : null}
        {evaluation.recommendation ? <Said label={t('own.recommendation')} text={evaluation.recommendation} /> : null}
        {evaluation.underObjection ? <Alert color="blue" icon={<IconScale aria-hidden />} title={t('own.underObjection')} /> : null}
        {evaluation.origin === 'objection' ? <Alert color="teal" icon={<IconScale aria-hidden />} title={t('own.byObjection')} /> : null}
        <Text size="sm" c="dimmed">
          {receipt
            ? t(receipt.mode === 'confirmed' ? 'own.received' : 'own.handedOver', { at: formatInstant(receipt.receivedAt), note: receipt.note ?? '' })
            : t('own.notReceived')}{' '}
          {window?.refusal === null && window.until ? t('own.until', { at: formatDeadline(window.until) }) : null}{' '}
          {window?.refusal === 'late' && window.until ? t('own.late', { at: formatDeadline(window.until) }) : null}{' '}
          {(window?.refusal === null || window?.refusal === 'late') && window.cite ? <Cite cite={window.cite} /> : null}
        </Text>
        <Group gap="xs">
          {receipt ? null : (
            <Button
              leftSection={<IconCheck size={18} aria-hidden />}
              loading={confirm.isPending}
              onClick={() => confirm.mutate(evaluation, { onSuccess: () => announce(t('own.confirmed')) })}
            >
              {t('own.confirm')}
            </Button>
          )}
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} loading={print.isPending} onClick={() => print.mutate()}>
            {t('own.print')}
          </Button>
          {window?.refusal === null ? (
            <Button component={Link} to={`/keberatan/ajukan/${evaluation.id}`} variant="subtle" leftSection={<IconScale size={18} aria-hidden />}>
              {t('own.object')}
            </Button>
          ) : null}
        </Group>
        <ErrorNotice error={confirm.error ?? print.error} />
        {evaluation.version > 1 ? <Former id={evaluation.id} /> : null}
      </Stack>
    </Section>
  );
}

function Said({ label, text }: { label: string; text: string }) {
  return (
    <Text style={{ whiteSpace: 'pre-wrap' }}>
      <strong>{label}:</strong> {text}
    </Text>
  );
}

function Former({ id }: { id: string }) {
  const { t } = useTranslation(['evaluations', 'shell']);
  const { data = [] } = useQuery(formerVersions(id));
  return (
    <div>
      <Text fw={600} size="sm">
        {t('own.former')}
      </Text>
      {data.map((former) => (
        <Text key={former.version} size="sm" c="dimmed">
          {t('own.formerLine', {
            version: former.version,
            predicate: t(`shell:status.${former.predicate}`),
            name: former.evaluatorName,
            at: formatInstant(former.replacedAt),
          })}
          {former.reason ? ` – ${former.reason}` : ''}
        </Text>
      ))}
    </div>
  );
}
