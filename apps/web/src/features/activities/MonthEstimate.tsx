import type { ActivityMonth } from '@ekinerja/contracts/activities';
import type { SlipLineView } from '@ekinerja/contracts/pay-runs';
import { Anchor, Card, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMinutes, formatRupiah } from '../../lib/format';
import { Cite } from '../../ui/Cite';
import { monthEstimate } from './queries';

/** What the month would pay as it stands, what it is measured by, and what would raise it – each with its article. */
export function MonthEstimate({ data }: { data: ActivityMonth }) {
  const { t } = useTranslation('activities');
  const { data: slip } = useQuery(monthEstimate(data.month));
  if (!slip) return null;
  const cuts = slip.lines.filter(({ section, amount }) => section === 'cut' && amount !== null && amount !== 0);
  const target = slip.lines.map(targetOf).find((one) => one !== null);
  const waiting = data.activities.filter(({ status }) => status === 'submitted').reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <Card padding="sm" component="section" aria-label={t('estimate.title')}>
      <Text size="sm" c="dimmed">
        {t(slip.estimate ? 'estimate.title' : 'estimate.closed')}
      </Text>
      <Text fw={700} fz="lg" className="tabular">
        {formatRupiah(slip.totals.net)}{' '}
        <Anchor component={Link} to={`/slip/perkiraan?bulan=${data.month}`} size="sm" fw={400}>
          {t('estimate.why')}
        </Anchor>
      </Text>
      {target ? (
        <Text size="sm" component="div">
          {t('estimate.target', { done: formatMinutes(target.minutes), target: formatMinutes(target.target) })} {target.cite ? <Cite cite={target.cite} /> : null}
        </Text>
      ) : null}
      {cuts.length > 0 || waiting > 0 || slip.missing.length > 0 ? (
        <>
          <Text size="sm" fw={600} mt="xs">
            {t('estimate.raise')}
          </Text>
          <List size="sm">
            {waiting > 0 ? <List.Item>{t('estimate.waiting', { duration: formatMinutes(waiting) })}</List.Item> : null}
            {cuts.map((line) => (
              <List.Item key={`${line.code}.${line.title}`}>
                {t('estimate.cut', { what: line.title, amount: formatRupiah(Math.abs(line.amount ?? 0)) })} {line.cite ? <Cite cite={line.cite} /> : null}
              </List.Item>
            ))}
            {slip.missing.map((kind) => (
              <List.Item key={kind}>{t([`estimate.missing.${kind}`, 'estimate.missing.other'])}</List.Item>
            ))}
          </List>
        </>
      ) : null}
    </Card>
  );
}

/** Where the regulation measures minutes, the line that says of how many. */
function targetOf({ inputs, cite }: SlipLineView): { minutes: number; target: number; cite: SlipLineView['cite'] } | null {
  const minutes = Number(inputs['minutes']);
  const target = Number(inputs['target']);
  return Number.isFinite(minutes) && Number.isFinite(target) && target > 0 ? { minutes, target, cite } : null;
}
