import { ACTIVITY_LIMITS, type WaitingActivity } from '@ekinerja/contracts/activities';
import { Anchor, Button, Checkbox, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDeadline, formatDecimal, formatMinutes } from '../../lib/format';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { StatusBadge } from '../../ui/StatusBadge';
import classes from './Approvals.module.css';
import type { PersonGroupProps } from './PersonGroup';

type WaitingRowProps = Omit<PersonGroupProps, 'person' | 'busy' | 'onAcceptAll'> & { entry: WaitingActivity };

export function WaitingRow({ entry, active, selected, refusing, refusal, ...on }: WaitingRowProps) {
  const { t } = useTranslation(['approvals', 'shell']);
  const { min, max } = ACTIVITY_LIMITS.reason;
  const isRefusing = refusing === entry.id;
  return (
    <article
      id={`kegiatan-${entry.id}`}
      className={classes.row}
      data-active={entry.id === active}
      tabIndex={entry.id === active ? 0 : -1}
      aria-label={`${entry.startTime}–${entry.endTime}, ${entry.description}`}
      onFocus={() => on.onActivate(entry.id)}
    >
      <Checkbox
        className={classes.check ?? ''}
        size="md"
        aria-label={t('select', { what: entry.description })}
        checked={selected.has(entry.id)}
        onChange={(event) => on.onSelect([entry.id], event.currentTarget.checked)}
      />
      <div className={classes.body}>
        <div>
          <Text style={{ whiteSpace: 'pre-line' }}>{entry.description}</Text>
          <Text size="sm" c="dimmed">
            {entry.startTime}–{entry.endTime} ({formatMinutes(entry.minutes)}) ·{' '}
            {formatDecimal(entry.outputQuantity)} {entry.outputUnit} · {t(`task.${entry.task}`)}
          </Text>
          <Text size="sm" c="dimmed">
            {entry.skpResultTitle}
          </Text>
          <Text size="sm" component="div">
            {entry.overdue ? <StatusBadge status="overdue" size="md" mr={6} /> : null}
            {entry.dueAt ? t('due', { at: formatDeadline(entry.dueAt) }) : null}{' '}
            {entry.evidenceLink ? (
              <Anchor href={entry.evidenceLink} target="_blank" rel="noreferrer noopener" fz="inherit">
                {t('evidence')}
              </Anchor>
            ) : null}
          </Text>
        </div>
        {isRefusing ? null : (
          <div className={classes.buttons}>
            <Button leftSection={<IconCheck size={18} aria-hidden />} onClick={() => on.onAccept(entry)}>
              {t('accept')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconX size={18} aria-hidden />}
              onClick={() => on.onRefuse(entry.id)}
            >
              {t('refuse')}
            </Button>
          </div>
        )}
      </div>
      {isRefusing ? (
        <div className={classes.under}>
          <ErrorNotice error={refusal.error} mb="xs" />
          <ConfirmReason
            label={t('reason.label')}
            description={t('reason.note')}
            phrases={t('reason.phrases', { returnObjects: true }) as string[]}
            confirm={t('refuse')}
            min={min}
            max={max}
            danger
            busy={refusal.busy}
            onConfirm={(reason) => on.onRefused(entry, reason)}
            onCancel={() => on.onRefuse(null)}
          />
        </div>
      ) : null}
    </article>
  );
}
