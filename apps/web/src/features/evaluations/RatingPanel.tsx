import type { EvaluationInputs, EvaluationKind, EvaluationsDue } from '@ekinerja/contracts/evaluations';
import { Alert, Group, Progress, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCalendarTime, IconClockExclamation, IconLock, IconUsers } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMonth } from '../../lib/filters';
import { addMonths, formatDate, formatDeadline, formatMonth, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { MonthPicker } from '../../ui/MonthPicker';
import { useYear, YearPicker } from '../../ui/YearPicker';
import { BulkRating } from './BulkRating';
import classes from './Curve.module.css';
import { CurvePanel } from './CurvePanel';
import { EvaluationCard } from './EvaluationCard';
import { OrganisationCard } from './OrganisationCard';
import { PartCard } from './PartCard';
import { evaluationsDue } from './queries';

/** The period to rate: a month, or the whole year. */
export function RatingPanel({ kind }: { kind: EvaluationKind }) {
  const { today } = useProfile();
  // In the first days of a month the month before is the one to rate.
  const [month, setMonth, current] = useMonth(Number(today.slice(8)) <= 20 ? addMonths(monthOf(today), -1) : undefined);
  const [year, setYear] = useYear(today.slice(5, 7) <= '03' ? undefined : today.slice(0, 4));
  const of = kind === 'annual' ? `${year}-12` : month;
  const query = useQuery(evaluationsDue(of, kind));
  return (
    <Stack>
      <Group>
        {kind === 'annual' ? (
          <YearPicker value={year} onChange={setYear} />
        ) : (
          <MonthPicker value={month} onChange={setMonth} max={current} />
        )}
      </Group>
      <Loaded query={query}>{(due) => <Due key={`${due.kind}.${due.month}`} due={due} />}</Loaded>
    </Stack>
  );
}

function Due({ due }: { due: EvaluationsDue }) {
  const { t } = useTranslation('evaluations');
  const { today } = useProfile();
  const [bulk, setBulk] = useState(false);
  const [drafts, setDrafts] = useState<Record<string, EvaluationInputs>>({});
  const draft = useCallback(
    (employmentId: string, inputs: EvaluationInputs | null) =>
      setDrafts(({ [employmentId]: _, ...others }) => (inputs ? { ...others, [employmentId]: inputs } : others)),
    [],
  );
  const done = due.items.filter((item) => item.evaluation !== null).length;
  const open = !due.closed && today >= due.opensOn.slice(0, 10);
  return (
    <Stack>
      {due.closed ? (
        <Alert color="gray" icon={<IconLock aria-hidden />} title={t('closed')}>
          {t('closedText')}
        </Alert>
      ) : open ? null : (
        <Alert color="blue" icon={<IconCalendarTime aria-hidden />} title={t('notYet')}>
          {t('notYetText', { date: formatDate(due.opensOn.slice(0, 10)) })}
        </Alert>
      )}
      {due.dueAt && !due.closed && done < due.items.length ? (
        <Alert
          color={due.late ? 'red' : 'blue'}
          icon={due.late ? <IconClockExclamation aria-hidden /> : <IconCalendarTime aria-hidden />}
          title={t(due.late ? 'late' : 'due', { at: formatDeadline(due.dueAt) })}
        >
          {due.dueCite ? <Cite cite={due.dueCite} /> : null}
        </Alert>
      ) : null}
      {due.organisations.map((unit) => (
        <OrganisationCard key={`${unit.unitId}.${unit.version}`} unit={unit} open={open} />
      ))}
      {due.items.length > 0 ? (
        <>
          <div>
            <Text id="kemajuan" mb={4}>
              {t('progress', { done, total: due.items.length })}
            </Text>
            <Progress.Root size="lg">
              <Progress.Section value={(done / due.items.length) * 100} aria-labelledby="kemajuan" />
            </Progress.Root>
          </div>
          {open && due.items.length > 1 ? (
            <Switch size="md" label={t('bulk.switch')} checked={bulk} onChange={(event) => setBulk(event.currentTarget.checked)} />
          ) : null}
        </>
      ) : (
        <EmptyState icon={IconUsers} title={t('empty')} text={t('emptyText')} />
      )}
      {due.items.length > 0 ? (
        <div className={classes.rating}>
          <div className={classes.beside}>
            <CurvePanel kind={due.kind} month={due.month} drafts={drafts} />
          </div>
          <Stack>
            {bulk && open ? (
              <BulkRating due={due} onDraft={draft} onDone={() => setBulk(false)} />
            ) : (
              due.items.map((item) => (
                <EvaluationCard
                  key={item.employmentId}
                  item={item}
                  kind={due.kind}
                  month={due.month}
                  open={open}
                  ownLimit={item.dueAt !== due.dueAt}
                  onDraft={draft}
                />
              ))
            )}
          </Stack>
        </div>
      ) : null}
      {due.parts.length > 0 ? <Text fw={650}>{t('part.title', { month: formatMonth(due.month) })}</Text> : null}
      {due.parts.map((part) => (
        <PartCard key={part.employmentId} due={part} kind={due.kind} month={due.month} />
      ))}
    </Stack>
  );
}
