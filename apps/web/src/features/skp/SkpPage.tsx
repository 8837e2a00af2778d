import { Alert, Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowBackUp, IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useProfile } from '../../lib/session';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { EvaluatorActions } from './EvaluatorActions';
import { skpDetail } from './queries';
import { SkpEditor } from './SkpEditor';
import { SkpFacts } from './SkpFacts';
import { SkpFindings } from './SkpFindings';
import { SkpResults } from './SkpResults';

export default function SkpPage() {
  const { t } = useTranslation(['skp', 'shell']);
  const { id = '' } = useParams();
  const query = useQuery(skpDetail(id));
  const profile = useProfile();
  return (
    <Loaded query={query} shape="form">
      {(skp) => {
        const own = skp.employmentId === profile.employment?.id;
        const edits = own && skp.actions.includes('save');
        return (
          <>
            <Anchor
              component={Link}
              to={own ? '/skp' : '/persetujuan'}
              display="inline-flex"
              style={{ gap: 6, alignItems: 'center', minHeight: 32 }}
            >
              <IconArrowLeft size={16} aria-hidden /> {t(own ? 'list.title' : 'toApprovals')}
            </Anchor>
            <PageTitle
              title={
                own ? t('title', { year: skp.year }) : t('titleOf', { name: skp.personName, year: skp.year })
              }
              note={skp.postName}
            />
            <Stack>
              {skp.returnReason && skp.status === 'returned' ? (
                <Alert color="orange" icon={<IconArrowBackUp size={20} aria-hidden />} title={t('returned')}>
                  {skp.returnReason}
                </Alert>
              ) : null}
              <SkpFacts skp={skp} />
              <SkpFindings findings={skp.findings} />
              {edits ? (
                <SkpEditor key={skp.id} skp={skp} />
              ) : (
                <Section title={t('results')}>
                  <SkpResults results={skp.results} />
                </Section>
              )}
              <EvaluatorActions skp={skp} own={own} />
            </Stack>
          </>
        );
      }}
    </Loaded>
  );
}
