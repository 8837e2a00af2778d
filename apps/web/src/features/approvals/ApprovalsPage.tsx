import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../lib/session';
import { PageTitle } from '../../ui/PageTitle';
import { WaitingActivities } from './WaitingActivities';
import { WaitingPlans } from './WaitingPlans';
import { SkpsToReview, WaitingSkps } from './WaitingSkps';

export default function ApprovalsPage() {
  const { t } = useTranslation('approvals');
  const decides = useCan('activities.decide');
  const determines = useCan('skp.determine');
  const reviews = useCan('skp.review');
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Stack>
        {reviews ? <SkpsToReview /> : null}
        {determines ? <WaitingSkps /> : null}
        {determines ? <WaitingPlans /> : null}
        {decides ? <WaitingActivities /> : null}
      </Stack>
    </>
  );
}
