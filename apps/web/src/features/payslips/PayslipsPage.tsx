import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconReceipt2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMonth, formatRupiah, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { StatusBadge } from '../../ui/StatusBadge';
import { estimateOf, myPayslips } from './queries';

export default function PayslipsPage() {
  const { t } = useTranslation('payslips');
  const query = useQuery(myPayslips);
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Stack>
        <EstimateCard />
        <Loaded query={query}>
          {(slips) =>
            slips.length === 0 ? (
              <EmptyState icon={IconReceipt2} title={t('empty')} text={t('emptyText')} />
            ) : (
              <ResponsiveTable
                caption={t('title')}
                rows={slips}
                rowKey={(slip) => slip.id}
                columns={[
                  {
                    key: 'month',
                    title: t('month'),
                    heading: true,
                    cell: (slip) => (
                      <Anchor component={Link} to={`/slip/${slip.id}`}>
                        {formatMonth(slip.month)}
                        {slip.kind === 'regular' ? '' : ` – ${slip.special ?? t(`kind.${slip.kind}`)}`}
                        {slip.sequence > 1 ? ` (${t('sequence', { number: slip.sequence })})` : ''}
                      </Anchor>
                    ),
                  },
                  { key: 'skpd', title: t('skpd'), cell: (slip) => slip.skpdName },
                  {
                    key: 'gross',
                    title: t('total.gross'),
                    align: 'right',
                    cell: (slip) => formatRupiah(slip.totals.gross),
                  },
                  {
                    key: 'cuts',
                    title: t('total.cuts'),
                    align: 'right',
                    cell: (slip) => formatRupiah(slip.totals.cuts),
                  },
                  {
                    key: 'net',
                    title: t('total.net'),
                    align: 'right',
                    cell: (slip) => <b>{formatRupiah(slip.totals.net)}</b>,
                  },
                ]}
              />
            )
          }
        </Loaded>
      </Stack>
    </>
  );
}

/** Left out while it cannot be computed: the page of the estimate says why. */
function EstimateCard() {
  const { t } = useTranslation('payslips');
  const month = monthOf(useProfile().today);
  const { data } = useQuery(estimateOf(month));
  return (
    <Card>
      <Group justify="space-between">
        <div>
          <Group gap="xs">
            <Text fw={600}>{t('estimateOf', { month: formatMonth(month) })}</Text>
            <StatusBadge status="estimate" />
          </Group>
          {data ? (
            <Text fw={700} fz="xl" className="tabular">
              {formatRupiah(data.totals.net)}
            </Text>
          ) : null}
          <Text size="sm" c="dimmed">
            {t('estimateNote')}
          </Text>
        </div>
        <Button component={Link} to="/slip/perkiraan" variant="light">
          {t('seeEstimate')}
        </Button>
      </Group>
    </Card>
  );
}
