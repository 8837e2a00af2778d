import type { Uuid } from '@ekinerja/contracts/basics';
import type { PlanMonthLine, PlanPeriod, WorkPlanContent, WorkPlanView } from '@ekinerja/contracts/plans';
import { Group, NativeSelect, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { formatDateShort, formatDecimal, formatMonth, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { planMonth } from './queries';
import { hundredths, readQuantity } from './quantities';

interface MonthTargetsProps {
  plan: WorkPlanView;
  employmentId: Uuid;
  draft: WorkPlanContent;
  /** Weeks and days can be typed where the plan is open. */
  onChange: ((draft: WorkPlanContent) => void) | null;
}

/** One month down to weeks and days: what was planned beside what the entries of the day brought (KS 17(b)). */
export function MonthTargets({ plan, employmentId, draft, onChange }: MonthTargetsProps) {
  const { t } = useTranslation('plans');
  const current = monthOf(useProfile().today);
  const [chosen, setChosen] = useFilter('bulan');
  const month = chosen && plan.months.includes(chosen) ? chosen : plan.months.includes(current) ? current : (plan.months[0] ?? current);
  const query = useQuery(planMonth(month, employmentId));
  return (
    <Section
      title={t('month.title')}
      note={plan.demands.breakdown ? <Cite cite={plan.demands.breakdown} /> : t('month.note')}
      actions={
        <NativeSelect
          aria-label={t('month.choose')}
          value={month}
          data={plan.months.map((value) => ({ value, label: formatMonth(value) }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      }
    >
      <Loaded query={query} shape="list">
        {({ lines }) =>
          lines.some(({ target }) => target !== null) ? (
            <Stack>
              {lines
                .filter(({ target }) => target !== null)
                .map((line) => (
                  <MonthLine key={`${line.resultId} ${line.indicator}`} line={line} draft={draft} onChange={onChange} />
                ))}
            </Stack>
          ) : (
            <Text c="dimmed">{t('month.none', { month: formatMonth(month) })}</Text>
          )
        }
      </Loaded>
    </Section>
  );
}

function MonthLine({ line, draft, onChange }: { line: PlanMonthLine } & Pick<MonthTargetsProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation('plans');
  const target = line.target ?? '0';
  const percent = hundredths(target) === 0 ? 0 : Math.min(100, (hundredths(line.done) * 100) / hundredths(target));
  const set = (period: PlanPeriod, text: string) => {
    const quantity = readQuantity(text);
    if (quantity === undefined || !onChange || line.indicator === null) return;
    const { resultId, indicator } = line;
    // The neighbours that were divided by working days become typed ones, so that the month stays whole.
    const siblings = line.periods.filter((one) => one.level === period.level && (period.level === 'week' || sameWeek(line.periods, one, period)));
    const rest = draft.targets.filter((one) => !(one.resultId === resultId && one.indicator === indicator && siblings.some((each) => each.period === one.period)));
    onChange({
      ...draft,
      targets: [
        ...rest,
        ...siblings.map((one) => ({ resultId, indicator, level: one.level, period: one.period, quantity: one.period === period.period ? (quantity ?? '0') : one.target })),
      ],
    });
  };
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{line.resultTitle}</Text>
        <Text size="sm">
          {t('month.done', { done: formatDecimal(line.done), target: formatDecimal(target), unit: line.unit })}
          {line.waiting > 0 ? ` · ${t('month.waiting', { count: line.waiting })}` : ''}
        </Text>
      </Group>
      <Progress value={percent} color="green.8" my={6} aria-label={t('month.progress', { title: line.resultTitle })} />
      {line.periods.length > 0 ? (
        <details>
          <summary style={{ cursor: 'pointer', minHeight: 32 }}>{t('month.periods')}</summary>
          <ResponsiveTable
            caption={t('month.periodsOf', { title: line.resultTitle })}
            rows={line.periods}
            rowKey={({ period }) => period}
            columns={[
              {
                key: 'period', title: t('month.period'), heading: true,
                cell: (row) => (row.level === 'week' ? t('month.week', { from: formatDateShort(row.from), to: formatDateShort(row.to) }) : formatDateShort(row.from)),
              },
              {
                key: 'target', title: t('month.target'), align: 'right',
                cell: (row) =>
                  onChange ? (
                    <TextInput
                      size="xs" w={80} inputMode="decimal" key={row.target} defaultValue={formatDecimal(row.target)}
                      aria-label={t('month.targetOf', { period: row.period })} onBlur={(event) => set(row, event.currentTarget.value)}
                      styles={{ input: { textAlign: 'right', minHeight: 36 } }}
                    />
                  ) : (
                    formatDecimal(row.target)
                  ),
              },
              { key: 'done', title: t('month.accepted'), align: 'right', cell: (row) => formatDecimal(row.done) },
              { key: 'how', title: t('month.how'), cell: (row) => t(row.byHand ? 'month.byHand' : 'month.byDays') },
            ]}
          />
        </details>
      ) : null}
    </div>
  );
}

/** Two days under one week of the list. */
function sameWeek(periods: readonly PlanPeriod[], one: PlanPeriod, other: PlanPeriod): boolean {
  const weekOf = (day: PlanPeriod) => periods.find(({ level, from, to }) => level === 'week' && from <= day.from && day.to <= to)?.period;
  return weekOf(one) === weekOf(other);
}
