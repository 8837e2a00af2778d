import type { IsoMonth } from '@ekinerja/contracts/basics';
import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../lib/format';
import classes from './Plan.module.css';

interface MonthBarProps {
  /** What the bar belongs to; read out. */
  label: string;
  months: readonly IsoMonth[];
  chosen: readonly IsoMonth[];
  onChange?: (months: IsoMonth[]) => void;
}

/** The drawn timeline of one step: neighbouring months make one bar; a press puts a month in or takes it out. */
export function MonthBar({ label, months, chosen, onChange }: MonthBarProps) {
  const { t } = useTranslation('plans');
  const short = (month: IsoMonth) => formatMonth(month).slice(0, 3);
  if (!onChange) {
    const said = chosen.map((month) => formatMonth(month)).join(', ');
    return (
      <div className={classes.bar ?? ''} role="img" aria-label={t('step.timeline', { step: label, months: said || t('step.noMonths') })}>
        {months.map((month) => (
          <span key={month} className={classes.cell ?? ''} {...(chosen.includes(month) ? { 'data-on': '' } : {})} style={{ display: 'grid', placeItems: 'center', cursor: 'default' }}>
            {short(month)}
          </span>
        ))}
      </div>
    );
  }
  return (
    <div className={classes.bar ?? ''} role="group" aria-label={t('step.months', { step: label })}>
      {months.map((month) => {
        const on = chosen.includes(month);
        return (
          <button
            key={month}
            type="button"
            className={classes.cell ?? ''}
            aria-pressed={on}
            aria-label={formatMonth(month)}
            {...(on ? { 'data-on': '' } : {})}
            onClick={() => onChange(on ? chosen.filter((one) => one !== month) : [...chosen, month].sort())}
          >
            {short(month)}
          </button>
        );
      })}
    </div>
  );
}
