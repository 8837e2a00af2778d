import { PREDICATES } from '@ekinerja/contracts/basics';
import type { PublishedReport } from '@ekinerja/contracts/oversight';
import { Text } from '@mantine/core';
import { IconReport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate, formatNumber } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import { OpenPage } from './OpenPage';
import { publishedReports } from './queries';

/** KS 29: chosen results of monitoring, counts without people; for anybody where the regulation opens the page. */
export default function PublishedPage() {
  const { t } = useTranslation('verify');
  return (
    <OpenPage title={t('published.title')} note={t('published.note')} also={{ to: '/verifikasi', label: t('published.verify') }}>
      <Loaded query={useQuery(publishedReports)} shape="cards" rows={2}>
        {(reports) =>
          reports.length === 0 ? (
            <EmptyState icon={IconReport} title={t('published.empty')} text={t('published.emptyText')} />
          ) : (
            <>
              {reports.map((report) => (
                <Report key={`${report.kind} ${report.period}`} report={report} />
              ))}
            </>
          )
        }
      </Loaded>
    </OpenPage>
  );
}

function Report({ report: { kind, period, publishedOn, medium, figures } }: { report: PublishedReport }) {
  const { t } = useTranslation('verify');
  const shown = PREDICATES.filter((predicate) => figures.predicates[predicate]);
  return (
    <Section title={`${t(`published.kind.${kind}`)} ${period}`} note={t(medium === null ? 'published.since' : 'published.in', { date: formatDate(publishedOn), medium })}>
      <Facts
        items={[
          { label: t('published.people'), value: formatNumber(figures.people) },
          { label: t('published.planned'), value: formatNumber(figures.planned) },
          { label: t('published.recorded'), value: formatNumber(figures.recorded) },
          { label: t('published.entries'), value: formatNumber(figures.entries) },
          { label: t('published.accepted'), value: formatNumber(figures.accepted) },
          { label: t('published.evaluated'), value: formatNumber(figures.evaluated) },
        ]}
      />
      {shown.length > 0 ? (
        <Text size="sm" mt="sm">
          {t('published.predicates')}: {shown.map((predicate) => `${t(`published.predicate.${predicate}`)} ${formatNumber(figures.predicates[predicate]!)}`).join(' · ')}
        </Text>
      ) : null}
    </Section>
  );
}
