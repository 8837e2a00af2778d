import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { LeaderView } from '@ekinerja/contracts/evaluator-acts';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { send } from '../../lib/api';
import { formatDate } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ActForm } from '../../ui/forms/ActForm';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { useLeaderEndFields, useLeaderFields } from './leader-fields';
import { leadersOf } from './queries';

/** TL 1 angka 16: who leads beside the evaluator, also from outside; recorded and ended here, never taken away. */
export function LeadersPanel({ employmentId, name }: { employmentId: Uuid; name: string }) {
  const { t } = useTranslation('employees');
  const { today } = useProfile();
  const mayChange = useCan('organisation.manage');
  const client = useQueryClient();
  const query = useQuery(leadersOf(employmentId, today));
  const [doing, setDoing] = useState<'new' | LeaderView | null>(null);
  const fields = useLeaderFields();
  const endFields = useLeaderEndFields();
  const done = (words: string) => {
    setDoing(null);
    void client.invalidateQueries({ queryKey: ['employees', employmentId] });
    announce(words);
  };
  return (
    <Stack gap="sm">
      <Section
        title={t('leaders.title')}
        note={t('leaders.note')}
        actions={
          mayChange && doing === null ? (
            <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDoing('new')}>
              {t('leaders.new')}
            </Button>
          ) : null
        }
      >
        <Loaded query={query} rows={2}>
          {({ others }) => (others.length === 0 ? <Text c="dimmed">{t('leaders.none')}</Text> : <Others leaders={others} onEnd={mayChange ? setDoing : null} today={today} />)}
        </Loaded>
      </Section>
      {doing === 'new' ? (
        <ActForm
          title={t('leaders.newTitle', { name })}
          fields={fields}
          initial={{ validFrom: today }}
          submit={t('leaders.record')}
          onSubmit={(body, intent) => send<LeaderView>('POST', '/leaders', { body: { ...body, employmentId }, idempotencyKey: intent })}
          onDone={() => done(t('leaders.recorded'))}
          onCancel={() => setDoing(null)}
        />
      ) : doing ? (
        <ActForm
          title={t('leaders.endTitle', { name: doing.leaderName })}
          fields={endFields}
          initial={{ lastDay: today }}
          submit={t('leaders.end')}
          danger
          onSubmit={(body, intent) => send<LeaderView>('POST', `/leaders/${doing.id}/end`, { body, ifMatch: doing.version, idempotencyKey: intent })}
          onDone={() => done(t('leaders.ended'))}
          onCancel={() => setDoing(null)}
          onReload={() => void query.refetch()}
        />
      ) : null}
    </Stack>
  );
}

function Others({ leaders, onEnd, today }: { leaders: LeaderView[]; onEnd: ((leader: LeaderView) => void) | null; today: IsoDate }) {
  const { t } = useTranslation('employees');
  return (
    <ResponsiveTable
      caption={t('leaders.title')}
      rows={leaders}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          title: t('leaders.who'),
          heading: true,
          cell: (leader) => (
            <>
              {leader.leaderEmploymentId ? (
                <Anchor component={Link} to={`/pegawai/${leader.leaderEmploymentId}`}>
                  {leader.leaderName}
                </Anchor>
              ) : (
                leader.leaderName
              )}
              {leader.leaderOffice ? (
                <Text size="sm" c="dimmed" fw={400}>
                  {leader.leaderOffice}
                </Text>
              ) : null}
            </>
          ),
        },
        { key: 'scope', title: t('leaders.scopeTitle'), cell: (leader) => t(`leaders.scope.${leader.scope}`) },
        {
          key: 'time',
          title: t('leaders.time'),
          cell: ({ validFrom, validTo }) => (validTo ? t('detail.fromTo', { from: formatDate(validFrom), to: formatDate(validTo) }) : t('detail.since', { from: formatDate(validFrom) })),
        },
        { key: 'reason', title: t('leaders.reason'), cell: (leader) => leader.reason },
        ...(onEnd
          ? [
              {
                key: 'end',
                title: t('leaders.action'),
                cell: (leader: LeaderView) =>
                  leader.validTo === null || leader.validTo >= today ? (
                    <Button variant="default" size="xs" h={36} onClick={() => onEnd(leader)}>
                      {t('leaders.end')}
                    </Button>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}
