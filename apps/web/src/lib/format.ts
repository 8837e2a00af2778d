import type { DecimalString, IsoDate, IsoInstant, IsoMonth, Rupiah } from '@ekinerja/contracts/basics';
import i18next from 'i18next';

/** Amounts and dates are Indonesian in both languages' numbers; month and weekday names follow the language. */
const locale = () => (i18next.language === 'en' ? 'en-GB' : 'id-ID');

/** The government's zone, from /about; instants are shown in it whatever the device says. */
let timeZone = 'Asia/Jakarta';
export function setTimeZone(zone: string): void {
  timeZone = zone;
}

const cache = new Map<string, Intl.DateTimeFormat>();
function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale() + JSON.stringify(options);
  let format = cache.get(key);
  if (!format) cache.set(key, (format = new Intl.DateTimeFormat(locale(), options)));
  return format;
}
const numbers = new Map<string, Intl.NumberFormat>();
function numberFormat(language: string): Intl.NumberFormat {
  let format = numbers.get(language);
  if (!format) numbers.set(language, (format = new Intl.NumberFormat(language)));
  return format;
}
const clocks = new Map<string, Intl.DateTimeFormat>();
/** For reading an instant's parts in the government's zone, not for showing. */
function clockOf(zone: string): Intl.DateTimeFormat {
  let format = clocks.get(zone);
  if (!format)
    clocks.set(
      zone,
      (format = new Intl.DateTimeFormat('en-GB', {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: zone,
      })),
    );
  return format;
}
const civil = (date: IsoDate) => new Date(`${date}T00:00:00Z`);

/** 22 November 2026 */
export const formatDate = (date: IsoDate): string =>
  dateFormat({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(civil(date));
/** 22 Nov */
export const formatDateShort = (date: IsoDate): string =>
  dateFormat({ day: 'numeric', month: 'short', timeZone: 'UTC' }).format(civil(date));
/** Minggu, 22 November 2026 */
export const formatDay = (date: IsoDate): string =>
  dateFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    civil(date),
  );
/** Sen */
export const formatWeekday = (date: IsoDate, width: 'short' | 'long' = 'short'): string =>
  dateFormat({ weekday: width, timeZone: 'UTC' }).format(civil(date));
/** November 2026 */
export const formatMonth = (month: IsoMonth): string =>
  dateFormat({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(civil(`${month}-01`));
/** 22 November 2026 pukul 14.30 */
export const formatInstant = (at: IsoInstant): string =>
  dateFormat({ dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at));
/** 14.30 */
export const formatTime = (at: IsoInstant): string =>
  dateFormat({ timeStyle: 'short', timeZone }).format(new Date(at));
/** A deadline. Days end at 24:00: midnight is told as the end of the day before, as people say it. */
export function formatDeadline(at: IsoInstant): string {
  const instant = new Date(at);
  const clock = clockOf(timeZone).format(instant);
  if (clock !== '00:00') return formatInstant(at);
  return i18next.t('shell:endOfDay', {
    date: formatDate(dateOfInstant(new Date(instant.getTime() - 60_000).toISOString())),
  });
}
/** Day of an instant in the government's zone, `YYYY-MM-DD`. */
export const dateOfInstant = (at: IsoInstant): IsoDate =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(
    new Date(at),
  );

/** Rp1.234.567, in both languages: the money is Indonesian. */
export const formatRupiah = (amount: Rupiah): string =>
  `${amount < 0 ? '−' : ''}Rp${numberFormat('id-ID').format(Math.abs(amount))}`;

export const formatNumber = (value: number): string => numberFormat(locale()).format(value);

/** Exact: the digits of the text, with this language's signs. */
export function formatDecimal(value: DecimalString): string {
  const [whole = '0', fraction] = value.split('.');
  const grouped = numberFormat(locale()).format(BigInt(whole === '-0' ? '0' : whole));
  const sign = whole === '-0' ? '-' : '';
  return fraction ? `${sign}${grouped}${locale() === 'id-ID' ? ',' : '.'}${fraction}` : sign + grouped;
}

/** 2 jam 30 menit */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [];
  if (hours > 0) parts.push(i18next.t('shell:duration.hours', { count: hours }));
  if (rest > 0 || hours === 0) parts.push(i18next.t('shell:duration.minutes', { count: rest }));
  return parts.join(' ');
}

export const monthOf = (date: IsoDate): IsoMonth => date.slice(0, 7);

export function addMonths(month: IsoMonth, count: number): IsoMonth {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + (number - 1) + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Monday = 1 … Sunday = 7. */
export const weekdayOf = (date: IsoDate): number => civil(date).getUTCDay() || 7;
