import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import classes from './Approvals.module.css';
import { waitingSkps } from './queries';

/** Absent while nothing waits: the daily list is what this page is for. */
export function WaitingSkps() {
  const { t } = useTranslation('approvals');
  const query = useQuery(waitingSkps);
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('skp.title', { count: items.length })} note={t('skp.note')}>
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
