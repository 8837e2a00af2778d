import { DECREE_LIMITS } from '@ekinerja/contracts/assignments';
import { REORGANISATION_LIMITS, type Reorganisation } from '@ekinerja/contracts/reorganisations';
import { Anchor, Button, Group, Stack } from '@mantine/core';
import { IconArrowLeft, IconPlus, IconTransform } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { send } from '../../lib/api';
import { formatDate, formatInstant } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { DownloadButton } from '../../ui/DownloadButton';
import { EmptyState } from '../../ui/EmptyState';
import { ActForm } from '../../ui/forms/ActForm';
import type { Field } from '../../ui/forms/fields';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { reorganisations, useChanged } from './queries';

/** Mass reorganisations and inaugurations: one decree, one day, one workbook. */
export default function ReorganisationsPage() {
  const { t } = useTranslation('organisation');
  const { today } = useProfile();
  const navigate = useNavigate();
  const changed = useChanged();
  const [opening, setOpening] = useState(false);
  const query = useQuery(reorganisations);
  const fields: Field[] = [
    { name: 'title', kind: 'text', label: t('reorg.name'), hint: t('reorg.nameHint'), max: REORGANISATION_LIMITS.title },
    { name: 'effectiveOn', kind: 'date', label: t('reorg.effectiveOn') },
    { name: 'decree', kind: 'decree', label: t('form.decree') },
    { name: 'signatory', kind: 'text', label: t('reorg.signatory'), max: DECREE_LIMITS.number },
  ];
  return (
    <>
      <PageTitle title={t('reorg.title')} note={t('reorg.note')}>
        <Button component={Link} to="/organisasi" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('title')}
        </Button>
        {opening ? null : (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpening(true)}>
            {t('reorg.new')}
          </Button>
        )}
      </PageTitle>
      <Stack>
        <Group>
          <DownloadButton path="/reorganisations/template.xlsx" fileName="penataan-organisasi.xlsx">
            {t('reorg.template')}
          </DownloadButton>
        </Group>
        {opening ? (
          <ActForm<Reorganisation>
            title={t('reorg.new')}
            fields={fields}
            initial={{ effectiveOn: today }}
            submit={t('reorg.open')}
            onSubmit={(body, intent) => send<Reorganisation>('POST', '/reorganisations', { body, idempotencyKey: intent })}
            onDone={({ id }) => {
              changed();
              void navigate(`/organisasi/penataan/${id}`);
            }}
            onCancel={() => setOpening(false)}
          />
        ) : null}
        <Loaded query={query} rows={3}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={IconTransform} title={t('reorg.none')} text={t('reorg.noneText')} />
            ) : (
              <ResponsiveTable
                caption={t('reorg.title')}
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'title',
                    title: t('reorg.name'),
                    heading: true,
                    cell: (row) => (
                      <Anchor component={Link} to={`/organisasi/penataan/${row.id}`}>
                        {row.title}
                      </Anchor>
                    ),
                  },
                  { key: 'day', title: t('reorg.effectiveOn'), cell: (row) => formatDate(row.effectiveOn) },
                  { key: 'decree', title: t('decree'), cell: (row) => row.decreeNumber },
                  { key: 'status', title: t('reorg.state'), cell: (row) => t(`reorg.status.${row.status}`) },
                  { key: 'rows', title: t('reorg.rows'), align: 'right', cell: (row) => String(row.rows) },
                  { key: 'by', title: t('reorg.by'), cell: (row) => `${row.createdBy}, ${formatInstant(row.createdAt)}` },
                ]}
              />
            )
          }
        </Loaded>
      </Stack>
    </>
  );
}
