import type { RegulationVersion } from '@ekinerja/contracts/regulations';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDate, formatInstant, formatNumber } from '../../lib/format';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { versionsOf } from './draft-queries';

/** Every version of one kind that was ever law, newest first: when, by whom, and how much of it is its own. */
export default function HistoryPage() {
  const { t } = useTranslation(['drafts', 'regulations']);
  const { kind = '' } = useParams();
  const query = useQuery(versionsOf(kind));
  return (
    <>
      <PageTitle title={t('history.title', { kind: t(`regulations:kind.${kind}`) })} note={t('history.note')}>
        <Button component={Link} to={`/regulasi/${kind}`} variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('history.back')}
        </Button>
      </PageTitle>
      <Loaded query={query} shape="cards">
        {(versions) => (
          <Stack>
            {versions.map((version) => (
              <Version key={`${version.id}.${version.revision}`} version={version} />
            ))}
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function Version({ version }: { version: RegulationVersion }) {
  const { t } = useTranslation(['drafts', 'regulations']);
  const { id, revision, kind, holds, own, inherited } = version;
  const text = (
    <Anchor component={Link} to={`/regulasi/${kind}/riwayat/${encodeURIComponent(id)}/${revision}`}>
      {t('history.text')}
    </Anchor>
  );
  return (
    <Section
      title={version.title}
      note={revision > 0 ? t('history.revision', { number: revision, kind: t(`revision.${version.revisionKind}`) }) : null}
      actions={version.inForce ? <StatusBadge status="enacted" word={t('history.inForce')} /> : null}
    >
      <Facts
        items={[
          {
            label: t('history.holds'),
            value: holds ? (holds.to ? t('regulations:inForceUntil', { from: formatDate(holds.from), to: formatDate(holds.to) }) : t('regulations:inForce', { from: formatDate(holds.from) })) : t('history.never'),
          },
          {
            label: t('history.enacted'),
            value: version.enactedBy ? t('list.byAt', { name: version.enactedBy, at: formatInstant(version.enactedAt) }) : t('history.delivered'),
          },
          ...(version.proposedBy ? [{ label: t('history.proposed'), value: `${version.proposedBy}: ${version.proposedReason ?? ''}` }] : []),
          ...(version.enactedReason ? [{ label: t('history.reason'), value: version.enactedReason }] : []),
          ...(own === null || inherited === null ? [] : [{ label: t('history.values'), value: t('history.counts', { own: formatNumber(own), inherited: formatNumber(inherited) }) }]),
          { label: t('history.source'), value: text },
        ]}
      />
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('history.hash')} {version.sourceHash}
      </Text>
    </Section>
  );
}
