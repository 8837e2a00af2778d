import { formatDate, formatInstant, formatMonth } from './format';

/** A value as the API sends it, in words: dates, months and instants are recognised by their shape. */
export function inWords(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
  if (/^\d{4}-\d{2}$/.test(value)) return formatMonth(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatInstant(value);
  return value;
}
