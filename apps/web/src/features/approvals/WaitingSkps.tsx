import type { SkpItem } from '@ekinerja/contracts/skp';
import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import classes from './Approvals.module.css';
import { skpChanges, skpDisputes, skpsToReview, waitingSkps } from './queries';

/** Absent while nothing waits: the daily list is what this page is for. */
export function WaitingSkps() {
  const query = useQuery(waitingSkps);
  const disputes = useQuery(skpDisputes);
  const changes = useQuery(skpChanges);
  const error = query.error ?? disputes.error ?? changes.error;
  if (error) return <ErrorNotice error={error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <SkpLines word="disputes" items={disputes.data ?? []} />
      <SkpLines word="title" items={query.data?.items ?? []} />
      <WaitingChanges items={changes.data?.items ?? []} />
    </>
  );
}

/** What the performance manager reviews. */
export function SkpsToReview() {
  const query = useQuery(skpsToReview);
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <SkpLines word="review" items={query.data?.items ?? []} />;
}

function SkpLines({ word, items }: { word: 'title' | 'review' | 'disputes'; items: readonly SkpItem[] }) {
  const { t } = useTranslation('approvals');
  if (items.length === 0) return null;
  return (
    <Section title={t(`skp.${word}`, { count: items.length })} note={t('skp.note')}>
      <ul className={classes.plain}>
        {items.map((skp) => (
          <li key={skp.id} className={classes.line}>
            <div>
              <Anchor component={Link} to={`/skp/${skp.id}`} fw={600}>
                {t('skp.of', { name: skp.personName, year: skp.year })}
              </Anchor>
              <Text size="sm" c="dimmed">
                {skp.postName}
              </Text>
            </div>
            <Group gap={6}>
              {skp.late ? <StatusBadge status="late" /> : null}
              <StatusBadge status={skp.status} />
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface WaitingChange {
  id: string;
  personName: string;
  reason: string;
  dueAt: string | null;
  overdue: boolean;
}
function WaitingChanges({ items }: { items: readonly WaitingChange[] }) {
  const { t } = useTranslation('approvals');
  if (items.length === 0) return null;
  return (
    <Section title={t('skp.changes', { count: items.length })}>
      <ul className={classes.plain}>
        {items.map((change) => (
          <li key={change.id} className={classes.line}>
            <div>
              <Anchor component={Link} to={`/skp/perubahan/${change.id}`} fw={600}>
                {t('skp.change', { name: change.personName, reason: change.reason })}
              </Anchor>
              {change.dueAt ? (
                <Text size="sm" c="dimmed">
                  {t('due', { at: formatInstant(change.dueAt) })}
                </Text>
              ) : null}
            </div>
            {change.overdue ? <StatusBadge status="overdue" /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
