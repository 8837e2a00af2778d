import type { IsoMonth } from '@ekinerja/contracts/basics';
import type { PlanIndicator, PlanResult, WorkPlanContent, WorkPlanView } from '@ekinerja/contracts/plans';
import { Badge, Group, Text, TextInput } from '@mantine/core';
import { IconCheck, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDecimal, formatMonth } from '../../lib/format';
import classes from './Plan.module.css';
import { hundredths, readQuantity, written } from './quantities';

interface TargetCardProps {
  result: PlanResult;
  line: PlanIndicator;
  months: WorkPlanView['months'];
  closed: WorkPlanView['closedMonths'];
  draft: WorkPlanContent;
  onChange: ((draft: WorkPlanContent) => void) | null;
}

/** One annual quantity over its months: typed or drawn, with what is missing to the year's target. */
export function TargetCard({ result, line, months, closed, draft, onChange }: TargetCardProps) {
  const { t } = useTranslation('plans');
  const mine = (target: WorkPlanContent['targets'][number]) => target.resultId === result.id && target.indicator === line.indicator;
  const of = new Map(draft.targets.filter((target) => mine(target) && target.level === 'month').map(({ period, quantity }) => [period, quantity]));
  const sum = [...of.values()].reduce((total, quantity) => total + hundredths(quantity), 0);
  const difference = hundredths(line.target) - sum;
  const set = (month: IsoMonth, text: string) => {
    const quantity = readQuantity(text);
    if (quantity === undefined || !onChange) return;
    const rest = draft.targets.filter((target) => !(mine(target) && target.period === month));
    onChange({
      ...draft,
      targets: quantity === null ? rest : [...rest, { resultId: result.id, indicator: line.indicator, level: 'month', period: month, quantity }],
    });
  };
  const done = new Map(result.done.filter(({ unit }) => unit === line.unit.toLowerCase()).map(({ month, quantity }) => [month, quantity]));
  return (
    <div role="group" aria-label={`${result.title}: ${line.text}`}>
      <Group justify="space-between" gap="xs" mb={6}>
        <Text size="sm">
          {line.text}: {t('target.year', { target: formatDecimal(line.target), unit: line.unit })}
        </Text>
        <Badge
          variant="light"
          tt="none"
          size="lg"
          color={difference === 0 ? 'green' : 'orange'}
          leftSection={difference === 0 ? <IconCheck size={14} aria-hidden /> : <IconScale size={14} aria-hidden />}
          data-difference={written(difference)}
        >
          {difference === 0
            ? t('target.even')
            : t(difference > 0 ? 'target.short' : 'target.over', { count: formatDecimal(written(Math.abs(difference))), unit: line.unit })}
        </Badge>
      </Group>
      <div className={classes.months ?? ''}>
        {months.map((month) => (
          <div key={month}>
            {onChange && !closed.includes(month) ? (
              <TextInput
                size="xs"
                label={formatMonth(month).slice(0, 3)}
                aria-label={t('target.month', { month: formatMonth(month), indicator: line.text })}
                inputMode="decimal"
                // The key follows what is stored, so that a division by the machine shows at once.
                key={of.get(month) ?? 'none'}
                defaultValue={of.has(month) ? formatDecimal(of.get(month) as string) : ''}
                onBlur={(event) => set(month, event.currentTarget.value)}
                styles={{ input: { textAlign: 'right', minHeight: 36 } }}
              />
            ) : (
              <Text size="sm" ta="center">
                <Text span size="xs" c="dimmed" display="block">
                  {formatMonth(month).slice(0, 3)}
                </Text>
                {of.has(month) ? formatDecimal(of.get(month) as string) : '–'}
              </Text>
            )}
            {done.has(month) ? (
              <Text size="xs" c="green.9" ta="right">
                {t('target.done', { count: formatDecimal(done.get(month) as string) })}
              </Text>
            ) : null}
          </div>
        ))}
      </div>
    </div>
  );
}
