import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { versionText } from './draft-queries';
import { SourceText } from './SourceText';

/** The text of one version as it was enacted. */
export default function VersionPage() {
  const { t } = useTranslation('drafts');
  const { kind = '', versionId = '', revision = '0' } = useParams();
  const query = useQuery(versionText(kind, versionId, revision));
  return (
    <>
      <PageTitle title={t('history.textOf', { id: versionId })}>
        <Button component={Link} to={`/regulasi/${kind}/riwayat`} variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('history.backToHistory')}
        </Button>
      </PageTitle>
      <Loaded query={query} shape="text" rows={20}>
        {({ text }) => (
          <Section title={t('history.text')}>
            <SourceText title={t('facts.text')} text={text} open />
          </Section>
        )}
      </Loaded>
    </>
  );
}
