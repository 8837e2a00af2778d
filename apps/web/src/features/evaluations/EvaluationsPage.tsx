import type { EvaluationsDue } from '@ekinerja/contracts/evaluations';
import { Alert, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCalendarTime, IconClockExclamation, IconLock, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMonth } from '../../lib/filters';
import { addMonths, formatDate, formatDeadline, formatMonth, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { MonthPicker } from '../../ui/MonthPicker';
import { PageTitle } from '../../ui/PageTitle';
import { EvaluationCard } from './EvaluationCard';
import { OrganisationCard } from './OrganisationCard';
import { evaluationsDue } from './queries';

export default function EvaluationsPage() {
  const { t } = useTranslation('evaluations');
  const { today } = useProfile();
  // In the first days of a month the month before is the one to rate.
  const [month, setMonth, current] = useMonth(
    Number(today.slice(8)) <= 20 ? addMonths(monthOf(today), -1) : undefined,
  );
  const query = useQuery(evaluationsDue(month));
  return (
    <>
      <PageTitle title={t('title')} note={t('note', { month: formatMonth(month) })}>
        <MonthPicker value={month} onChange={setMonth} max={current} />
      </PageTitle>
      <Loaded query={query}>{(due) => <Due key={due.month} due={due} />}</Loaded>
    </>
  );
}

function Due({ due }: { due: EvaluationsDue }) {
  const { t } = useTranslation('evaluations');
  const { today } = useProfile();
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
        <OrganisationCard key={`${unit.unitId}.${unit.version}`} unit={unit} open={!due.closed} />
      ))}
      {due.items.length > 0 ? (
        <div>
          <Text id="kemajuan" mb={4}>
            {t('progress', { done, total: due.items.length })}
          </Text>
          <Progress.Root size="lg">
            <Progress.Section value={(done / due.items.length) * 100} aria-labelledby="kemajuan" />
          </Progress.Root>
        </div>
      ) : (
        <EmptyState icon={IconUsers} title={t('empty')} text={t('emptyText')} />
      )}
      {due.items.map((item) => (
        <EvaluationCard
          key={item.employmentId}
          item={item}
          month={due.month}
          open={open}
          ownLimit={item.dueAt !== due.dueAt}
        />
      ))}
    </Stack>
  );
}
