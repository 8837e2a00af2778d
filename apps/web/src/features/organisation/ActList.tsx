import type { Uuid } from '@ekinerja/contracts/basics';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { send } from '../../lib/api';
import { useCan, useProfile } from '../../lib/session';
import { formatDate } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { DownloadButton } from '../../ui/DownloadButton';
import { ActForm } from '../../ui/forms/ActForm';
import type { Field } from '../../ui/forms/fields';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { Term } from './AssignmentTable';
import { useEndFields } from './end-fields';
import { useChanged } from './queries';

interface Act {
  id: Uuid;
  validFrom: string;
  validTo: string | null;
  version: number;
  decreeNumber: string | null;
  decreeDate: string | null;
  decreeFileId: Uuid | null;
}

interface ActListProps<A extends Act> {
  kind: 'delegation' | 'override' | 'authority';
  query: UseQueryResult<A[]>;
  fields: readonly Field[];
  path: string;
  who: (act: A) => { employmentId: Uuid; name: string; nip: string | null };
  about: (act: A) => string;
}

/** Acts of one kind, the latest first: recorded and ended here, never taken away. */
export function ActList<A extends Act>({ kind, query, fields, path, who, about }: ActListProps<A>) {
  const { t } = useTranslation('organisation');
  const mayChange = useCan('organisation.manage');
  const { today } = useProfile();
  const [doing, setDoing] = useState<'new' | A | null>(null);
  const endFields = useEndFields();
  const changed = useChanged();
  const done = (words: string) => {
    setDoing(null);
    changed();
    announce(words);
  };
  const form =
    doing === 'new' ? (
      <ActForm
        title={t(`acts.${kind}.new`)}
        note={t(`acts.${kind}.note`)}
        fields={fields}
        initial={{ validFrom: today }}
        submit={t('acts.record')}
        onSubmit={({ over: _over, ...body }, intent) => send<A>('POST', path, { body, idempotencyKey: intent })}
        onDone={() => done(t('acts.recorded'))}
        onCancel={() => setDoing(null)}
      />
    ) : doing ? (
      <ActForm
        title={t('acts.endTitle', { name: who(doing).name })}
        fields={endFields}
        initial={{ lastDay: today }}
        submit={t('form.end')}
        danger
        onSubmit={(body, intent) => send<A>('POST', `${path}/${doing.id}/end`, { body, ifMatch: doing.version, idempotencyKey: intent })}
        onDone={() => done(t('acts.ended'))}
        onCancel={() => setDoing(null)}
        onReload={() => void query.refetch()}
      />
    ) : null;
  return (
    <Stack gap="sm">
      <Section
        title={t(`acts.${kind}.title`)}
        note={t(`acts.${kind}.note`)}
        actions={
          mayChange && doing === null ? (
            <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDoing('new')}>
              {t(`acts.${kind}.new`)}
            </Button>
          ) : null
        }
      >
        <Loaded query={query} rows={2}>
          {(acts) =>
            acts.length === 0 ? (
              <Text c="dimmed">{t(`acts.${kind}.none`)}</Text>
            ) : (
              <ResponsiveTable
                caption={t(`acts.${kind}.title`)}
                rows={acts}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'who',
                    title: t('person'),
                    heading: true,
                    cell: (act) => (
                      <>
                        <Anchor component={Link} to={`/pegawai/${who(act).employmentId}`}>
                          {who(act).name}
                        </Anchor>
                        <Text size="sm" c="dimmed" fw={400}>
                          {who(act).nip ?? t('noNip')}
                        </Text>
                      </>
                    ),
                  },
                  { key: 'about', title: t(`acts.${kind}.about`), cell: about },
                  { key: 'time', title: t('time'), cell: (act) => <Term from={act.validFrom} to={act.validTo} /> },
                  {
                    key: 'decree',
                    title: t('decree'),
                    cell: (act) => (
                      <Group gap={6}>
                        <span>
                          {act.decreeNumber ?? t('noDecree')}
                          {act.decreeDate ? `, ${formatDate(act.decreeDate)}` : ''}
                        </span>
                        {act.decreeFileId ? (
                          <DownloadButton path={`/evaluator-acts/${act.id}/decree`} fileName="surat-keputusan.pdf" size="compact-sm" h={32}>
                            {t('file')}
                          </DownloadButton>
                        ) : null}
                      </Group>
                    ),
                  },
                  ...(mayChange
                    ? [
                        {
                          key: 'end',
                          title: t('actions'),
                          cell: (act: A) =>
                            act.validTo === null || act.validTo >= today ? (
                              <Button variant="default" size="xs" h={36} onClick={() => setDoing(act)}>
                                {t('form.end')}
                              </Button>
                            ) : (
                              t('acts.over')
                            ),
                        },
                      ]
                    : []),
                ]}
              />
            )
          }
        </Loaded>
      </Section>
      {form}
    </Stack>
  );
}
