import type { ActivityDay, ActivityMonth } from '@ekinerja/contracts/activities';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay, formatMonth, formatWeekday, weekdayOf } from '../../lib/format';
import { STATUS_LOOK } from '../../ui/status-look';
import classes from './ActivitiesPage.module.css';

interface MonthCalendarProps {
  data: ActivityMonth;
  today: IsoDate;
  chosen: IsoDate;
  onChoose: (date: IsoDate) => void;
}

/** Weeks of seven, beginning on Monday, with empty cells around the month. */
function weeksOf(days: readonly ActivityDay[]): (ActivityDay | null)[][] {
  const first = days[0];
  if (!first) return [];
  const cells: (ActivityDay | null)[] = [
    ...Array.from({ length: weekdayOf(first.date) - 1 }, () => null),
    ...days,
  ];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7));
}

// Any Monday to Sunday, for the names.
const WEEK = [
  '2024-01-01',
  '2024-01-02',
  '2024-01-03',
  '2024-01-04',
  '2024-01-05',
  '2024-01-06',
  '2024-01-07',
];

export function MonthCalendar({ data, today, chosen, onChoose }: MonthCalendarProps) {
  const { t } = useTranslation('activities');
  return (
    <table className={classes.calendar}>
      <VisuallyHidden component="caption">{t('calendar', { month: formatMonth(data.month) })}</VisuallyHidden>
      <thead>
        <tr>
          {WEEK.map((date) => (
            <th key={date} scope="col" abbr={formatWeekday(date, 'long')}>
              {formatWeekday(date)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(data.days).map((week, at) => (
          <tr key={at}>
            {week.map((day, weekday) => (
              <td key={day?.date ?? `empty-${weekday}`}>
                {day ? (
                  <Day
                    day={day}
                    today={day.date === today}
                    chosen={day.date === chosen}
                    // A longer rhythm asks for its last day only.
                    asked={data.rhythm.period === 'daily' || day.gap}
                    onChoose={onChoose}
                  />
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Presence that says where the person was; that somebody was there says nothing about the day's entries. */
const AT_WORK: ReadonlySet<string> = new Set(['present', 'absent', 'missing', 'device-failure']);

/** Where the day's entries stand; a day without any: why it needs none, or where the person was. */
function dayWord({ entries, holiday, presence, state }: ActivityDay, statusWord: (word: string) => string): string {
  if (entries > 0) return statusWord(state);
  if (holiday) return holiday;
  return statusWord(presence && (state === 'leave' || state === 'empty') && !AT_WORK.has(presence) ? presence : state);
}

interface DayProps {
  day: ActivityDay;
  /** Whether an entry is expected of this very day. */
  asked: boolean;
  today: boolean;
  chosen: boolean;
  onChoose: (date: IsoDate) => void;
}

function Day({ day, today, chosen, asked, onChoose }: DayProps) {
  const { t } = useTranslation(['activities', 'shell']);
  const Symbol = STATUS_LOOK[day.state].icon;
  const word = dayWord(day, (word) => t(`shell:status.${word}`));
  const quiet = day.state === 'off' || day.state === 'future' || (day.state === 'empty' && !asked);
  return (
    <button
      type="button"
      className={classes.day}
      data-state={day.state}
      data-gap={day.gap}
      aria-pressed={chosen}
      aria-current={today ? 'date' : undefined}
      aria-label={[formatDay(day.date), word, day.entries > 0 ? t('entries', { count: day.entries }) : null]
        .filter(Boolean)
        .join(', ')}
      onClick={() => onChoose(day.date)}
    >
      <span className={classes.head}>
        <span className={classes.number}>{Number(day.date.slice(8))}</span>
        {quiet ? null : (
          <span className={classes.mark} title={word}>
            {day.entries > 1 ? <span className={classes.count}>{day.entries}×</span> : null}
            <Symbol size={15} aria-hidden />
          </span>
        )}
      </span>
      {quiet ? null : <span className={classes.word}>{word}</span>}
    </button>
  );
}
