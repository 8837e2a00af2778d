import { ACTIVITY_LIMITS, type WaitingActivity } from '@ekinerja/contracts/activities';
import { Anchor, Button, Checkbox, Text } from '@mantine/core';
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { lazy, memo, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDeadline, formatDecimal, formatMinutes } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loading } from '../../ui/Loading';
import { StatusBadge } from '../../ui/StatusBadge';
import classes from './Approvals.module.css';
import { Previews } from './Previews';
import type { PersonGroupProps } from './PersonGroup';

/** Come when a row is refused or corrected, and are fetched while the list is read. */
export const fetchForms = () => Promise.all([import('./CorrectForm'), import('../../ui/ConfirmReason')]);
const CorrectForm = lazy(async () => ({ default: (await import('./CorrectForm')).CorrectForm }));
const ConfirmReason = lazy(async () => ({ default: (await import('../../ui/ConfirmReason')).ConfirmReason }));

interface WaitingRowProps {
  entry: WaitingActivity;
  isActive: boolean;
  isSelected: boolean;
  isRefusing: boolean;
  isCorrecting: boolean;
  /** Of the refusal or correction of this row. */
  busy: boolean;
  error: unknown;
  on: Pick<
    PersonGroupProps,
    'onSelect' | 'onActivate' | 'onAccept' | 'onRefuse' | 'onRefused' | 'onCorrect' | 'onCorrected'
  >;
}

/** Drawn again only when something of its own changes: a key moves through two thousand of them. */
export const WaitingRow = memo(function WaitingRow({
  entry,
  isActive,
  isSelected,
  isRefusing,
  isCorrecting,
  busy,
  error,
  on,
}: WaitingRowProps) {
  const { t } = useTranslation(['approvals', 'shell']);
  const { min, max } = ACTIVITY_LIMITS.reason;
  return (
    <article
      id={`kegiatan-${entry.id}`}
      className={classes.row}
      data-active={isActive}
      tabIndex={isActive ? 0 : -1}
      aria-label={`${entry.startTime}–${entry.endTime}, ${entry.description}`}
      onFocus={() => on.onActivate(entry.id)}
    >
      <Checkbox
        className={classes.check ?? ''}
        size="md"
        aria-label={t('select', { what: entry.description })}
        checked={isSelected}
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
          <Previews entry={entry} />
        </div>
        {isRefusing || isCorrecting ? null : (
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
            {entry.actions.includes('correct') ? (
              <Button
                variant="subtle"
                leftSection={<IconPencil size={18} aria-hidden />}
                onClick={() => on.onCorrect(entry.id)}
              >
                {t('correct.open')}
              </Button>
            ) : null}
          </div>
        )}
      </div>
      {isCorrecting ? (
        <div className={classes.under}>
          <Suspense fallback={<Loading shape="form" rows={3} />}>
            <CorrectForm
              entry={entry}
              busy={busy}
              error={error}
              onCorrected={(body) => on.onCorrected(entry, body)}
              onCancel={() => on.onCorrect(null)}
            />
          </Suspense>
        </div>
      ) : null}
      {isRefusing ? (
        <div className={classes.under}>
          <ErrorNotice error={error} mb="xs" />
          <Suspense fallback={<Loading shape="form" rows={2} />}>
            <ConfirmReason
              label={t('reason.label')}
              description={t('reason.note')}
              phrases={t('reason.phrases', { returnObjects: true }) as string[]}
              confirm={t('refuse')}
              min={min}
              max={max}
              danger
              busy={busy}
              onConfirm={(reason) => on.onRefused(entry, reason)}
              onCancel={() => on.onRefuse(null)}
            />
          </Suspense>
        </div>
      ) : null}
    </article>
  );
});
