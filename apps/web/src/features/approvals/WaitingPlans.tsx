import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import classes from './Approvals.module.css';
import { waitingPlans } from './queries';

/** Work plans of subordinates that wait for verification; absent while there are none. */
export function WaitingPlans() {
  const { t } = useTranslation('approvals');
  const query = useQuery(waitingPlans);
  const items = query.data?.items ?? [];
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (items.length === 0) return null;
  return (
    <Section title={t('plans.title', { count: items.length })}>
      <ul className={classes.plain}>
        {items.map((plan) => (
          <li key={plan.skpId} className={classes.line}>
            <div>
              <Anchor component={Link} to={`/skp/${plan.skpId}/rencana`} fw={600}>
                {t('plans.of', { name: plan.personName, year: plan.year })}
              </Anchor>
              <Text size="sm" c="dimmed">
                {[plan.postName, formatInstant(plan.submittedAt)].filter(Boolean).join(' · ')}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
