import type { IsoMonth } from '@ekinerja/contracts/basics';
import type { EvaluationDueItem, EvaluationKind } from '@ekinerja/contracts/evaluations';
import { Alert, Anchor, List, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate, formatDecimal, formatMinutes, formatMonth } from '../../lib/format';
import { Cite } from '../../ui/Cite';

/** What the evaluator has before them (TL 19(8), 23, 25): results taken over, work done, advice of the period before, realisation, earlier parts, periodic results of the year. */
export function Ground({ item, kind, month }: { item: EvaluationDueItem; kind: EvaluationKind; month: IsoMonth }) {
  const { t } = useTranslation(['evaluations', 'shell']);
  const { previous, periodic, earlier, measurement } = item;
  const period = kind === 'annual' ? '&periode=yearly' : '';
  return (
    <>
      {(item.takeOvers ?? []).map((note) => (
        <Alert key={note.id} color="orange" title={t('takenOver', { result: note.result })}>
          {note.note} – {note.by}. <Cite cite={note.cite} />
        </Alert>
      ))}
      <Text>
        {t('work', { count: item.acceptedCount, duration: formatMinutes(item.acceptedMinutes) })}{' '}
        {item.waitingCount > 0 ? (
          <Anchor component={Link} to={`/persetujuan?pegawai=${item.employmentId}`}>
            {t('waiting', { count: item.waitingCount })}
          </Anchor>
        ) : null}
      </Text>
      {previous ? (
        <Alert color="blue" variant="light" icon={<IconBulb aria-hidden />} title={t('previous.from', { month: formatMonth(previous.month), name: previous.evaluatorName })}>
          {[previous.note, previous.recommendation].filter(Boolean).join(' – ')}
        </Alert>
      ) : null}
      <Text size="sm">
        <Anchor component={Link} to={`/penilaian/realisasi/${item.employmentId}?bulan=${month}${period}`}>
          {t(`realisation.link.${measurement?.status ?? 'none'}`)}
        </Anchor>
        {measurement?.score ? ` · ${t('realisation.score', { score: formatDecimal(measurement.score) })}` : ''}
        {' · '}
        <Anchor component={Link} to={`/umpan-balik/${item.employmentId}`}>
          {t('feedbackRecord')}
        </Anchor>
      </Text>
      {earlier.length > 0 ? (
        <div>
          <Text size="sm" fw={600}>
            {t('earlier')}
          </Text>
          <List size="sm">
            {earlier.map((part) => (
              <List.Item key={part.id}>
                {t('earlierLine', { from: formatDate(part.from), to: formatDate(part.to), name: part.evaluatorName, predicate: t(`shell:status.${part.predicate}`) })}
                {part.note ? ` – ${part.note}` : ''}
              </List.Item>
            ))}
          </List>
        </div>
      ) : null}
      {periodic.length > 0 ? (
        <div>
          <Text size="sm" fw={600}>
            {t('periodicResults')}
          </Text>
          <List size="sm">
            {periodic.map((one) => (
              <List.Item key={one.id}>
                {formatMonth(one.month)}: {t(`shell:status.${one.predicate}`)}
                {one.score ? ` (${formatDecimal(one.score)})` : ''}
                {one.note ? ` – ${one.note}` : ''}
              </List.Item>
            ))}
          </List>
        </div>
      ) : null}
    </>
  );
}
