import { Anchor, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconStars } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { OwnResult } from './OwnResult';
import { myEvaluations, objectionWindows } from './queries';

/** What one's evaluators have set: with reasons, receipt, and the way to object. */
export default function OwnResultsPage() {
  const { t } = useTranslation('evaluations');
  const windows = useQuery(objectionWindows).data ?? [];
  return (
    <>
      <PageTitle title={t('own.title')} note={t('own.note')}>
        <Group>
          <Anchor component={Link} to="/hasil/realisasi">
            {t('own.toRealisation')}
          </Anchor>
          <Anchor component={Link} to="/keberatan?bagian=saya">
            {t('own.toObjections')}
          </Anchor>
        </Group>
      </PageTitle>
      <Loaded query={useQuery(myEvaluations)} shape="cards">
        {(evaluations) =>
          evaluations.length === 0 ? (
            <EmptyState icon={IconStars} title={t('own.empty')} text={t('own.emptyText')} />
          ) : (
            <Stack>
              {evaluations.map((evaluation) => (
                <OwnResult key={evaluation.id} evaluation={evaluation} window={windows.find(({ evaluationId }) => evaluationId === evaluation.id)} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}
