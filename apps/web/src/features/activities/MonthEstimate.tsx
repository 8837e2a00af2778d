import type { ActivityMonth } from '@ekinerja/contracts/activities';
import type { SlipLineView } from '@ekinerja/contracts/pay-runs';
import { Anchor, Card, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMinutes, formatNumber, formatRupiah } from '../../lib/format';
import { Cite } from '../../ui/Cite';
import { monthEstimate } from './queries';

/** What the month would pay as it stands, what it is measured by, what can still raise it, and what has cut it so far – with the articles. */
export function MonthEstimate({ data }: { data: ActivityMonth }) {
  const { t } = useTranslation('activities');
  const { data: slip } = useQuery(monthEstimate(data.month));
  if (!slip) return null;
  const cut = slip.lines.filter(({ section, amount }) => section === 'cut' && amount !== null && amount !== 0);
  // What is cut only because the judgement is not there yet comes back with it.
  const cuts = cut.filter(({ code }) => !code.endsWith('-missing'));
  const unjudged = cut.filter(({ code }) => code.endsWith('-missing'));
  const measure = slip.lines.map(measureOf).find((one) => one !== null);
  const waiting = data.activities.filter(({ status }) => status === 'submitted');
  const minutes = waiting.reduce((sum, entry) => sum + entry.minutes, 0);
  // Entries raise the amount only where the regulation counts them, and only up to its target.
  const counts = slip.estimate && measure !== undefined && measure.done < measure.target ? measure : null;
  const raise = [
    ...(counts && waiting.length > 0
      ? [{ key: 'waiting', text: counts.of === 'minutes' ? t('estimate.waiting', { duration: formatMinutes(minutes) }) : t('estimate.waitingCount', { count: waiting.length }), cite: counts.cite }]
      : []),
    ...(counts && data.gaps > 0 ? [{ key: 'gaps', text: t('estimate.gaps', { count: data.gaps }), cite: data.minimumCite ?? counts.cite }] : []),
    ...unjudged.map((line) => ({ key: line.title, text: t('estimate.cut', { what: line.title, amount: formatRupiah(Math.abs(line.amount ?? 0)) }), cite: line.cite })),
    ...slip.missing.filter((kind) => unjudged.every(({ code }) => code !== `${kind}-missing`)).map((kind) => ({ key: kind, text: t([`estimate.missing.${kind}`, 'estimate.missing.other']), cite: null })),
  ];
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
      {measure ? (
        <Text size="sm" component="div">
          {measure.of === 'minutes'
            ? t('estimate.target', { done: formatMinutes(measure.done), target: formatMinutes(measure.target) })
            : t('estimate.targetCount', { done: formatNumber(measure.done), target: formatNumber(measure.target) })}{' '}
          {measure.cite ? <Cite cite={measure.cite} /> : null}
        </Text>
      ) : null}
      {raise.length > 0 ? (
        <>
          <Text size="sm" fw={600} mt="xs">
            {t('estimate.raise')}
          </Text>
          <List size="sm">
            {raise.map(({ key, text, cite }) => (
              <List.Item key={key}>
                {text} {cite ? <Cite cite={cite} /> : null}
              </List.Item>
            ))}
          </List>
        </>
      ) : null}
      {cuts.length > 0 ? (
        <>
          <Text size="sm" fw={600} mt="xs">
            {t('estimate.cuts')}
          </Text>
          <List size="sm">
            {cuts.map((line) => (
              <List.Item key={`${line.code}.${line.title}`}>
                {t('estimate.cut', { what: line.title, amount: formatRupiah(Math.abs(line.amount ?? 0)) })} {line.cite ? <Cite cite={line.cite} /> : null}
              </List.Item>
            ))}
          </List>
        </>
      ) : null}
    </Card>
  );
}

/** Where the regulation counts minutes, activities or days with a log: the line that says how many, and of how many. */
function measureOf({ inputs, cite }: SlipLineView): { of: 'minutes' | 'count'; done: number; target: number; cite: SlipLineView['cite'] } | null {
  const [of, done, target] = [inputs['minutes'] === undefined ? 'count' as const : 'minutes' as const, Number(inputs['minutes'] ?? inputs['n']), Number(inputs['target'])];
  return Number.isFinite(done) && Number.isFinite(target) && target > 0 ? { of, done, target, cite } : null;
}
